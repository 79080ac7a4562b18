package batch

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// scanner reads a line in the form in which programs write it: known keys,
// once each, without escapes, and answers that fit. It says yes or passes: of
// a line that it does not take, quiz.ParseEntry decides, and names the place
// if something is wrong. So it need not know what can be wrong, only be sure
// of what is right; it takes a fiftieth of the time.
type scanner struct {
	protocol  *quiz.Protocol
	name      string
	questions []scanned
	answers   quiz.Answers
	seen      []bool
	next      int // the question that comes next if they come in order
	src       []byte
	at        int
}

// scanned is what the scanner has to know of a question, close together.
type scanned struct {
	id      string
	kind    rules.Kind
	choices []string
}

func newScanner(p *quiz.Protocol) *scanner {
	n := len(p.Questions)
	s := &scanner{protocol: p, name: p.Name(), questions: make([]scanned, n), answers: make(quiz.Answers, n), seen: make([]bool, n)}
	for i := range p.Questions {
		q := &p.Questions[i]
		s.questions[i] = scanned{id: q.ID, kind: q.Kind}
		for _, c := range q.Choices {
			s.questions[i].choices = append(s.questions[i].choices, c.ID)
		}
	}
	return s
}

// line reads a line into answers and returns its id as JSON, nil if it has
// none. False means that this is for ParseEntry.
func (s *scanner) line(src []byte) (id []byte, ok bool) {
	s.src, s.at, s.next = src, 0, 0
	clear(s.answers)
	clear(s.seen)
	if !s.token('{') {
		return nil, false
	}
	named, answered := false, false
	for {
		key, ok := s.key()
		switch {
		case !ok:
			return nil, false
		case string(key) == "answers" && !answered:
			answered = true
			ok = s.object()
		case string(key) == "protocol" && !named:
			named = true
			var name []byte
			name, ok = s.word()
			ok = ok && string(name) == s.name
		case string(key) == "id" && id == nil:
			id, ok = s.identity()
		default:
			ok = false
		}
		switch {
		case !ok:
			return nil, false
		case s.token(','):
		default:
			return id, s.token('}') && named && answered && s.ended()
		}
	}
}

// object reads the answers.
func (s *scanner) object() bool {
	if !s.token('{') {
		return false
	}
	if s.token('}') {
		return true
	}
	for {
		key, ok := s.key()
		if !ok || !s.answer(key) {
			return false
		}
		if !s.token(',') {
			return s.token('}')
		}
	}
}

// answer reads the answer to the question of this name.
func (s *scanner) answer(name []byte) bool {
	i := s.next
	if i >= len(s.questions) || string(name) != s.questions[i].id {
		var ok bool
		if i, ok = s.protocol.Find(string(name)); !ok {
			return false
		}
	}
	if s.seen[i] {
		return false
	}
	s.seen[i], s.next = true, i+1
	switch kind := s.questions[i].kind; {
	case kind == rules.Text:
		return s.text(i)
	case kind == rules.Many && s.token('['):
		return s.list(i)
	default:
		return s.choice(i, kind)
	}
}

// choice reads one choice, or why there is none.
func (s *scanner) choice(i int, kind rules.Kind) bool {
	word, ok := s.word()
	if !ok {
		return false
	}
	a := &s.answers[i]
	if state, none := quiz.NoAnswer(string(word)); none {
		a.State = state
		return true
	}
	a.State, a.Chosen = quiz.Answered, s.bit(i, word)
	return kind == rules.One && a.Chosen != 0
}

// list reads the choices of a list that is open.
func (s *scanner) list(i int) bool {
	a := &s.answers[i]
	a.State = quiz.Answered
	for {
		word, ok := s.word()
		if !ok {
			return false
		}
		bit := s.bit(i, word)
		if bit == 0 || a.Chosen&bit != 0 {
			return false
		}
		a.Chosen |= bit
		if !s.token(',') {
			return s.token(']') && !s.protocol.Questions[i].Excludes(a.Chosen)
		}
	}
}

