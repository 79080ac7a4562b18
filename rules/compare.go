package rules

import (
	"math/big"
	"slices"
	"strings"

	"scarcheck/rules/diagram"
)

// Difference is in what two guidelines differ for the same answers: for how
// many of them, exactly, and with the shortest of them as an example.
type Difference struct {
	Questions  []string    // what one asks and the other does not, in words
	Vocabulary *Vocabulary // what the examples speak of: the questions of both
	Answers    *big.Int    // sets of answers that both know; what is not asked counted once
	Changed    *big.Int    // those of them of which anything told changes
	Moved      *big.Int    // those of them whose level of care changes
	Care       []Shift     // from which level to which, the most urgent first
	Shown      []Shift     // questions asked, factors, tips, ... that come or go
}

// Shift is one thing that changes from one state to another.
type Shift struct {
	What     string // "care", "factor relapse", "tip sun", ...
	From, To string // ids of levels; or "present", "shown", ...
	Answers  *big.Int
	Example  []Given
}

// Compare finds in what the result changes for the same answers, when before
// gives way to after. Where one protocol has questions or choices that the
// other has not, it looks at the answers that both know. The error says why
// two protocols cannot be compared.
func Compare(before, after *Guideline) (*Difference, error) {
	s, err := share(before, after)
	if err != nil {
		return nil, err
	}
	from, to := s.moved(&s.sides[0]), s.moved(&s.sides[1])
	conditions := append(from.conditions(), to.conditions()...)
	for i := range s.questions {
		if foreign := s.foreign(i); foreign != 0 {
			conditions = append(conditions, &Condition{op: opAnyOf, question: i, mask: foreign})
		}
	}
	space, err := newSpace(to.Vocabulary, conditions)
	if err != nil {
		return nil, err
	}
	c := &comparison{shared: s, prover: newProver(space, nodeLimit), Difference: &Difference{Questions: s.notes, Vocabulary: to.Vocabulary}}
	err = c.Try(func() {
		c.from, c.to = c.world(from), c.world(to)
		c.compare()
	})
	return c.Difference, err
}

type comparison struct {
	*shared
	*prover
	*Difference
	from, to *world
	given    diagram.Ref // yes for the sets of answers that are compared
	changed  diagram.Ref // yes for those that any shift has touched
}

func (c *comparison) compare() {
	c.drawGiven()
	c.changed = c.Value(no)
	levels := func(w *world) func(uint8) string { return w.guideline.levelOf }
	c.Care = c.shifts("care", c.from.care, c.to.care, levels(c.from), levels(c.to))
	slices.Reverse(c.Care)
	c.Moved = c.Count(c.changed, yes)
	for i, q := range c.questions {
		if c.sides[0].has[i] && c.sides[1].has[i] {
			c.states("question "+q.ID, c.from.asked[i], c.to.asked[i], "not asked", "not asked, for want of an answer", "asked")
		}
	}
	before, after := c.from.results(), c.to.results()
	for _, o := range before {
		at := slices.IndexFunc(after, func(other outcome) bool { return other.name == o.name })
		then := c.Value(no)
		if at >= 0 {
			then = after[at].Ref
			after = slices.Delete(after, at, at+1)
		}
		c.result(o.name, o.Ref, then)
	}
	for _, o := range after {
		c.result(o.name, c.Value(no), o.Ref)
	}
	c.Answers, c.Changed = c.Count(c.given, yes), c.Count(c.changed, yes)
}

// drawGiven is yes for answers that both know, and that answer no question to
// which they do not lead.
func (c *comparison) drawGiven() {
	c.given = c.Value(yes)
	for i := range c.questions {
		q := &c.space.questions[i]
		asked := c.Apply(c.or, c.from.asked[i], c.to.asked[i])
		if !c.sides[0].has[i] || !c.sides[1].has[i] {
			asked = c.Value(no)
		}
		allowed := make([]uint8, len(q.members))
		foreign := c.foreign(i)
		for class, members := range q.members {
			allowed[class] = decide(q.replies[members[0]].Chosen&foreign == 0)
		}
		left := c.Test(i, q.unansweredOnly())
		c.given = c.Apply(c.and, c.given, c.Choose(asked, yes, c.Test(i, allowed), left))
	}
}

// results are the factors and all else that a result shows, by name. A tip for
// everybody is there even where nothing calls for it.
func (w *world) results() []outcome {
	var all []outcome
	for i, f := range w.guideline.Factors {
		all = append(all, outcome{"factor " + f.ID, w.factors[i]})
	}
	for _, o := range w.shown {
		if id, ok := strings.CutPrefix(o.name, "tip "); ok {
			at := slices.IndexFunc(w.guideline.Tips, func(t *Tip) bool { return t.ID == id })
			if w.guideline.Tips[at].Always {
				o.Ref = w.Choose(o.Ref, yes, o.Ref, w.Value(open))
			}
		}
		all = append(all, o)
	}
	return all
}

// result compares one thing that a result shows, in the words for its kind.
func (c *comparison) result(name string, from, to diagram.Ref) {
	switch kind, _, _ := strings.Cut(name, " "); kind {
	case "factor":
		c.states(name, from, to, absent, unknown, present)
	case "tip":
		c.states(name, from, to, notShown, everybody, calledFor)
	default:
		c.states(name, from, to, notShown, "shown as not known", shown)
	}
}

func (c *comparison) states(name string, from, to diagram.Ref, states ...string) {
	word := func(v uint8) string { return states[v] }
	c.Shown = append(c.Shown, c.shifts(name, from, to, word, word)...)
}

// shifts counts the answers for which something goes from one state to another.
func (c *comparison) shifts(what string, from, to diagram.Ref, was, is func(uint8) string) []Shift {
	var shifts []Shift
	if from == to && what != "care" {
		return nil
	}
	for _, a := range c.values(from) {
		for _, b := range c.values(to) {
			if was(a) == is(b) {
				continue
			}
			hit := c.Choose(from, a, c.Choose(to, b, c.given, c.Value(no)), c.Value(no))
			if hit == c.Value(no) {
				continue
			}
			c.changed = c.Apply(c.or, c.changed, hit)
			shifts = append(shifts, Shift{what, was(a), is(b), c.Count(hit, yes), c.example(hit)})
		}
	}
	return shifts
}

// values are all values that a diagram ends in, in order.
func (c *comparison) values(f diagram.Ref) []uint8 {
	if v, ok := c.Constant(f); ok {
		return []uint8{v}
	}
	var all []uint8
	c.Each(f, func(f diagram.Ref) {
		for _, kid := range c.Branches(f, c.Level(f)) {
			if v, ok := c.Constant(kid); ok && !slices.Contains(all, v) {
				all = append(all, v)
			}
		}
	})
	slices.Sort(all)
	return all
}

// example is the shortest set of answers among these.
func (c *comparison) example(hit diagram.Ref) []Given {
	classes, ok := c.Shortest(hit, yes, nil)
	if !ok {
		return nil
	}
	given := []Given{}
	for i, class := range classes {
		q := &c.space.questions[i]
		if reply := q.replies[q.members[class][0]]; reply.State != Unanswered {
			given = append(given, Given{i, reply})
		}
	}
	return given
}
