package rules

// Explanation is one rule: what it is, its value, and the answers that decide
// it.
type Explanation struct {
	Kind    string // "care", "support", "factor", "tip", "caution", "treatment", "note" or "ask"
	ID      string
	Name    string
	Value   Truth
	Because Because // empty for a rule without a condition

	when *Condition // nil: always, or where none above holds
	last bool       // it is the level that is told where none above holds
}

// Explain evaluates every rule for these answers and says of each whether it
// holds (True), does not (False) or is open (Unknown), and why. The rule on
// sensitive answers is left out.
func (g *Guideline) Explain(answers Answers) []Explanation {
	e := g.NewEvaluation()
	g.Evaluate(answers, e)
	x := &explainer{guideline: g, facts: &e.facts}
	for i, level := range g.Levels {
		if level.When == nil {
			x.otherwise(e, i, level)
			continue
		}
		x.rule("care", level.ID, level.Title, level.When)
	}
	x.rule("support", "support", g.Support.Title, g.Support.When)
	for _, f := range g.Factors {
		x.rule("factor", f.ID, f.Name, f.When)
	}
	for _, t := range g.Tips {
		x.rule("tip", t.ID, t.Title, t.When)
	}
	x.treatments()
	for _, c := range g.Cautions {
		x.rule("caution", c.ID, c.Name, c.When)
	}
	for _, n := range g.Notes {
		x.rule("note", n.ID, n.Title, n.When)
	}
	for _, n := range g.Ask {
		x.rule("ask", n.ID, n.Text, n.When)
	}
	return x.list
}

type explainer struct {
	guideline *Guideline
	facts     *facts
	list      []Explanation
}

// otherwise explains the last level, which holds when none above does.
func (x *explainer) otherwise(e *Evaluation, place int, level *Level) {
	explanation := Explanation{Kind: "care", ID: level.ID, Name: level.Title, Value: e.Levels[place], last: true}
	x.guideline.levelReasons(e, e.Levels[place].not(), &explanation.Because)
	x.list = append(x.list, explanation)
}

func (x *explainer) rule(kind, id, name string, when *Condition) {
	explanation := Explanation{Kind: kind, ID: id, Name: name, Value: True, when: when}
	if when != nil {
		explanation.Value, explanation.Because = when.eval(x.facts), when.reasons(x.guideline.Vocabulary, x.facts)
	}
	x.list = append(x.list, explanation)
}

// treatments have no condition of their own: each holds when a mark it suits
// was reported.
func (x *explainer) treatments() {
	for _, t := range x.guideline.Treatments {
		suits := Condition{op: opAnyOf, question: x.guideline.marks, mask: t.first | t.followUp}
		x.rule("treatment", t.ID, t.Name, &suits)
	}
}
