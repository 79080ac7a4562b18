package rules

// program is every condition of a guideline as one list of steps: what a step
// needs stands before it, and what several rules share stands there once. A
// pass over the list gives all values. Which steps are taken never depends on
// the answers, so the processor cannot guess wrong; that, and not walking
// trees, makes it three times as fast as asking each condition in turn.
type program struct {
	steps  []step
	rules  []uint32 // the step that gives each rule its value
	all    []uint64 // the choices of each question
	steady []bool   // of each level: see Condition.steady
}

// step works out one value from an answer, or from the values of two steps
// before it. It has 16 bytes, because that is quick to index.
type step struct {
	op stepOp
	a  uint32 // a question, or a step
	b  uint64 // choices, or a step
}

type stepOp uint8

const (
	stepAny     stepOp = iota // question a: one of the choices b is made
	stepBoth                  // step a and step b hold
	stepEither                // step a or step b holds
	stepNone                  // question a: none of the choices b is made
	stepOpen                  // question a: the answer is open
	stepSettled               // question a: it is not
	stepSee                   // question a is asked if step b holds
)

// run gives each step its value, and each rule's into rules; on the way it
// fills f as facts.see does.
func (p *program) run(given []Answer, f *facts, values, rules []Truth) {
	answers, steps := f.answers, p.steps
	copy(answers, given)
	values = values[:len(steps)]
	for i := range steps {
		s := &steps[i]
		var value Truth
		switch s.op {
		case stepAny:
			a := &answers[s.a]
			value = bit(a.Possible&s.b != 0) | bit(a.Chosen&s.b != 0)<<1
		case stepBoth:
			value = values[s.a] & values[s.b]
		case stepEither:
			value = values[s.a] | values[s.b]
		case stepNone:
			a := &answers[s.a]
			value = bit(a.Chosen&s.b == 0) | bit(a.Possible&s.b == 0)<<1
		case stepOpen:
			value = True * bit(answers[s.a].open())
		case stepSettled:
			value = True * bit(!answers[s.a].open())
		case stepSee:
			value = values[s.b]
			answers[s.a].see(value, p.all[s.a])
			f.asked[s.a] = value
		}
		values[i] = value
	}
	rules = rules[:len(p.rules)]
	for i, step := range p.rules {
		rules[i] = values[step]
	}
}

// see makes the answer what rules may take from it: as given if the question
// is asked, none if it is not, open if that is not known. It has no branch.
func (a *Answer) see(asked Truth, all uint64) {
	may, keep := -uint64(asked&1), -uint64(asked>>1)
	a.Chosen &= keep
	a.Possible = a.Possible&keep | all&may&^keep
}

// compiler turns conditions into the steps of a program.
type compiler struct {
	program
	vocabulary *Vocabulary
	known      map[step]uint32 // where each step stands
}

func compile(v *Vocabulary, rules []*Condition) *program {
	c := &compiler{vocabulary: v, known: map[step]uint32{}}
	for i := range v.questions {
		q := &v.questions[i]
		c.all = append(c.all, q.all)
		if q.AskIf != nil {
			c.step(step{stepSee, uint32(i), uint64(c.condition(q.AskIf, false))})
		}
	}
	for _, rule := range rules {
		c.rules = append(c.rules, c.condition(rule, false))
	}
	return &c.program
}

// condition returns the step that gives the condition, or its opposite, its
// value. No step negates: "not" moves down to the tests, by De Morgan's laws.
func (c *compiler) condition(of *Condition, not bool) uint32 {
	if of == nil {
		return c.step(step{op: pick(not, stepAny, stepNone)}) // none of no choices: always
	}
	switch of.op {
	case opNot:
		return c.condition(&of.parts[0], !not)
	case opFactor:
		return c.condition(of.factor.When, not)
	case opAll, opAny:
		return c.join((of.op == opAll) != not, len(of.parts), func(i int) uint32 { return c.condition(&of.parts[i], not) })
	case opUnknown:
		return c.step(step{op: pick(not, stepSettled, stepOpen), a: uint32(of.question)})
	case opOnly: // one of these, and none of the others
		others := c.vocabulary.questions[of.question].all &^ of.mask
		return c.join(!not, 2, func(i int) uint32 {
			return c.test(of.question, [...]uint64{of.mask, others}[i], (i == 1) != not)
		})
	case opAllOf:
		each := singles(of.mask)
		return c.join(!not, len(each), func(i int) uint32 { return c.test(of.question, each[i], not) })
	default:
		return c.test(of.question, of.mask, not)
	}
}

func (c *compiler) test(question int, choices uint64, not bool) uint32 {
	return c.step(step{pick(not, stepNone, stepAny), uint32(question), choices})
}

// join is the step at which all of the parts hold, or one of them.
func (c *compiler) join(all bool, parts int, part func(int) uint32) uint32 {
	joined := part(0)
	for i := 1; i < parts; i++ {
		joined = c.step(step{pick(all, stepBoth, stepEither), joined, uint64(part(i))})
	}
	return joined
}

// step returns where the step stands, and adds it if it is new.
func (c *compiler) step(s step) uint32 {
	at, ok := c.known[s]
	if !ok {
		at = uint32(len(c.steps))
		c.known[s] = at
		c.steps = append(c.steps, s)
	}
	return at
}

func pick(first bool, a, b stepOp) stepOp {
	if first {
		return a
	}
	return b
}

// singles are the bits of a mask, one by one.
func singles(mask uint64) []uint64 {
	var bits []uint64
	for ; mask != 0; mask &= mask - 1 {
		bits = append(bits, mask&-mask)
	}
	return bits
}
