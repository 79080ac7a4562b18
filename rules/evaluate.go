package rules

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

	facts facts
}

// NoLevel stands for the level of care when too little is answered to say.
const NoLevel = -1

// NewEvaluation makes room for the values of the guideline's rules.
func (g *Guideline) NewEvaluation() *Evaluation {
	return &Evaluation{
		Levels: make([]Truth, len(g.Levels)), Factors: make([]Truth, len(g.Factors)), Tips: make([]Truth, len(g.Tips)),
		Cautions: make([]Truth, len(g.Cautions)), Notes: make([]Truth, len(g.Notes)), Ask: make([]Truth, len(g.Ask)),
		facts: newFacts(g.Vocabulary.Len()),
	}
}

// Evaluate fills e with the value of every rule for these answers, of which
// there must be one for each question of the vocabulary.
func (g *Guideline) Evaluate(answers Answers, e *Evaluation) {
	f := &e.facts
	f.see(g.Vocabulary, answers)
	f.factors = e.Factors
	for i, factor := range g.Factors {
		e.Factors[i] = factor.When.eval(f)
	}
	g.evaluateCare(e)
	for i, tip := range g.Tips {
		e.Tips[i] = False
		if tip.When != nil {
			e.Tips[i] = tip.When.eval(f)
		}
	}
	for i, caution := range g.Cautions {
		e.Cautions[i] = caution.When.eval(f)
	}
	evaluateNotes(g.Notes, e.Notes, f)
	evaluateNotes(g.Ask, e.Ask, f)
	e.Support = g.Support.When.eval(f)
	e.Crisis = g.Crisis.When.eval(f)
}

// evaluateCare finds the first level that certainly holds. The last level
// holds when every one above certainly fails.
func (g *Guideline) evaluateCare(e *Evaluation) {
	last := len(g.Levels) - 1
	e.Level = NoLevel
	above := False
	for i, level := range g.Levels[:last] {
		e.Levels[i] = level.When.eval(&e.facts)
		above = max(above, e.Levels[i])
		if e.Levels[i] == True && e.Level == NoLevel {
			e.Level = i
		}
	}
	e.Levels[last] = above.not()
	if e.Levels[last] == True {
		e.Level = last
	}
}

func evaluateNotes(notes []*Note, into []Truth, f *facts) {
	for i, note := range notes {
		into[i] = True
		if note.When != nil {
			into[i] = note.When.eval(f)
		}
	}
}
