package quiz

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// MaxFile is the largest answers file that is read: 1 MiB.
const MaxFile = 1 << 20

// maxDepth is how deep lists and objects in a file may nest: reports need 6.
const maxDepth = 16

// ParseAnswers reads an answers file:
//
//	{"protocol": "acne-scar@1", "answers": {"lesions": ["comedones"], "family": "dont-know"}}
//
// Nothing is guessed: the error is a Faults that names the place of everything
// that does not fit. Answers to questions that would not be asked are returned
// as well; Apply drops them and says which.
func (p *Protocol) ParseAnswers(src []byte) (Answers, error) {
	if err := CheckJSON(src); err != nil {
		return nil, err
	}
	r := &answersReader{jsonReader: newJSONReader(src), protocol: p, answers: make(Answers, len(p.Questions))}
	r.file()
	if len(r.faults) > 0 {
		return nil, r.faults
	}
	return r.answers, nil
}

// CheckJSON sees that src is one JSON value of sound form: at most MaxFile
// bytes of UTF-8, not nested deeper than any file of ours, no key twice in an
// object. The error is a Faults.
func CheckJSON(src []byte) error {
	r := newJSONReader(src)
	switch bad := firstInvalid(src); {
	case len(src) > MaxFile:
		r.fault(0, "", "the file is larger than 1 MiB, more than any answers need")
	case bad >= 0:
		r.fault(bad, "", "this is not UTF-8 text; save the file as UTF-8")
	default:
		r.check()
	}
	if len(r.faults) > 0 {
		return r.faults
	}
	return nil
}

func firstInvalid(src []byte) int {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// jsonReader reads tokens and knows where each stands.
type jsonReader struct {
	src     []byte
	decoder *json.Decoder
	start   int // of the last token
	faults  Faults
}

func newJSONReader(src []byte) *jsonReader {
	return &jsonReader{src: src, decoder: json.NewDecoder(bytes.NewReader(src))}
}

func (r *jsonReader) next() (json.Token, error) {
	r.start = int(r.decoder.InputOffset())
	for r.start < len(r.src) && strings.IndexByte(" \t\r\n,:", r.src[r.start]) >= 0 {
		r.start++
	}
	return r.decoder.Token()
}

// mostFaults is how many faults of a file are named: a person mends a few at a
// time, and finding the place of each takes time that a file of 1 MiB could
// multiply by hundreds of thousands.
const mostFaults = 100

func (r *jsonReader) fault(offset int, question, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	switch n := len(r.faults); {
	case n > mostFaults:
		return
	case n == mostFaults:
		question, message = "", "there is more wrong in this file; mend the faults named here first"
	}
	line, column := place(r.src, offset)
	r.faults = append(r.faults, Fault{line, column, question, message})
}

// syntax logs that the file is not JSON, without the text that is wrong.
func (r *jsonReader) syntax(err error) {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		r.fault(len(r.src), "", "the file ends too early; a bracket or a quote is not closed")
		return
	}
	// The offset in err counts some of the bytes only (encoding/json, Go 1.26:
	// Decoder.Token leaves out what it passed over itself), that of Unmarshal all.
	at := r.start
	var wrong *json.SyntaxError
	if err := json.Unmarshal(r.src, new(json.RawMessage)); errors.As(err, &wrong) {
		at = max(0, int(wrong.Offset)-1)
	}
	r.fault(at, "", "this is not JSON; look for a comma, a quote or a bracket that is missing or too many")
}

// nesting is one open list or object.
type nesting struct {
	keys    map[string]bool // those seen; nil in a list
	wantKey bool            // the next token is a key
}

// check walks one whole value without recursion, so that depth costs nothing.
func (r *jsonReader) check() {
	var open []*nesting
	for {
		token, err := r.next()
		if err != nil {
			r.syntax(err)
			return
		}
		if len(open) > 0 && r.key(open[len(open)-1], token) {
			continue
		}
		switch token {
		case json.Delim('{'):
			open = append(open, &nesting{keys: map[string]bool{}, wantKey: true})
		case json.Delim('['):
			open = append(open, &nesting{})
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
			fallthrough
		default:
			if len(open) == 0 {
				r.end()
				return
			}
			open[len(open)-1].wantKey = open[len(open)-1].keys != nil
		}
		if len(open) > maxDepth {
			r.fault(r.start, "", "brackets are nested too deep")
			return
		}
	}
}

// key takes a token that is a key of an object, and says whether it was one.
func (r *jsonReader) key(in *nesting, token json.Token) bool {
	name, ok := token.(string)
	if !ok || !in.wantKey {
		return false
	}
	if in.keys[name] {
		r.fault(r.start, "", "this key stands here twice; keep the one that counts")
	}
	in.keys[name] = true
	in.wantKey = false
	return true
}

func (r *jsonReader) end() {
	if _, err := r.next(); !errors.Is(err, io.EOF) {
		r.fault(r.start, "", "one value a file; something follows the end of the first")
	}
}

// answersReader fills answers from a file that CheckJSON found sound.
type answersReader struct {
	*jsonReader
	protocol *Protocol
	answers  Answers
}

