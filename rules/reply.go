package rules

import (
	"math/bits"
	"strings"
)

// State says how a question was met. The three ways of not answering are kept
// apart, as package quiz keeps them; its states have the same order.
type State uint8

// The states of a reply.
const (
	Unanswered State = iota
	DontKnow
	PreferNot
	Answered
)

// Reply is one of all the ways to meet a question: the choices made, or that
// there is no answer and how.
type Reply struct {
	State  State
	Chosen uint64 // the choices; 1 for free text; 0 unless Answered
}

// answer is the reply as conditions see it.
func (r Reply) answer(q *Question) Answer {
	switch r.State {
	case Answered:
		return q.Definite(r.Chosen)
	case DontKnow:
		return q.DontKnow()
	default:
		return q.Open()
	}
}

// cost orders replies by how much they ask of a reader: first how many
// questions are answered, then how many choices are made. No answer that is
// said in words costs more than a plain answer.
func (r Reply) cost() int {
	switch r.State {
	case Unanswered:
		return 0
	case Answered:
		return oneAnswer + bits.OnesCount64(r.Chosen)
	default:
		return oneAnswer + MaxChoices
	}
}

// oneAnswer is more than all choices of all questions can add up to.
const oneAnswer = 1 << 20

// words is the reply as answers files write it.
func (r Reply) words(q *Question) string {
	switch {
	case r.State == Unanswered:
		return "unanswered"
	case r.State == DontKnow:
		return "dont-know"
	case r.State == PreferNot:
		return "prefer-not"
	case q.Kind == Text:
		return "answered"
	case q.Kind == One:
		return strings.Join(q.IDs(r.Chosen), ", ")
	}
	return "[" + strings.Join(q.IDs(r.Chosen), ", ") + "]"
}

// mostCombined is how many choices a question of kind many may have for its
// answers to be proved over: each of its 2^n combinations is looked at.
const mostCombined = 16

// replies are all ways to meet a question, unanswered first.
func (q *Question) replies() []Reply {
	all := []Reply{{State: Unanswered}, {State: DontKnow}, {State: PreferNot}}
	switch q.Kind {
	case One:
		for i := range q.Choices {
			all = append(all, Reply{Answered, 1 << i})
		}
	case Text:
		all = append(all, Reply{Answered, 1})
	default:
		for chosen := uint64(1); chosen <= q.all; chosen++ {
			if chosen&^q.all == 0 && !q.Excludes(chosen) {
				all = append(all, Reply{Answered, chosen})
			}
		}
	}
	return all
}

// fits reports whether an open answer may turn out to be this definite one.
func (a Answer) fits(definite Answer) bool {
	return !definite.open() && a.Chosen&^definite.Chosen == 0 && definite.Chosen&^a.Possible == 0
}
