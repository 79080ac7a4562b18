package rules

import "slices"

// levels moves levels, and the single reasons for them, up or down.
func (m *mutator) levels() {
	last := len(m.g.Levels) - 1
	for i := range last - 1 {
		m.add("level "+m.g.Levels[i].ID, "one level down", func(g *Guideline) { g.Levels[i], g.Levels[i+1] = g.Levels[i+1], g.Levels[i] })
	}
	for i, level := range m.g.Levels[:last] {
		if level.When.op != opAny {
			continue
		}
		for j := range level.When.parts {
			words := m.g.Vocabulary.condition(&level.When.parts[j])
			for _, to := range []int{i - 1, i + 1} {
				if to >= 0 && to < last {
					m.add("level "+level.ID, words+" goes to "+m.g.Levels[to].ID, func(g *Guideline) { g.moveReason(i, j, to) })
				}
			}
		}
	}
}

// moveReason takes a reason from one level to another.
func (g *Guideline) moveReason(from, part, to int) {
	when := g.Levels[from].When
	moved := when.parts[part]
	when.parts = slices.Delete(when.parts, part, part+1)
	g.Levels[to].When = &Condition{op: opAny, parts: []Condition{*g.Levels[to].When, moved}}
}

// treatments changes the marks they suit and the cautions beside them.
func (m *mutator) treatments() {
	for i, t := range m.g.Treatments {
		rule := "treatment " + t.ID
		marks := m.g.Vocabulary.Question(m.g.marks)
		for mark := uint64(1); mark <= marks.all; mark <<= 1 {
			m.mark(i, rule, marks.IDs(mark)[0], mark)
		}
		for j, c := range m.g.Cautions {
			if at := slices.Index(t.Cautions, c); at >= 0 {
				m.add(rule, "without the caution "+c.ID, func(g *Guideline) {
					g.Treatments[i].Cautions = slices.Delete(g.Treatments[i].Cautions, at, at+1)
				})
			} else {
				m.add(rule, "with the caution "+c.ID, func(g *Guideline) {
					g.Treatments[i].Cautions = append(g.Treatments[i].Cautions, g.Cautions[j])
				})
			}
		}
	}
}

func (m *mutator) mark(i int, rule, id string, mark uint64) {
	t := m.g.Treatments[i]
	set := func(what string, first, followUp bool) {
		m.add(rule, what, func(g *Guideline) {
			t := g.Treatments[i]
			t.first, t.followUp = t.first&^mark, t.followUp&^mark
			if first {
				t.first |= mark
			}
			if followUp {
				t.followUp |= mark
			}
		})
	}
	switch {
	case t.first&mark != 0:
		set("not for "+id, false, false)
		set("for "+id+" only after another", false, true)
	case t.followUp&mark != 0:
		set("not after another for "+id, false, false)
		set("for "+id+" first", true, false)
	default:
		set("for "+id+" too", true, false)
		set("for "+id+" too, after another", false, true)
	}
}

func (m *mutator) tips() {
	for i, t := range m.g.Tips {
		what := "said to everybody"
		if t.Always {
			what = "not said to everybody"
		}
		mutant := m.add("tip "+t.ID, what, func(g *Guideline) { g.Tips[i].Always = !t.Always })
		if t.Always && t.When == nil {
			mutant.refuse = "it would never be given"
		}
	}
}

