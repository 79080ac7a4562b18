package rules

import "math/bits"

// completion asks what the answers to open questions could still bring. It
// settles one choice of one question at a time, looks at the condition again,
// and stops as soon as its value is certain: exact, and far from trying every
// set of answers.
type completion struct {
	vocabulary *Vocabulary
	given      []Answer
	facts      facts
}

// newCompletion starts from what is known. A question that is not asked now
// counts as open, for it may be asked once another is answered.
func newCompletion(v *Vocabulary, known *facts) *completion {
	c := &completion{vocabulary: v, given: make([]Answer, v.Len()), facts: newFacts(v.Len())}
	c.facts.given, c.facts.settled = c.given, true
	for i := range c.given {
		c.given[i] = known.answers[i]
		if known.asked[i] != True {
			c.given[i] = v.questions[i].Open()
		}
	}
	return c
}

// can reports whether some answers to the open questions give the condition
// the value want.
func (c *completion) can(condition *Condition, want Truth) bool {
	c.facts.see(c.vocabulary, c.given)
	if value := condition.eval(&c.facts); value != Unknown {
		return value == want
	}
	question, bit, _ := condition.openBit(c.vocabulary, &c.facts, -1)
	return c.either(question, bit, func() bool { return c.can(condition, want) })
}

// matters reports whether, with the other open questions answered in some way,
// the answer to this question decides the condition.
func (c *completion) matters(condition *Condition, question int) bool {
	c.facts.see(c.vocabulary, c.given)
	if condition.eval(&c.facts) != Unknown {
		return false
	}
	other, bit, ok := condition.openBit(c.vocabulary, &c.facts, question)
	if !ok {
		return c.can(condition, True) && c.can(condition, False)
	}
	return c.either(other, bit, func() bool { return c.matters(condition, question) })
}

// either tries a choice as not made and as made, and puts the answer back.
func (c *completion) either(question int, bit uint64, holds func() bool) bool {
	q, saved := &c.vocabulary.questions[question], c.given[question]
	defer func() { c.given[question] = saved }()
	for _, made := range [...]bool{false, true} {
		c.given[question] = q.settle(saved, bit, made)
		if c.given[question].Possible != 0 && holds() {
			return true
		}
	}
	return false
}

// settle narrows an open answer by one choice, and by what follows from it:
// a question of kind one, and a choice that stands alone, leave no second.
func (q *Question) settle(a Answer, bit uint64, made bool) Answer {
	switch {
	case !made:
		a.Possible &^= bit
		if a.Chosen == 0 && bits.OnesCount64(a.Possible) == 1 {
			a.Chosen = a.Possible
		}
	case q.Kind == One || bit&q.alone != 0:
		a.Chosen, a.Possible = bit, bit
	default:
		a.Chosen |= bit
		a.Possible &^= q.alone
	}
	return a
}