func (r *answersReader) file() {
	token, _ := r.next()
	if token != json.Delim('{') {
		r.fault(r.start, "", `an answers file is an object: {"protocol": %q, "answers": {...}}`, r.protocol.Name())
		return
	}
	named, answered := false, false
	for r.decoder.More() {
		key, _ := r.next()
		switch key {
		case "protocol":
			named = true
			r.name()
		case "answers":
			answered = true
			r.object()
		default:
			r.fault(r.start, "", `an answers file has only "protocol" and "answers"`)
			r.skip()
		}
	}
	_, _ = r.next()
	end := r.start
	if !named {
		r.fault(end, "", `the file does not say which questionnaire it answers; add "protocol": %q`, r.protocol.Name())
	}
	if !answered {
		r.fault(end, "", `the file has no answers; add "answers": {...}`)
	}
}

func (r *answersReader) name() {
	token, _ := r.next()
	if token == r.protocol.Name() {
		return
	}
	r.fault(r.start, "", "these answers belong to another questionnaire; this one is %q", r.protocol.Name())
	r.finish(token)
}

func (r *answersReader) object() {
	token, _ := r.next()
	if token != json.Delim('{') {
		r.fault(r.start, "", `"answers" takes an object: {"question": answer, ...}`)
		r.finish(token)
		return
	}
	for r.decoder.More() {
		key, _ := r.next()
		id, _ := key.(string)
		place, ok := r.protocol.Find(id)
		if !ok {
			known := r.protocol.Guideline.Vocabulary.IDs()
			r.fault(r.start, "", "there is no question of this name%s", strict.Suggest(id, known))
			r.skip()
			continue
		}
		r.answers[place] = r.answer(&r.protocol.Questions[place])
	}
	_, _ = r.next()
}

func (r *answersReader) answer(q *Question) Answer {
	token, _ := r.next()
	start := r.start
	word, isWord := token.(string)
	if state, ok := NoAnswer(word); isWord && ok {
		return Answer{State: state}
	}
	a := Answer{State: Answered}
	switch {
	case q.Kind == rules.Many && token == json.Delim('['):
		return r.list(q)
	case q.Kind == rules.One && isWord:
		a.Chosen = r.choice(q, word)
	case q.Kind == rules.Text && isWord:
		if a.Text = Clean(word); a.Text == "" {
			return Answer{}
		}
	default:
		r.fault(start, q.ID, "takes %s", takes(q))
		r.finish(token)
		return Answer{}
	}
	r.fits(q, a, start)
	return a
}

func takes(q *Question) string {
	no := `, or "dont-know" or "prefer-not"`
	switch q.Kind {
	case rules.Many:
		return `a list of choices in square brackets` + no
	case rules.Text:
		return `a text in quotes` + no
	}
	return `one choice in quotes` + no
}

func (r *answersReader) list(q *Question) Answer {
	a, start := Answer{State: Answered}, r.start
	for r.decoder.More() {
		token, _ := r.next()
		word, ok := token.(string)
		if !ok {
			r.fault(r.start, q.ID, "a choice is a word in quotes")
			r.finish(token)
			continue
		}
		bit := r.choice(q, word)
		if a.Chosen&bit != 0 {
			r.fault(r.start, q.ID, "this choice stands here twice")
		}
		a.Chosen |= bit
	}
	_, _ = r.next()
	r.fits(q, a, start)
	return a
}

// choice returns the bit of a choice. The word itself stays out of the fault.
func (r *answersReader) choice(q *Question, word string) uint64 {
	at := slices.IndexFunc(q.Choices, func(c Choice) bool { return c.ID == word })
	if at >= 0 {
		return 1 << at
	}
	if _, ok := NoAnswer(word); ok {
		r.fault(r.start, q.ID, `"dont-know" and "prefer-not" stand alone, in place of the list`)
		return 0
	}
	r.fault(r.start, q.ID, "there is no such choice; it takes %s", strings.Join(choiceIDs(q.Choices), ", "))
	return 0
}

func (r *answersReader) fits(q *Question, a Answer, start int) {
	err := q.Check(a)
	switch {
	case err == nil:
	case errors.Is(err, ErrNothing) && r.faulted(q):
	case errors.Is(err, ErrNothing):
		r.fault(start, q.ID, "the list is empty; leave the question out if it is not answered")
	case errors.Is(err, ErrExcludes):
		r.fault(start, q.ID, "a choice here excludes all others, and others stand beside it")
	case errors.Is(err, ErrTooLong):
		r.fault(start, q.ID, "the text is too long; there is room for %d characters", q.Max)
	default:
		r.fault(start, q.ID, "%v", err)
	}
}

// faulted reports whether a choice of this question was refused already.
func (r *answersReader) faulted(q *Question) bool {
	return len(r.faults) > 0 && r.faults[len(r.faults)-1].Question == q.ID
}

// skip passes over the value that comes next, finish over the rest of one
// whose first token is read.
func (r *answersReader) skip() {
	token, _ := r.next()
	r.finish(token)
}

func (r *answersReader) finish(token json.Token) {
	if token != json.Delim('{') && token != json.Delim('[') {
		return
	}
	for depth := 1; depth > 0; {
		switch token, _ = r.next(); token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
}
