package form

import (
	"slices"

	"scarcheck/rules"
)

// rule is who answers a question, told by the marks on the paper alone. On
// paper there are two values only: a mark is there, or it is not.
type rule struct {
	op       op
	question int   // of opMarked and opUnmarked: its place
	boxes    boxes // of opMarked and opUnmarked
	parts    []rule
}

type op uint8

const (
	opAll      op = iota // all parts hold; without parts it always does
	opAny                // any part holds; without parts it never does
	opMarked             // any of the boxes is marked
	opUnmarked           // none of the boxes is
)

// boxes are some of the boxes of a question. What is written in answer to a
// question of kind text counts as its first box.
type boxes struct {
	choices  uint64
	dontKnow bool
}

func (b boxes) in(of boxes) bool {
	return b.choices&^of.choices == 0 && (!b.dontKnow || of.dontKnow)
}

func (b boxes) with(c boxes) boxes { return boxes{b.choices | c.choices, b.dontKnow || c.dontKnow} }

var always, never = rule{op: opAll}, rule{op: opAny}

func (r *rule) is(op op) bool { return r.op == op }

func (r *rule) constant(c rule) bool { return r.op == c.op && len(r.parts) == 0 }

func marked(question int, b boxes) rule {
	if b == (boxes{}) {
		return never
	}
	return rule{op: opMarked, question: question, boxes: b}
}

func unmarked(question int, b boxes) rule {
	if b == (boxes{}) {
		return always
	}
	return rule{op: opUnmarked, question: question, boxes: b}
}

func all(parts ...rule) rule { return join(opAll, opUnmarked, always, never, parts) }

func either(parts ...rule) rule { return join(opAny, opMarked, never, always, parts) }

// join joins parts and leaves out what says nothing: those that change nothing,
// all others beside one that decides, and those said before. Tests of one
// question that can be said as one are.
func join(op, merges op, nothing, decides rule, parts []rule) rule {
	joined := rule{op: op}
	for _, part := range flat(op, parts) {
		switch {
		case part.constant(nothing):
		case part.constant(decides):
			return decides
		default:
			joined.add(part, merges)
		}
	}
	if len(joined.parts) == 1 {
		return joined.parts[0]
	}
	return joined
}

// flat are the parts, those of the same kind laid open.
func flat(op op, parts []rule) []rule {
	var list []rule
	for _, part := range parts {
		if part.is(op) && len(part.parts) > 0 {
			list = append(list, part.parts...)
		} else {
			list = append(list, part)
		}
	}
	return list
}

func (r *rule) add(part rule, merges op) {
	for i := range r.parts {
		p := &r.parts[i]
		switch {
		case p.same(&part):
			return
		case p.is(merges) && part.is(merges) && p.question == part.question:
			p.boxes = p.boxes.with(part.boxes)
			return
		}
	}
	r.parts = append(r.parts, part)
}

func (r *rule) same(other *rule) bool {
	if r.op != other.op || r.question != other.question || r.boxes != other.boxes || len(r.parts) != len(other.parts) {
		return false
	}
	for i := range r.parts {
		if !r.parts[i].same(&other.parts[i]) {
			return false
		}
	}
	return true
}

// not holds where r does not.
func not(r rule) rule {
	parts := make([]rule, len(r.parts))
	for i := range r.parts {
		parts[i] = not(r.parts[i])
	}
	switch r.op {
	case opAll:
		return either(parts...)
	case opAny:
		return all(parts...)
	case opMarked:
		return unmarked(r.question, r.boxes)
	}
	return marked(r.question, r.boxes)
}

// entails reports whether b surely holds where a does, given the rules of all
// questions: only who was to answer a question has marked it. It may miss some,
// and then the paper sends its reader to one gate more.
func entails(a, b *rule, of []rule) bool {
	toPart := func(part rule) bool { return entails(a, &part, of) }
	fromPart := func(part rule) bool { return entails(&part, b, of) }
	switch {
	case b.is(opAll):
		return every(b.parts, toPart)
	case a.is(opAny):
		return every(a.parts, fromPart)
	case b.is(opAny) && slices.ContainsFunc(b.parts, toPart):
		return true
	case a.is(opAll):
		return slices.ContainsFunc(a.parts, fromPart)
	case a.is(opUnmarked):
		return b.is(opUnmarked) && a.question == b.question && b.boxes.in(a.boxes)
	case b.is(opMarked) && a.question == b.question && a.boxes.in(b.boxes):
		return true
	}
	return entails(&of[a.question], b, of)
}

func every(parts []rule, holds func(rule) bool) bool {
	return !slices.ContainsFunc(parts, func(part rule) bool { return !holds(part) })
}

// everyBox are the boxes of all choices.
func everyBox(q *rules.Question) uint64 { return q.Open().Possible }
