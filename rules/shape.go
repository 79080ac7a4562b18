package rules

// Form is what a condition is at its outermost: a test of one question, or a
// way to join parts.
type Form uint8

// The forms. The first four test a question.
const (
	FormAnyOf   Form = Form(opAnyOf)   // at least one of the choices
	FormAllOf   Form = Form(opAllOf)   // all of the choices
	FormOnly    Form = Form(opOnly)    // nothing but some of the choices
	FormUnknown Form = Form(opUnknown) // no answer is known
	FormNot     Form = Form(opNot)     // not its one part
	FormAll     Form = Form(opAll)     // all of its parts
	FormAny     Form = Form(opAny)     // any of its parts
)

// Shape is a condition laid open one level, for who writes conditions in
// another language. A named factor is laid open as its own condition.
type Shape struct {
	Form     Form
	Parts    []*Condition // what FormNot, FormAll and FormAny join
	Question int          // what the others test: the place of a question,
	Choices  uint64       // and the choices named, one bit each; none with FormUnknown
}

// Shape lays the condition open.
func (c *Condition) Shape() Shape {
	if c.op == opFactor {
		return c.factor.When.Shape()
	}
	s := Shape{Form: Form(c.op), Question: c.question, Choices: c.mask}
	for i := range c.parts {
		s.Parts = append(s.Parts, &c.parts[i])
	}
	return s
}

// Of is what a test makes of this answer to its question. It is for the four
// forms that test a question.
func (s Shape) Of(a Answer) Truth {
	test := Condition{op: op(s.Form), mask: s.Choices}
	return test.eval(&facts{answers: []Answer{a}})
}
