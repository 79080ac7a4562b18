package form

import "scarcheck/rules"

// conditions put conditions as rules for paper. A condition has three values,
// paper has two; so each of true and false has a rule of its own, and where
// neither holds the value is unknown. A question is asked where its condition
// certainly holds.
type conditions struct {
	*rules.Vocabulary
	asked []rule // who answers each question so far
}

// asking is who answers the next question.
func (c *conditions) asking(q *rules.Question) rule {
	if q.AskIf == nil {
		return always
	}
	return c.holds(q.AskIf)
}

func (c *conditions) holds(when *rules.Condition) rule {
	s := when.Shape()
	switch s.Form {
	case rules.FormAll:
		return all(each(s.Parts, c.holds)...)
	case rules.FormAny:
		return either(each(s.Parts, c.holds)...)
	case rules.FormNot:
		return c.fails(s.Parts[0])
	}
	return c.test(&s)
}

func (c *conditions) fails(when *rules.Condition) rule {
	s := when.Shape()
	switch s.Form {
	case rules.FormAll:
		return either(each(s.Parts, c.fails)...)
	case rules.FormAny:
		return all(each(s.Parts, c.fails)...)
	case rules.FormNot:
		return c.holds(s.Parts[0])
	}
	return either(c.testFails(&s), c.ruledOut(s.Question))
}

func each(parts []*rules.Condition, put func(*rules.Condition) rule) []rule {
	list := make([]rule, len(parts))
	for i, part := range parts {
		list[i] = put(part)
	}
	return list
}

// ruledOut is when a question does not apply: then a test of it is false, not
// unknown.
func (c *conditions) ruledOut(question int) rule {
	if when := c.Question(question).AskIf; when != nil {
		return c.fails(when)
	}
	return never
}

// test is when a test of one question certainly holds.
func (c *conditions) test(s *rules.Shape) rule {
	q := c.Question(s.Question)
	dontKnow := boxes{dontKnow: s.Of(q.DontKnow()) == rules.True}
	switch s.Form {
	case rules.FormAnyOf:
		return c.marked(s.Question, boxes{s.Choices, dontKnow.dontKnow})
	case rules.FormOnly:
		return c.among(s.Question, boxes{s.Choices, dontKnow.dontKnow}, everyBox(q)&^s.Choices)
	case rules.FormAllOf:
		return either(c.marked(s.Question, dontKnow), c.eachOf(s.Question, s.Choices))
	}
	left := boxes{everyBox(q), s.Of(q.DontKnow()) != rules.True}
	return all(not(c.marked(s.Question, left)), not(c.ruledOut(s.Question)))
}

// testFails is when a test of a question that applies is certainly false.
func (c *conditions) testFails(s *rules.Shape) rule {
	q := c.Question(s.Question)
	others := everyBox(q) &^ s.Choices
	dontKnow := boxes{dontKnow: s.Of(q.DontKnow()) == rules.False}
	switch s.Form {
	case rules.FormAnyOf:
		return c.among(s.Question, boxes{others, dontKnow.dontKnow}, s.Choices)
	case rules.FormOnly:
		return c.marked(s.Question, boxes{others, dontKnow.dontKnow})
	case rules.FormAllOf:
		some := c.marked(s.Question, boxes{choices: everyBox(q)})
		return either(c.marked(s.Question, dontKnow), all(some, not(c.eachOf(s.Question, s.Choices))))
	}
	return c.marked(s.Question, boxes{everyBox(q), dontKnow.dontKnow})
}

// marked is when any of the boxes is marked. Nobody marks a question that the
// paper asks nobody.
func (c *conditions) marked(question int, b boxes) rule {
	if c.asked[question].constant(never) {
		return never
	}
	return marked(question, b)
}

// among is when any of some boxes is marked and none of others. The second goes
// without saying where the first leaves no room for it.
func (c *conditions) among(question int, some boxes, none uint64) rule {
	q := c.Question(question)
	if q.Kind == rules.One || some.choices&^q.Alone() == 0 || none&^q.Alone() == 0 {
		return c.marked(question, some)
	}
	return all(c.marked(question, some), unmarked(question, boxes{choices: none}))
}

// eachOf is when every one of the choices is marked.
func (c *conditions) eachOf(question int, choices uint64) rule {
	var parts []rule
	if q := c.Question(question); q.Excludes(choices) || (q.Kind == rules.One && choices&(choices-1) != 0) {
		return never
	}
	for ; choices != 0; choices &= choices - 1 {
		parts = append(parts, c.marked(question, boxes{choices: choices & -choices}))
	}
	return all(parts...)
}
