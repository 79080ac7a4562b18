package rules

// EachCitation calls visit with the sources of every entry of the guideline.
func (g *Guideline) EachCitation(visit func(sources []string)) {
	for _, level := range g.Levels {
		visit(level.Sources)
	}
	for _, advice := range []*Advice{&g.Undecided, &g.Support, &g.Crisis} {
		visit(advice.Sources)
	}
	for _, f := range g.Factors {
		visit(f.Sources)
	}
	for _, t := range g.Tips {
		visit(t.Sources)
	}
	for _, c := range g.Cautions {
		visit(c.Sources)
	}
	for _, t := range g.Treatments {
		visit(t.Sources)
	}
	for _, notes := range [][]*Note{g.Notes, g.Ask} {
		for _, n := range notes {
			visit(n.Sources)
		}
	}
}

// Reads reports for each question whether a rule, a treatment or the "ask if"
// of another question looks at its answer.
func (g *Guideline) Reads() []bool {
	read := make([]bool, g.Vocabulary.Len())
	for _, c := range g.conditions() {
		c.tests(func(t test) { read[t.question] = true })
	}
	return read
}

// RestsOn reports for each question whether the reasons of the condition may
// name it: the questions that it tests, and those that decide whether these
// are asked.
func (v *Vocabulary) RestsOn(c *Condition) []bool {
	rests := make([]bool, v.Len())
	var follow func(*Condition)
	follow = func(c *Condition) {
		c.tests(func(t test) {
			if !rests[t.question] {
				rests[t.question] = true
				follow(v.questions[t.question].AskIf)
			}
		})
	}
	follow(c)
	return rests
}
