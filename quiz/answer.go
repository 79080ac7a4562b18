package quiz

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// State says how a question was met. The three ways of not answering are kept
// apart up to the page: none of them is a "no".
type State uint8

// The states of an answer.
const (
	Unanswered State = iota // left out, skipped, or not reached
	DontKnow
	PreferNot
	Answered
)

var stateIDs = [...]string{"unanswered", "dont-know", "prefer-not", "answered"}

// String is the state's name in answers files and reports.
func (s State) String() string { return stateIDs[s] }

// Words says the state to people: "I don't know".
func (s State) Words() words.Text {
	return [...]words.Text{"Not answered", "I don't know", "I prefer not to say", "Answered"}[s]
}

// NoAnswer returns the state that this word in an answers file stands for,
// for the two words that stand in place of an answer.
func NoAnswer(word string) (State, bool) {
	switch word {
	case stateIDs[DontKnow]:
		return DontKnow, true
	case stateIDs[PreferNot]:
		return PreferNot, true
	}
	return Unanswered, false
}

// Answer is one answer: the choices made, one bit each, or the text written,
// or that there is none and how.
type Answer struct {
	State  State
	Chosen uint64
	Text   string
}

// Answers holds one answer a question, in the protocol's order.
type Answers []Answer

// The faults of an answer; Sentence makes them what the person is told.
var (
	ErrNothing  = words.New("nothing is chosen yet; choose an answer, or say that you do not know")
	ErrOneOnly  = words.New("only one of these can be chosen")
	ErrExcludes = words.New("that choice cannot stand beside another one")
	ErrChoice   = words.New("there is no such choice")
	ErrTooLong  = words.New("that is too long")
)

// Sentence is an error as a sentence for people, in their language: with a
// capital and a full stop.
func Sentence(l words.Language, err error) string {
	text := l.Tell(err)
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + strings.TrimRight(text[size:], ".") + "."
}

// Check says what is wrong with an answer to this question, or nil.
func (q *Question) Check(a Answer) error {
	switch {
	case a.State != Answered:
		return nil
	case q.Kind == rules.Text:
		if n := utf8.RuneCountInString(a.Text); n > q.Max {
			return words.Errorf("%w: %d characters, and there is room for %d", ErrTooLong, n, q.Max)
		}
		if a.Text == "" {
			return ErrNothing
		}
	case a.Chosen == 0:
		return ErrNothing
	case a.Chosen&^q.Question.Open().Possible != 0:
		return ErrChoice
	case q.Kind == rules.One && a.Chosen&(a.Chosen-1) != 0:
		return ErrOneOnly
	case q.Excludes(a.Chosen):
		return ErrExcludes
	}
	return nil
}

// logic is the answer as rules see it.
func (q *Question) logic(a Answer) rules.Answer {
	switch a.State {
	case Answered:
		if q.Kind == rules.Text {
			return q.Definite(1)
		}
		return q.Definite(a.Chosen)
	case DontKnow:
		return q.Question.DontKnow()
	default:
		return q.Open()
	}
}

// Logic returns the answers as rules see them.
func (p *Protocol) Logic(answers Answers) rules.Answers {
	logic := make(rules.Answers, len(answers))
	for i, a := range answers {
		logic[i] = p.Questions[i].logic(a)
	}
	return logic
}

// Asked reports for each question whether these answers lead to it.
func (p *Protocol) Asked(answers Answers) []rules.Truth {
	return p.Guideline.Vocabulary.Asked(p.Logic(answers))
}

// Crisis reports whether these answers call for help right now.
func (p *Protocol) Crisis(answers Answers) bool {
	return p.Guideline.CrisisHolds(p.Logic(answers))
}

// Apply returns the answers to the questions that are asked, and the places of
// those dropped: answers to a question that these very answers rule out or
// leave closed.
func (p *Protocol) Apply(answers Answers) (applied Answers, dropped []int) {
	applied = make(Answers, len(answers))
	for i, asked := range p.Asked(answers) {
		switch {
		case asked == rules.True:
			applied[i] = answers[i]
		case answers[i].State != Unanswered:
			dropped = append(dropped, i)
		}
	}
	return applied, dropped
}

// Toggle makes or unmakes a choice of kind Many as a person expects: a choice
// that must stand alone clears the others, and another one clears it.
func (q *Question) Toggle(chosen, bit uint64) uint64 {
	switch {
	case chosen&bit != 0:
		return chosen &^ bit
	case bit&q.Alone() != 0:
		return bit
	default:
		return chosen&^q.Alone() | bit
	}
}
