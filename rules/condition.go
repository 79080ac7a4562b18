package rules

type op uint8

const (
	opAnyOf op = iota
	opAllOf
	opOnly
	opUnknown
	opFactor
	opNot
	opAll
	opAny
)

// Condition is a compiled condition on answers: a tree whose leaves each test
// one question against a mask of choices. The same form decides when a
// question is asked and when a rule holds.
type Condition struct {
	op       op
	question int
	mask     uint64
	factor   *Factor
	parts    []Condition
}

// eval is the hot path: no allocation, a mask test a leaf.
func (c *Condition) eval(f *facts) Truth {
	switch c.op {
	case opAnyOf:
		a := &f.answers[c.question]
		if a.Chosen&c.mask != 0 {
			return True
		}
		if a.Possible&c.mask == 0 {
			return False
		}
		return Unknown
	case opAll:
		least := True
		for i := range c.parts {
			if least = min(least, c.parts[i].eval(f)); least == False {
				break
			}
		}
		return least
	case opAny:
		most := False
		for i := range c.parts {
			if most = max(most, c.parts[i].eval(f)); most == True {
				break
			}
		}
		return most
	case opFactor:
		if f.factors != nil {
			return f.factors[c.factor.place]
		}
		return c.factor.When.eval(f)
	case opNot:
		return c.parts[0].eval(f).not()
	default:
		return c.evalRare(f)
	}
}

func (c *Condition) evalRare(f *facts) Truth {
	a := f.answers[c.question]
	switch c.op {
	case opAllOf:
		if a.Chosen&c.mask == c.mask {
			return True
		}
		if a.Possible&c.mask != c.mask {
			return False
		}
	case opOnly:
		if a.Chosen&^c.mask != 0 || a.Possible&c.mask == 0 {
			return False
		}
		if a.Chosen != 0 && a.Possible&^c.mask == 0 {
			return True
		}
	case opUnknown:
		return truthOf(a.open() && !f.settled)
	}
	return Unknown
}

// openBit finds a choice whose being made or not would help to settle an
// unknown condition, passing over the question except. It returns the question
// and the choice's bit, or false if no other question can help. A question of
// which only the answer to except tells whether it is asked counts as another.
func (c *Condition) openBit(v *Vocabulary, f *facts, except int) (question int, bit uint64, ok bool) {
	switch c.op {
	case opAll, opAny, opNot:
		for i := range c.parts {
			if c.parts[i].eval(f) != Unknown {
				continue
			}
			if question, bit, ok = c.parts[i].openBit(v, f, except); ok {
				return question, bit, true
			}
		}
		return 0, 0, false
	case opFactor:
		return c.factor.When.openBit(v, f, except)
	}
	a := f.answers[c.question]
	switch {
	case f.asked[c.question] == Unknown:
		if question, bit, ok = v.questions[c.question].AskIf.openBit(v, f, except); ok {
			return question, bit, true
		}
		a = f.given[c.question]
	case c.question == except:
		return 0, 0, false
	}
	open := c.telling(a.Possible &^ a.Chosen)
	return c.question, open & -open, open != 0
}

// telling leaves of the open choices those that tell the most about a test, so
// that a search settles it in a few steps: for "only" the others, any of which
// would make it false, else the choices named.
func (c *Condition) telling(open uint64) uint64 {
	named, others := open&c.mask, open&^c.mask
	if named == 0 || (c.op == opOnly && others != 0) {
		return others
	}
	return named
}

// each calls visit with every leaf below c, factors followed.
func (c *Condition) each(visit func(*Condition)) {
	switch c.op {
	case opAll, opAny, opNot:
		for i := range c.parts {
			c.parts[i].each(visit)
		}
	case opFactor:
		c.factor.When.each(visit)
	default:
		visit(c)
	}
}