// deletions leave out whole rules.
func (m *mutator) deletions() {
	for i, level := range m.g.Levels[:len(m.g.Levels)-1] {
		m.gone("level "+level.ID, func(g *Guideline) { g.Levels = slices.Delete(g.Levels, i, i+1) })
	}
	for _, level := range m.g.Levels {
		for j := range level.Also {
			m.gone(alsoName(level, j), func(g *Guideline) {
				at := slices.IndexFunc(g.Levels, func(l *Level) bool { return l.ID == level.ID })
				g.Levels[at].Also = slices.Delete(g.Levels[at].Also, j, j+1)
			})
		}
	}
	for _, f := range m.g.Factors {
		m.gone("factor "+f.ID, nil).refuse = "results, claims and cases have all factors"
	}
	for i, t := range m.g.Tips {
		m.gone("tip "+t.ID, func(g *Guideline) { g.Tips = slices.Delete(g.Tips, i, i+1) })
	}
	for i, c := range m.g.Cautions {
		m.gone("caution "+c.ID, func(g *Guideline) { g.Cautions = slices.Delete(g.Cautions, i, i+1) }).
			refuse = "treatments name it"
	}
	for i, t := range m.g.Treatments {
		m.gone("treatment "+t.ID, func(g *Guideline) { g.Treatments = slices.Delete(g.Treatments, i, i+1) }).
			refuse = "the table of marks names it"
	}
	for i, n := range m.g.Notes {
		m.gone("note "+n.ID, func(g *Guideline) { g.Notes = slices.Delete(g.Notes, i, i+1) })
	}
	for i, n := range m.g.Ask {
		m.gone("question to ask "+n.ID, func(g *Guideline) { g.Ask = slices.Delete(g.Ask, i, i+1) })
	}
}

func (m *mutator) gone(rule string, apply func(*Guideline)) *Mutant {
	return m.add(rule, "left out", apply)
}

// sources leaves out one source of a rule after the other.
func (m *mutator) sources() {
	each := func(rule string, at func(*Guideline) *[]string) {
		for i, source := range *at(m.g) {
			mutant := m.add(rule, "without the source "+source, func(g *Guideline) {
				list := at(g)
				*list = slices.Delete(slices.Clone(*list), i, i+1)
			})
			if len(*at(m.g)) == 1 {
				mutant.refuse = "every rule needs a source"
			}
		}
	}
	for i, l := range m.g.Levels {
		each("level "+l.ID, func(g *Guideline) *[]string { return &g.Levels[i].Sources })
	}
	each("undecided", func(g *Guideline) *[]string { return &g.Undecided.Sources })
	each("support", func(g *Guideline) *[]string { return &g.Support.Sources })
	each("crisis", func(g *Guideline) *[]string { return &g.Crisis.Sources })
	for i, f := range m.g.Factors {
		each("factor "+f.ID, func(g *Guideline) *[]string { return &g.Factors[i].Sources })
	}
	for i, t := range m.g.Tips {
		each("tip "+t.ID, func(g *Guideline) *[]string { return &g.Tips[i].Sources })
	}
	for i, c := range m.g.Cautions {
		each("caution "+c.ID, func(g *Guideline) *[]string { return &g.Cautions[i].Sources })
	}
	for i, t := range m.g.Treatments {
		each("treatment "+t.ID, func(g *Guideline) *[]string { return &g.Treatments[i].Sources })
	}
	for i, n := range m.g.Notes {
		each("note "+n.ID, func(g *Guideline) *[]string { return &g.Notes[i].Sources })
	}
	for i, n := range m.g.Ask {
		each("question to ask "+n.ID, func(g *Guideline) *[]string { return &g.Ask[i].Sources })
	}
}

// questions lets a question be asked of everybody, or its "I don't know" mean
// something else.
func (m *mutator) questions() {
	for i := range m.g.Vocabulary.questions {
		q := &m.g.Vocabulary.questions[i]
		if q.AskIf != nil {
			m.add("question "+q.ID, "asked of everybody", func(g *Guideline) { g.Vocabulary.questions[i].AskIf = nil })
		}
		if q.DontKnowAs == "" {
			continue
		}
		m.add("question "+q.ID, "don't know means nothing certain", func(g *Guideline) { g.Vocabulary.questions[i].DontKnowAs = "" }).fresh = true
		for _, c := range q.Choices {
			if c.ID != q.DontKnowAs && !c.Alone {
				m.add("question "+q.ID, "don't know means "+c.ID, func(g *Guideline) { g.Vocabulary.questions[i].DontKnowAs = c.ID }).fresh = true
			}
		}
	}
}
