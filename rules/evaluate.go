package rules

import "slices"

// Evaluation is the value of every rule for one set of answers, without
// reasons. Make it once with NewEvaluation and reuse it: evaluating allocates
// nothing.
type Evaluation struct {
	Levels   []Truth
	Factors  []Truth
	Tips     []Truth // of a tip's "when"; a tip for everybody may be False here
	Cautions []Truth
	Notes    []Truth
	Ask      []Truth
	Support  Truth
	Crisis   Truth
	Level    int // the place of the level of care, NoLevel if undecided

	facts  facts
	values []Truth // of each step of the program
	rules  []Truth // of each rule: what the slices above are cut from
}

// NoLevel stands for the level of care when too little is answered to say.
const NoLevel = -1

// NewEvaluation makes room for the values of the guideline's rules.
func (g *Guideline) NewEvaluation() *Evaluation {
	e := &Evaluation{
		facts:  newFacts(g.Vocabulary.Len()),
		values: make([]Truth, len(g.program.steps)),
		rules:  make([]Truth, len(g.program.rules)),
	}
	rest := e.rules
	cut := func(rules int) []Truth {
		taken := rest[:rules:rules]
		rest = rest[rules:]
		return taken
	}
	e.Levels, e.Factors, e.Tips = cut(len(g.Levels)), cut(len(g.Factors)), cut(len(g.Tips))
	e.Cautions, e.Notes, e.Ask = cut(len(g.Cautions)), cut(len(g.Notes)), cut(len(g.Ask))
	e.facts.factors = e.Factors
	return e
}

// compile makes the program that Evaluate runs, its rules in the order in
// which NewEvaluation cuts them.
func (g *Guideline) compile() {
	var rules []*Condition
	for _, level := range g.Levels {
		rules = append(rules, level.When)
	}
	for _, factor := range g.Factors {
		rules = append(rules, factor.When)
	}
	for _, tip := range g.Tips {
		if tip.When == nil {
			rules = append(rules, &Condition{op: opAnyOf}) // none of no choices: never
			continue
		}
		rules = append(rules, tip.When)
	}
	for _, caution := range g.Cautions {
		rules = append(rules, caution.When)
	}
	for _, note := range g.Notes {
		rules = append(rules, note.When)
	}
	for _, note := range g.Ask {
		rules = append(rules, note.When)
	}
	g.program = compile(g.Vocabulary, append(rules, g.Support.When, g.Crisis.When))
	for _, level := range g.Levels {
		g.program.steady = append(g.program.steady, level.When.steady(g.Vocabulary))
	}
}

// Evaluate fills e with the value of every rule for these answers, of which
// there must be one for each question of the vocabulary.
func (g *Guideline) Evaluate(answers Answers, e *Evaluation) {
	g.program.run(answers, &e.facts, e.values, e.rules)
	last := len(e.rules) - 1
	e.Support, e.Crisis = e.rules[last-1], e.rules[last]
	g.evaluateCare(e)
}

// evaluateCare finds the first level that certainly holds. The last level
// holds when every one above certainly fails.
func (g *Guideline) evaluateCare(e *Evaluation) {
	last := len(e.Levels) - 1
	above := False
	for _, level := range e.Levels[:last] {
		above |= level
	}
	e.Levels[last] = above.not()
	if e.Level = slices.Index(e.Levels, True); e.Level < 0 {
		e.Level = NoLevel
	}
}
