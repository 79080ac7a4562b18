package rules

import (
	"fmt"
	"math/bits"

	"scarcheck/rules/strict"
)

// Kind says what answers a question takes.
type Kind uint8

// The kinds of question: one choice, any number of choices, or free text.
const (
	One Kind = iota
	Many
	Text
)

// Kinds are the names of the kinds as protocol files write them, in the order
// of the constants.
var Kinds = []string{"one", "many", "text"}

// String is the kind's name in a protocol file.
func (k Kind) String() string { return Kinds[k] }

// MaxChoices is how many choices one question may have: one bit each.
const MaxChoices = 64

// Choice is what the rules know of a choice.
type Choice struct {
	ID    string
	Alone bool // excludes every other choice of its question

	Unordered     bool // stands outside the order of its question
	Informational bool // for the doctor to read; no rule has to
}

// Question is what the rules know of a question: its choices and when it is
// asked. Its words live a floor up, in package quiz.
type Question struct {
	ID         string
	Kind       Kind
	Choices    []Choice
	Sensitive  bool       // no finding that is saved or printed may rest on it
	DontKnowAs string     // the choice that "I don't know" certainly means, or ""
	AskIf      *Condition // nil: always asked

	Order         Order // how its choices compare
	Informational bool  // for the doctor to read; no rule has to

	all, alone uint64
}

// bit returns the bit of a choice, 0 if the question has no such choice.
func (q *Question) bit(id string) uint64 {
	for i := range q.Choices {
		if q.Choices[i].ID == id {
			return 1 << i
		}
	}
	return 0
}

// Mask returns the bits of the choices named, or an error that names the first
// one the question does not have.
func (q *Question) Mask(ids ...string) (uint64, error) {
	var mask uint64
	for _, id := range ids {
		bit := q.bit(id)
		if bit == 0 {
			return 0, fmt.Errorf("question %q has no choice %q%s", q.ID, id, strict.Suggest(id, q.choiceIDs()))
		}
		mask |= bit
	}
	return mask, nil
}

// IDs returns the ids of the choices in mask, in the question's order.
func (q *Question) IDs(mask uint64) []string {
	ids := make([]string, 0, bits.OnesCount64(mask))
	for i := range q.Choices {
		if mask&(1<<i) != 0 {
			ids = append(ids, q.Choices[i].ID)
		}
	}
	return ids
}

func (q *Question) choiceIDs() []string { return q.IDs(q.all) }

// Excludes reports whether mask holds a choice that must stand alone beside
// another one.
func (q *Question) Excludes(mask uint64) bool {
	return mask&q.alone != 0 && bits.OnesCount64(mask) > 1
}

// Alone returns the bits of the choices that exclude every other.
func (q *Question) Alone() uint64 { return q.alone }

// Definite is the answer that consists of exactly these choices.
func (q *Question) Definite(mask uint64) Answer { return Answer{mask, mask} }

// Open is the answer that leaves everything possible.
func (q *Question) Open() Answer { return Answer{0, q.all} }

// DontKnow is the answer "I don't know": open, except for the choice it
// certainly means where the question names one.
func (q *Question) DontKnow() Answer {
	bit := q.bit(q.DontKnowAs)
	switch {
	case bit == 0:
		return q.Open()
	case q.Kind == One, bit&q.alone != 0:
		return q.Definite(bit) // it leaves no room for another
	}
	return Answer{bit, q.all &^ q.alone}
}

// Vocabulary is what conditions can speak of: the questions in the order they
// are asked.
type Vocabulary struct {
	questions []Question
	index     map[string]int
}

// NewVocabulary makes a vocabulary of questions with distinct ids and at most
// MaxChoices choices each; their AskIf is set later, by AskIf, because it may
// speak of the questions before.
func NewVocabulary(questions []Question) *Vocabulary {
	v := &Vocabulary{questions: questions, index: make(map[string]int, len(questions))}
	for i := range questions {
		q := &questions[i]
		if _, twice := v.index[q.ID]; !twice {
			v.index[q.ID] = i
		}
		if q.Kind == Text {
			q.all = 1 // one bit: something was written
		}
		for j, c := range q.Choices {
			q.all |= 1 << j
			if c.Alone {
				q.alone |= 1 << j
			}
		}
	}
	return v
}

// AskIf compiles the condition under which question i is asked. It may speak
// of the questions before it only; faults go to the node's log.
func (v *Vocabulary) AskIf(i int, node strict.Node) {
	scope := scope{vocabulary: v, before: i}
	v.questions[i].AskIf = scope.condition(node)
}

// Len is the number of questions.
func (v *Vocabulary) Len() int { return len(v.questions) }

// Question returns question i.
func (v *Vocabulary) Question(i int) *Question { return &v.questions[i] }

// Find returns the place of the question with this id.
func (v *Vocabulary) Find(id string) (int, bool) {
	i, ok := v.index[id]
	return i, ok
}

// IDs returns the ids of all questions, in order.
func (v *Vocabulary) IDs() []string {
	ids := make([]string, len(v.questions))
	for i := range v.questions {
		ids[i] = v.questions[i].ID
	}
	return ids
}

// Open returns answers in which nothing is answered.
func (v *Vocabulary) Open() Answers {
	answers := make(Answers, len(v.questions))
	for i := range answers {
		answers[i] = v.questions[i].Open()
	}
	return answers
}

// Asked reports for each question whether it is asked: True, False (ruled
// out by an earlier answer), or Unknown (an earlier answer is open).
func (v *Vocabulary) Asked(answers Answers) []Truth {
	f := newFacts(len(v.questions))
	f.see(v, answers)
	return f.asked
}
