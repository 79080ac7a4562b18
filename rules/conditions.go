package rules

// conditions are all conditions of a guideline: of its rules, of the questions
// it speaks of, and one for each mark that a treatment answers to.
func (g *Guideline) conditions() []*Condition {
	var all []*Condition
	for i := range g.Vocabulary.questions {
		all = append(all, g.Vocabulary.questions[i].AskIf)
	}
	for _, rule := range g.ruleConditions() {
		all = append(all, rule.when)
	}
	for _, t := range g.Treatments {
		for marks := t.first | t.followUp; marks != 0; marks &= marks - 1 {
			all = append(all, &Condition{op: opAnyOf, question: g.marks, mask: marks & -marks})
		}
	}
	return all
}

// namedCondition is a rule's condition and what a reader calls the rule.
type namedCondition struct {
	name string
	when *Condition
}

// ruleConditions are the conditions of the rules, without those that hold
// always.
func (g *Guideline) ruleConditions() []namedCondition {
	var all []namedCondition
	add := func(name string, when *Condition) {
		if when != nil {
			all = append(all, namedCondition{name, when})
		}
	}
	for _, level := range g.Levels {
		add("level "+level.ID, level.When)
		for i, also := range level.Also {
			add(alsoName(level, i), also.When)
		}
	}
	add("support", g.Support.When)
	add("crisis", g.Crisis.When)
	for _, f := range g.Factors {
		add("factor "+f.ID, f.When)
	}
	for _, t := range g.Tips {
		add("tip "+t.ID, t.When)
	}
	for _, c := range g.Cautions {
		add("caution "+c.ID, c.When)
	}
	for _, n := range g.Notes {
		add("note "+n.ID, n.When)
	}
	for _, n := range g.Ask {
		add("question to ask "+n.ID, n.When)
	}
	return all
}
