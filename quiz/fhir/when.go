package fhir

import (
	"fmt"
	"slices"
)

// The operators of enableWhen that are used. What "!=" makes of a question
// without an answer is told in several ways, so it never stands without
// "exists" = false beside it, and "any" between them.
const (
	opEqual    = "="
	opNotEqual = "!="
	opExists   = "exists"
)

// when makes an item depend on logic. An item has one list of comparisons, of
// which all or any must hold. So the clauses of a single literal become the
// item's own list under "all", and each other clause a list under "any": the
// last one on the item itself, the others on groups around it.
func (b *formBuilder) when(item *Item, f logic) {
	var single clause
	var lists []clause
	for _, c := range f {
		if len(c) == 1 && !(c[0].not && c[0].option != anyOption) {
			single = append(single, c[0])
		} else {
			lists = append(lists, c)
		}
	}
	guards := make([]guard, 0, len(lists)+1)
	for _, list := range lists {
		guards = append(guards, guard{"any", b.compare(list)})
	}
	if len(single) > 0 {
		guards = append(guards, guard{"all", b.compare(single)})
	}
	guarded(item, guards)
}

// guard is a list of comparisons and how they are joined.
type guard struct {
	behavior string
	when     []EnableWhen
}

func guarded(item *Item, guards []guard) {
	inner := item.LinkID
	for n, g := range slices.Backward(guards) {
		if n < len(guards)-1 {
			link := fmt.Sprintf("%s.if-%d", inner, n+1)
			*item = Item{LinkID: link, Type: "group", Item: []Item{*item}}
		}
		item.EnableWhen = g.when
		if len(g.when) > 1 {
			item.EnableBehavior = g.behavior
		}
	}
}

// compare puts the literals of a list as comparisons.
func (b *formBuilder) compare(c clause) []EnableWhen {
	var when []EnableWhen
	for _, l := range c {
		q := &b.protocol.Questions[l.question]
		if l.option == anyOption {
			when = appendNew(when, exists(q.ID, !l.not))
			continue
		}
		w := EnableWhen{Question: q.ID, Operator: opEqual, AnswerCoding: b.coding(l.question, l.option)}
		if l.not {
			w.Operator = opNotEqual
			when = appendNew(when, exists(q.ID, false))
		}
		when = append(when, w)
	}
	return when
}

func exists(question string, answered bool) EnableWhen {
	return EnableWhen{Question: question, Operator: opExists, AnswerBoolean: &answered}
}

// appendNew appends a test for an answer, unless it stands there already.
func appendNew(list []EnableWhen, w EnableWhen) []EnableWhen {
	for _, other := range list {
		if other.Question == w.Question && other.Operator == opExists && *other.AnswerBoolean == *w.AnswerBoolean {
			return list
		}
	}
	return append(list, w)
}
