package rules

import "slices"

// Reason is one answer that a finding rests on.
type Reason struct {
	Question int    // its place in the vocabulary
	Chosen   uint64 // the choices that count; none when the question is open
}

// Because is what a finding rests on, one reason a question, in the order the
// questions are asked.
type Because []Reason

func (b *Because) add(question int, chosen uint64) {
	at, found := slices.BinarySearchFunc(*b, question, func(r Reason, q int) int { return r.Question - q })
	if !found {
		*b = slices.Insert(*b, at, Reason{Question: question})
	}
	(*b)[at].Chosen |= chosen
}

// because adds the answers that give the condition the value it has: of a true
// "any" the parts that hold, of a false "all" those that fail, of an unknown
// one those that are open.
func (c *Condition) because(v *Vocabulary, f *facts, b *Because) {
	switch c.op {
	case opAll, opAny:
		value := c.eval(f)
		for i := range c.parts {
			if c.parts[i].eval(f) == value {
				c.parts[i].because(v, f, b)
			}
		}
	case opNot:
		c.parts[0].because(v, f, b)
	case opFactor:
		c.factor.When.because(v, f, b)
	default:
		c.leafBecause(v, f, b)
	}
}

func (c *Condition) leafBecause(v *Vocabulary, f *facts, b *Because) {
	if f.asked[c.question] != True {
		v.questions[c.question].AskIf.because(v, f, b)
		return
	}
	chosen := f.answers[c.question].Chosen
	switch {
	case c.op != opUnknown && c.eval(f) == Unknown:
		chosen = 0
	case chosen&c.mask != 0 && c.op != opOnly:
		chosen &= c.mask
	}
	b.add(c.question, chosen)
}

// reasons returns why the condition has the value it has.
func (c *Condition) reasons(v *Vocabulary, f *facts) Because {
	var b Because
	c.because(v, f, &b)
	return b
}
