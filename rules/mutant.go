package rules

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// Mutant is a guideline with one change in one place, of the kind that a slip
// of the hand makes.
type Mutant struct {
	Rule string // "factor picking"
	What string // "sometimes is taken out of picking any_of [sometimes, most-days, cannot-stop]"

	apply  func(*Guideline)
	refuse string // why the loader would refuse it; "" if it would not
	fresh  bool   // it changes what an answer means, not just what is made of it
}

// String is the rule and what is changed in it.
func (m *Mutant) String() string { return m.Rule + ": " + m.What }

// Mutants makes every change of one place: in conditions and levels, in the
// marks and cautions of treatments, in when a question is asked, and rules,
// sources and readings of "I don't know" left out.
func (g *Guideline) Mutants() []*Mutant {
	m := &mutator{g: g}
	m.conditions()
	m.levels()
	m.treatments()
	m.tips()
	m.deletions()
	m.sources()
	m.questions()
	return m.list
}

// mutator lists mutants of a guideline. What a mutant changes it looks up
// again in the copy it is applied to.
type mutator struct {
	g    *Guideline
	list []*Mutant
}

func (m *mutator) add(rule, what string, apply func(*Guideline)) *Mutant {
	mutant := &Mutant{Rule: rule, What: what, apply: apply}
	m.list = append(m.list, mutant)
	return mutant
}

// root finds a condition in a copy of the guideline.
type root func(*Guideline) **Condition

// conditions changes every condition at every part.
func (m *mutator) conditions() {
	each := func(name string, at root) {
		if c := *at(m.g); c != nil {
			m.condition(name, at, c, nil)
		}
	}
	for i := range m.g.Vocabulary.questions {
		each("question "+m.g.Vocabulary.questions[i].ID, func(g *Guideline) **Condition { return &g.Vocabulary.questions[i].AskIf })
	}
	for i, level := range m.g.Levels {
		each("level "+level.ID, func(g *Guideline) **Condition { return &g.Levels[i].When })
		for j := range level.Also {
			each(alsoName(level, j), func(g *Guideline) **Condition { return &g.Levels[i].Also[j].When })
		}
	}
	each("support", func(g *Guideline) **Condition { return &g.Support.When })
	each("crisis", func(g *Guideline) **Condition { return &g.Crisis.When })
	for i, f := range m.g.Factors {
		each("factor "+f.ID, func(g *Guideline) **Condition { return &g.Factors[i].When })
	}
	for i, t := range m.g.Tips {
		each("tip "+t.ID, func(g *Guideline) **Condition { return &g.Tips[i].When })
	}
	for i, c := range m.g.Cautions {
		each("caution "+c.ID, func(g *Guideline) **Condition { return &g.Cautions[i].When })
	}
	for i, n := range m.g.Notes {
		each("note "+n.ID, func(g *Guideline) **Condition { return &g.Notes[i].When })
	}
	for i, n := range m.g.Ask {
		each("question to ask "+n.ID, func(g *Guideline) **Condition { return &g.Ask[i].When })
	}
}

// condition changes the part of a condition at a path, and all below it.
func (m *mutator) condition(rule string, at root, c *Condition, path []int) {
	change := func(what string, of func(g *Guideline, c *Condition)) {
		m.add(rule, what, func(g *Guideline) {
			part := *at(g)
			for _, i := range path {
				part = &part.parts[i]
			}
			of(g, part)
		})
	}
	words := m.g.Vocabulary.condition(c)
	change("not "+words, func(_ *Guideline, c *Condition) { *c = Condition{op: opNot, parts: []Condition{*c}} })
	switch c.op {
	case opAll, opAny:
		m.parts(words, c, change)
	case opFactor:
		for place := range m.g.Factors {
			if other := m.g.Factors[place]; other != c.factor && !m.reaches(rule, place) {
				change(fmt.Sprintf("%s in place of %s", other.ID, words), func(g *Guideline, c *Condition) { c.factor = g.Factors[place] })
			}
		}
	case opAnyOf, opAllOf, opOnly:
		m.leaf(words, c, change)
	}
	for i := range c.parts {
		m.condition(rule, at, &c.parts[i], append(slices.Clone(path), i))
	}
}

// reaches reports whether a rule is the factor at this place or stands before
// it, so that it cannot speak of it.
func (m *mutator) reaches(rule string, place int) bool {
	at := slices.IndexFunc(m.g.Factors, func(f *Factor) bool { return "factor "+f.ID == rule })
	return at >= 0 && at <= place
}

type changer func(what string, of func(g *Guideline, c *Condition))

func (m *mutator) parts(words string, c *Condition, change changer) {
	other := map[op]op{opAll: opAny, opAny: opAll}[c.op]
	if len(c.parts) > 1 {
		change("all and any change places in "+words, func(_ *Guideline, c *Condition) { c.op = other })
		for i := range c.parts {
			change(fmt.Sprintf("%s is taken out of %s", m.g.Vocabulary.condition(&c.parts[i]), words),
				func(_ *Guideline, c *Condition) { c.parts = slices.Delete(c.parts, i, i+1) })
		}
	}
}

func (m *mutator) leaf(words string, c *Condition, change changer) {
	q := m.g.Vocabulary.Question(c.question)
	for in := uint64(1); in <= q.all; in <<= 1 {
		id := q.IDs(in)[0]
		switch {
		case c.mask&in == 0:
			change(id+" is put into "+words, func(_ *Guideline, c *Condition) { c.mask |= in })
			for out := uint64(1); out <= q.all; out <<= 1 {
				if c.mask&out != 0 {
					change(fmt.Sprintf("%s stands for %s in %s", id, q.IDs(out)[0], words), func(_ *Guideline, c *Condition) { c.mask = c.mask&^out | in })
				}
			}
		case c.mask != in:
			change(id+" is taken out of "+words, func(_ *Guideline, c *Condition) { c.mask &^= in })
		}
	}
	if q.Kind != Many {
		return
	}
	for _, to := range []op{opAnyOf, opAllOf, opOnly} {
		if to != c.op && (bits.OnesCount64(c.mask) > 1 || to == opOnly || c.op == opOnly) {
			change(fmt.Sprintf("%s in place of %s", tests[to], words), func(_ *Guideline, c *Condition) { c.op = to })
		}
	}
}

var tests = map[op]string{opAnyOf: "any_of", opAllOf: "all_of", opOnly: "only"}

// condition says a condition much as its file does, on one line.
func (v *Vocabulary) condition(c *Condition) string {
	parts := make([]string, len(c.parts))
	for i := range c.parts {
		parts[i] = v.condition(&c.parts[i])
	}
	switch c.op {
	case opAll:
		return "all (" + strings.Join(parts, "; ") + ")"
	case opAny:
		return "any (" + strings.Join(parts, "; ") + ")"
	case opNot:
		return "not " + parts[0]
	case opFactor:
		return "factor " + c.factor.ID
	}
	q := v.Question(c.question)
	if c.op == opUnknown {
		return q.ID + " unknown"
	}
	return fmt.Sprintf("%s %s [%s]", q.ID, tests[c.op], strings.Join(q.IDs(c.mask), ", "))
}
