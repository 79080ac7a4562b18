package fhir

import (
	"slices"

	"scarcheck/rules"
)

// conditions puts our three-valued conditions as plain logic of what is
// answered: holds for true, fails for false. Where neither is so the value is
// unknown.
type conditions struct{ *rules.Vocabulary }

// when is the logic of a condition being true.
func (v conditions) when(c *rules.Condition) (f logic, err error) {
	if c == nil {
		return always, nil
	}
	defer func() {
		if r := recover(); r != nil {
			if r != any(errGrows) {
				panic(r)
			}
			err = errGrows
		}
	}()
	f = v.holds(c)
	for n, c := range f {
		f[n] = v.plain(c)
	}
	if f = f.absorbed(); len(f) > 0 && len(f[0]) == 0 {
		return logic{{{0, anyOption, false}}, {{0, anyOption, true}}}, nil // never: an answer there and not there
	}
	return f, nil
}

// last is the last question that a condition reads.
func last(c *rules.Condition) int {
	s := c.Shape()
	at := s.Question
	for _, part := range s.Parts {
		at = max(at, last(part))
	}
	return at
}

// ruledOut says when question i does not apply.
func (v conditions) ruledOut(i int) logic {
	if c := v.Question(i).AskIf; c != nil {
		return v.fails(c)
	}
	return never
}

func (v conditions) holds(c *rules.Condition) logic {
	s := c.Shape()
	switch s.Form {
	case rules.FormAll:
		return and(each(s.Parts, v.holds)...)
	case rules.FormAny:
		return or(each(s.Parts, v.holds)...)
	case rules.FormNot:
		return v.fails(s.Parts[0])
	}
	return v.test(s, rules.True)
}

func (v conditions) fails(c *rules.Condition) logic {
	s := c.Shape()
	switch s.Form {
	case rules.FormAll:
		return or(each(s.Parts, v.fails)...)
	case rules.FormAny:
		return and(each(s.Parts, v.fails)...)
	case rules.FormNot:
		return v.holds(s.Parts[0])
	}
	return v.test(s, rules.False)
}

func each(parts []*rules.Condition, put func(*rules.Condition) logic) []logic {
	all := make([]logic, len(parts))
	for i, part := range parts {
		all[i] = put(part)
	}
	return all
}

// test is the logic of a test having this value, over all that can become of
// its question: answered, answered by "I don't know" or "I prefer not to say",
// left out, ruled out, or not asked because it is not known whether it applies.
func (v conditions) test(s rules.Shape, value rules.Truth) logic {
	i := s.Question
	q := v.Question(i)
	dontKnow, preferNot := len(q.Choices), len(q.Choices)+1
	f := v.answered(s, q, value)
	if s.Of(q.DontKnow()) == value {
		f = or(f, one(literal{i, dontKnow, false}))
	}
	if s.Of(q.Open()) == value {
		leftOpen := and(one(literal{i, anyOption, true}), not(v.ruledOut(i)))
		f = or(f, one(literal{i, preferNot, false}), leftOpen)
	}
	if s.Of(rules.Answer{}) == value {
		f = or(f, v.ruledOut(i))
	}
	return f
}

// answered is the logic of a test having this value by an answer in full.
func (v conditions) answered(s rules.Shape, q *rules.Question, value rules.Truth) logic {
	a := options{s.Question, q}
	switch {
	case s.Form == rules.FormUnknown && value == rules.True:
		return never
	case s.Form == rules.FormUnknown && q.Kind == rules.Text:
		return a.written()
	case s.Form == rules.FormUnknown:
		return a.some(a.all())
	case q.Kind == rules.One:
		var fit uint64
		for i := range q.Choices {
			if s.Of(q.Definite(1<<i)) == value {
				fit |= 1 << i
			}
		}
		return a.some(fit)
	}
	return a.many(s, value == rules.True)
}

// many is the same for a question of kind many, whose answers are too many to
// try each.
func (a options) many(s rules.Shape, holds bool) logic {
	named, others := s.Choices, a.all()&^s.Choices
	switch {
	case s.Form == rules.FormAnyOf && holds:
		return a.some(named)
	case s.Form == rules.FormAnyOf:
		return a.onlyOf(others)
	case s.Form == rules.FormOnly && holds:
		return a.onlyOf(named)
	case s.Form == rules.FormOnly:
		return a.some(others)
	case holds:
		return a.every(named)
	}
	return and(a.some(a.all()), not(a.every(named)))
}

// options are the choices of the question at a place, as answer options.
type options struct {
	place int
	*rules.Question
}

func (a options) all() uint64 { return a.Open().Possible }

// some: at least one of these choices is made.
func (a options) some(choices uint64) logic {
	c := clause{}
	for i := range a.Choices {
		if choices&(1<<i) != 0 {
			c = append(c, literal{a.place, i, false})
		}
	}
	return logic{c}
}

// every: all of these choices are made.
func (a options) every(choices uint64) logic {
	f := always
	for i := range a.Choices {
		if choices&(1<<i) != 0 {
			f = append(f, clause{{a.place, i, false}})
		}
	}
	return f
}

// onlyOf: one or more of these choices are made, and no other. Next to a
// choice that stands alone there is no other to look for.
func (a options) onlyOf(choices uint64) logic {
	others := a.all() &^ choices &^ a.Alone()
	return or(a.some(choices&a.Alone()), and(a.some(choices&^a.Alone()), not(a.some(others))))
}

// written: there is a text. A text is no option, so it is an answer that is
// none of those.
func (a options) written() logic {
	return logic{{{a.place, anyOption, false}}, {{a.place, 0, true}}, {{a.place, 1, true}}}
}

// plain says a clause without "not", as far as the question takes one answer
// only: not this one is any other, or none.
func (v conditions) plain(c clause) clause {
	var said clause
	for len(c) > 0 {
		i := c[0].question
		end := 1
		for end < len(c) && c[end].question == i {
			end++
		}
		if v.Question(i).Kind == rules.One {
			said = append(said, merged(c[:end], len(v.Question(i).Choices)+len(noAnswers))...)
		} else {
			said = append(said, c[:end]...)
		}
		c = c[end:]
	}
	return said
}

// merged puts the literals of a clause on a question of so many options, of
// which one at most is answered, as the set of answers that make it hold.
func merged(c clause, options int) clause {
	holds := func(answer int) bool { // anyOption: no answer
		return slices.ContainsFunc(c, func(l literal) bool {
			is := l.option == answer
			if l.option == anyOption {
				is = answer != anyOption
			}
			return is != l.not
		})
	}
	place := c[0].question
	var set clause
	for option := range options {
		if holds(option) {
			set = append(set, literal{place, option, false})
		}
	}
	if len(set) == options {
		set = clause{{place, anyOption, false}}
	}
	if holds(anyOption) {
		set = append(set, literal{place, anyOption, true})
	}
	return set
}
