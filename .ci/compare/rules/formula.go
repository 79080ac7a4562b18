package rules

import (
	"slices"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// formula is a condition in which nothing but tests is negated.
type formula struct {
	op       op
	parts    []formula // all, either
	question string    // open, settled
	choices  []string  // some, none: "question/choice"
}

type op string

const (
	all     op = "all"
	either  op = "either"
	some    op = "some" // one of the choices is made
	none    op = "none"
	open    op = "open"
	settled op = "settled"
)

func (o op) turned() op {
	return map[op]op{all: either, either: all, some: none, none: some, open: settled, settled: open}[o]
}

// formula reads a condition, or its opposite.
func (b *Book) formula(node strict.Node, not bool) formula {
	turn := func(o op) op {
		if not {
			return o.turned()
		}
		return o
	}
	m := pairs(node)
	switch {
	case !m["not"].IsZero():
		return b.formula(m["not"], !not)
	case !m["factor"].IsZero():
		return b.formula(b.factors[m["factor"].Text()], not)
	case !m["all"].IsZero():
		return b.join(turn(all), m["all"], not)
	case !m["any"].IsZero():
		return b.join(turn(either), m["any"], not)
	}
	place, _ := b.vocabulary.Find(m["q"].Text())
	q := b.vocabulary.Question(place)
	switch {
	case !m["unknown"].IsZero():
		return formula{op: turn(open), question: q.ID}
	case !m["any_of"].IsZero():
		return formula{op: turn(some), choices: keys(q, texts(m["any_of"]), true)}
	case !m["is"].IsZero() && q.Kind == rules.One:
		return formula{op: turn(some), choices: keys(q, []string{m["is"].Text()}, true)}
	case !m["all_of"].IsZero():
		f := formula{op: turn(all)}
		for _, choice := range texts(m["all_of"]) {
			f.parts = append(f.parts, formula{op: turn(some), choices: keys(q, []string{choice}, true)})
		}
		return f
	}
	these := []string{m["is"].Text()}
	if !m["only"].IsZero() {
		these = texts(m["only"])
	}
	return formula{op: turn(all), parts: []formula{
		{op: turn(some), choices: keys(q, these, true)},
		{op: turn(none), choices: keys(q, these, false)},
	}}
}

func (b *Book) join(o op, list strict.Node, not bool) formula {
	f := formula{op: o}
	for _, part := range list.Items() {
		f.parts = append(f.parts, b.formula(part, not))
	}
	return f
}

func texts(list strict.Node) []string {
	var found []string
	for _, item := range list.Items() {
		found = append(found, item.Text())
	}
	return found
}

// keys are these choices of a question, or all the others.
func keys(q *rules.Question, these []string, in bool) []string {
	var found []string
	for _, choice := range q.Choices {
		if slices.Contains(these, choice.ID) == in {
			found = append(found, q.ID+"/"+choice.ID)
		}
	}
	return found
}