// bit is the bit of a choice of question i, 0 if it has none of this name.
func (s *scanner) bit(i int, word []byte) uint64 {
	for bit, id := range s.questions[i].choices {
		if string(word) == id {
			return 1 << bit
		}
	}
	return 0
}

// text reads an answer in own words, escapes and all.
func (s *scanner) text(i int) bool {
	s.space()
	start := s.at
	if s.at >= len(s.src) || s.src[s.at] != '"' {
		return false
	}
	escaped := false
	for s.at++; s.at < len(s.src) && s.src[s.at] != '"'; s.at++ {
		if s.src[s.at] == '\\' {
			escaped = true
			s.at++
		}
	}
	if s.at >= len(s.src) {
		return false
	}
	s.at++
	text := string(s.src[start+1 : s.at-1])
	switch {
	case tidy(text):
	case !utf8.ValidString(text) || hasControl(text):
		return false
	case escaped:
		if json.Unmarshal(s.src[start:s.at], &text) != nil {
			return false
		}
	}
	return s.own(i, text)
}

// own takes an answer in own words.
func (s *scanner) own(i int, text string) bool {
	a := &s.answers[i]
	if state, none := quiz.NoAnswer(text); none {
		a.State = state
		return true
	}
	if !tidy(text) {
		text = quiz.Clean(text)
	}
	if text != "" {
		*a = quiz.Answer{State: quiz.Answered, Text: text}
	}
	return s.protocol.Questions[i].Check(*a) == nil
}

// tidy knows the texts that are themselves when they are cleaned, and have no
// escapes: letters of ASCII, single spaces between words.
func tidy(text string) bool {
	before := byte(' ')
	for i := range len(text) {
		b := text[i]
		if b < ' ' || b > '~' || b == '\\' || b == ' ' && before == ' ' {
			return false
		}
		before = b
	}
	return before != ' '
}

func hasControl(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' {
			return true
		}
	}
	return false
}

// identity reads an id that can be echoed as it stands.
func (s *scanner) identity() (id []byte, ok bool) {
	s.space()
	start := s.at
	if word, ok := s.word(); ok {
		echoed := len(word) > 0 && len(word) <= quiz.MaxID && bytes.IndexByte([]byte("=+-@"), word[0]) < 0 && bytes.IndexByte(word, ' ') < 0
		return s.src[start:s.at], echoed
	}
	s.at = start
	for s.at < len(s.src) && '0' <= s.src[s.at] && s.src[s.at] <= '9' {
		s.at++
	}
	id = s.src[start:s.at]
	return id, len(id) > 0 && len(id) <= 18 && (len(id) == 1 || id[0] != '0')
}

// key reads the name of what follows.
func (s *scanner) key() ([]byte, bool) {
	word, ok := s.word()
	return word, ok && s.token(':')
}

// word reads a text in quotes that has nothing in it to think about.
func (s *scanner) word() ([]byte, bool) {
	if !s.token('"') {
		return nil, false
	}
	start := s.at
	for ; s.at < len(s.src); s.at++ {
		switch b := s.src[s.at]; {
		case b == '"':
			s.at++
			return s.src[start : s.at-1], true
		case b < ' ' || b > '~' || b == '\\':
			return nil, false
		}
	}
	return nil, false
}

// token takes the next byte beyond space if it is this one.
func (s *scanner) token(want byte) bool {
	s.space()
	if s.at < len(s.src) && s.src[s.at] == want {
		s.at++
		return true
	}
	return false
}

func (s *scanner) space() {
	for s.at < len(s.src) && (s.src[s.at] == ' ' || s.src[s.at] == '\t' || s.src[s.at] == '\r') {
		s.at++
	}
}

func (s *scanner) ended() bool {
	s.space()
	return s.at == len(s.src)
}
