package quiz

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

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
	r := p.newAnswersReader(src)
	r.file()
	if len(r.faults) > 0 {
		return nil, r.faults
	}
	return r.answers, nil
}

// answersReader fills answers from a file that CheckJSON found sound.
type answersReader struct {
	*jsonReader
	protocol *Protocol
	answers  Answers
	id       *json.RawMessage // where an id goes; nil: none may stand here
}

func (p *Protocol) newAnswersReader(src []byte) *answersReader {
	return &answersReader{jsonReader: newJSONReader(src), protocol: p, answers: make(Answers, len(p.Questions))}
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
		switch {
		case key == "protocol":
			named = true
			r.name()
		case key == "answers":
			answered = true
			r.object()
		case key == "id" && r.id != nil:
			r.identity()
		case r.id != nil:
			r.fault(r.start, "", `a line has only "id", "protocol" and "answers"`)
			r.skip()
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
			r.noQuestion(id)
			r.skip()
			continue
		}
		r.answers[place] = r.answer(&r.protocol.Questions[place])
	}
	_, _ = r.next()
}

func (r *answersReader) noQuestion(id string) {
	if near, ok := strict.Nearest(id, r.protocol.Guideline.Vocabulary.IDs()); ok {
		r.fault(r.start, "", "there is no question of this name, did you mean %q?", near)
		return
	}
	r.fault(r.start, "", "there is no question of this name")
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
		r.fault(start, q.ID, takes(q))
		r.finish(token)
		return Answer{}
	}
	r.fits(q, a, start)
	return a
}

func takes(q *Question) words.Text {
	switch q.Kind {
	case rules.Many:
		return `takes a list of choices in square brackets, or "dont-know" or "prefer-not"`
	case rules.Text:
		return `takes a text in quotes, or "dont-know" or "prefer-not"`
	}
	return `takes one choice in quotes, or "dont-know" or "prefer-not"`
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
		r.fault(start, q.ID, "%w", err)
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
