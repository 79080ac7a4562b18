package rules

import "slices"

// clone is a copy of a guideline whose rules can be changed without changing
// the first. Texts and terms are shared.
func (g *Guideline) clone() *Guideline {
	c := *g
	c.Vocabulary = &Vocabulary{questions: slices.Clone(g.Vocabulary.questions), index: g.Vocabulary.index}
	c.Factors = nil
	for i := range c.Vocabulary.questions {
		q := &c.Vocabulary.questions[i]
		q.AskIf = q.AskIf.clone(&c)
	}
	for _, f := range g.Factors {
		copied := *f
		copied.When = f.When.clone(&c)
		c.Factors = append(c.Factors, &copied)
	}
	c.Support.When, c.Crisis.When = g.Support.When.clone(&c), g.Crisis.When.clone(&c)
	c.Levels = cloneAll(g.Levels, func(l *Level) {
		l.When, l.Also = l.When.clone(&c), slices.Clone(l.Also)
		for i := range l.Also {
			l.Also[i].When = l.Also[i].When.clone(&c)
		}
	})
	c.Tips = cloneAll(g.Tips, func(t *Tip) { t.When = t.When.clone(&c) })
	c.Cautions = cloneAll(g.Cautions, func(caution *Caution) { caution.When = caution.When.clone(&c) })
	c.Treatments = cloneAll(g.Treatments, func(t *Treatment) {
		t.Cautions = slices.Clone(t.Cautions)
		for i, caution := range t.Cautions {
			t.Cautions[i] = c.Cautions[slices.Index(g.Cautions, caution)]
		}
	})
	c.Notes = cloneAll(g.Notes, func(n *Note) { n.When = n.When.clone(&c) })
	c.Ask = cloneAll(g.Ask, func(n *Note) { n.When = n.When.clone(&c) })
	return &c
}

func cloneAll[T any](list []*T, deepen func(*T)) []*T {
	copies := make([]*T, len(list))
	for i, entry := range list {
		copied := *entry
		deepen(&copied)
		copies[i] = &copied
	}
	return copies
}

// clone is a copy of a condition that speaks of the factors of another
// guideline, which stand at the same places.
func (c *Condition) clone(g *Guideline) *Condition {
	if c == nil {
		return nil
	}
	copied := *c
	if c.op == opFactor {
		copied.factor = g.Factors[c.factor.place]
	}
	copied.parts = make([]Condition, len(c.parts))
	for i := range c.parts {
		copied.parts[i] = *c.parts[i].clone(g)
	}
	return &copied
}
