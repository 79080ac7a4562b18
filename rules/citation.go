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
