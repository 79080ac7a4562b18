package rules

// What Judge finds, a part at a time and into room that is there already, for
// who judges a million sets of answers: evaluate each into the same
// Evaluation, and ask for the parts that are told.

// Asked reports for each question whether the answers evaluated lead to it. It
// is good until the next evaluation.
func (e *Evaluation) Asked() []Truth { return e.facts.asked }

// Reasons returns the answers that give a condition of this guideline the value
// it has, in the room of into, which is lost.
func (g *Guideline) Reasons(when *Condition, e *Evaluation, into Because) Because {
	into = into[:0]
	if when != nil {
		when.because(g.Vocabulary, &e.facts, &into)
	}
	return into
}

// JudgeCare finds the level of care, in the room of care.
func (g *Guideline) JudgeCare(e *Evaluation, care *CareFinding) {
	*care = CareFinding{Because: care.Because[:0], Also: care.Also[:0]}
	g.judgeCare(e, care)
}

// Marks is the place of the question that treatments answer to.
func (g *Guideline) Marks() int { return g.marks }

// Suits returns the marks that a treatment is for among those reported, and
// those of them where it follows or joins another treatment.
func (g *Guideline) Suits(t *Treatment, e *Evaluation) (all, followUp uint64) {
	marks := e.facts.answers[g.marks].Chosen
	return marks & (t.first | t.followUp), marks & t.followUp
}

// steady reports whether no test of the condition, or of when its questions
// are asked, asks if something is unknown. Once a steady condition is certain,
// answers to open questions never change it.
func (c *Condition) steady(v *Vocabulary) bool {
	steady := true
	if c == nil {
		return true
	}
	c.each(func(leaf *Condition) {
		steady = steady && leaf.op != opUnknown && v.questions[leaf.question].AskIf.steady(v)
	})
	return steady
}
