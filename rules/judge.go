package rules

import "slices"

// Findings are what a guideline says of one set of answers, with reasons.
type Findings struct {
	Care       CareFinding
	Support    bool
	Crisis     bool
	Factors    []FactorFinding    // all of them, in order
	Tips       []TipFinding       // those the answers call for, then those for everybody
	Treatments []TreatmentFinding // those that suit a mark reported
	Notes      []*Note
	Ask        []*Note // at most MostAsk
}

// CareFinding is the level of care and what open answers could make of it.
type CareFinding struct {
	Level   *Level // nil: undecided
	Because Because
	Also    []string // the level's further sentences that hold
	CouldBe *Level   // the most urgent level that answers to open questions could bring; the level itself if none
	Open    []int    // the open questions that this hangs on
}

// ID is the level's id, Undecided if there is none.
func (c *CareFinding) ID() string {
	if c.Level == nil {
		return Undecided
	}
	return c.Level.ID
}

// FactorFinding is a factor's status: True present, False absent, Unknown not
// known, and the answers that make it so.
type FactorFinding struct {
	Factor  *Factor
	Status  Truth
	Because Because
}

// TipFinding is a tip and the answers that call for it, none if it is said to
// everybody.
type TipFinding struct {
	Tip     *Tip
	Because Because
}

// TreatmentFinding is a treatment to ask about.
type TreatmentFinding struct {
	Treatment *Treatment
	For       []string // the reported marks it suits
	FollowUp  []string // those of them where it comes after or beside another treatment
	Cautions  []CautionFinding
}

// CautionFinding is a caution that holds (True) or may hold (Unknown).
type CautionFinding struct {
	Caution *Caution
	Status  Truth
	Because Because
}

// Judge evaluates every rule for these answers and gives the reasons.
func (g *Guideline) Judge(answers Answers) *Findings {
	e := g.NewEvaluation()
	g.Evaluate(answers, e)
	var care CareFinding
	g.judgeCare(e, &care)
	return &Findings{
		Care:       care,
		Support:    e.Support == True,
		Crisis:     e.Crisis == True,
		Factors:    g.judgeFactors(e),
		Tips:       g.judgeTips(e),
		Treatments: g.judgeTreatments(e),
		Notes:      holding(g.Notes, e.Notes, len(g.Notes)),
		Ask:        holding(g.Ask, e.Ask, MostAsk),
	}
}

// CrisisHolds reports whether these answers call for help right now.
func (g *Guideline) CrisisHolds(answers Answers) bool {
	f := newFacts(g.Vocabulary.Len())
	f.see(g.Vocabulary, answers)
	return g.Crisis.When.eval(&f) == True
}

func (g *Guideline) judgeCare(e *Evaluation, care *CareFinding) {
	last := len(g.Levels) - 1
	switch e.Level {
	case NoLevel:
		g.levelReasons(e, Unknown, &care.Because)
	case last:
		g.levelReasons(e, False, &care.Because)
	default:
		g.Levels[e.Level].When.because(g.Vocabulary, &e.facts, &care.Because)
	}
	if e.Level != NoLevel {
		care.Level = g.Levels[e.Level]
		for _, also := range care.Level.Also {
			if also.When.eval(&e.facts) == True {
				care.Also = append(care.Also, also.Says)
			}
		}
	}
	care.CouldBe, care.Open = g.couldBe(e)
}

// levelReasons adds why the levels that have this value have it.
func (g *Guideline) levelReasons(e *Evaluation, value Truth, b *Because) {
	for i, level := range g.Levels[:len(g.Levels)-1] {
		if e.Levels[i] == value {
			level.When.because(g.Vocabulary, &e.facts, b)
		}
	}
}

// couldBe finds the most urgent level that any answers to the open questions
// could bring, and the open questions on which that hangs. It is exact: a
// level counts only if some set of answers really brings it.
func (g *Guideline) couldBe(e *Evaluation) (*Level, []int) {
	above := e.Level
	if above == NoLevel {
		above = len(g.Levels) - 1
	}
	var c *completion // costs more than the rest of a judgement, and few answers need it
	for i, level := range g.Levels[:above] {
		if e.Levels[i] == False && g.program.steady[i] {
			continue
		}
		if c == nil {
			c = newCompletion(g.Vocabulary, &e.facts)
		}
		if !c.can(level.When, True) {
			continue
		}
		var open []int
		for _, question := range level.When.openQuestions(g.Vocabulary, &e.facts) {
			if c.matters(level.When, question) {
				open = append(open, question)
			}
		}
		return level, open
	}
	return g.Levels[above], nil
}

// openQuestions lists the questions that are asked and open, and on which the
// condition or the asking of one of its questions rests.
func (c *Condition) openQuestions(v *Vocabulary, f *facts) []int {
	var open []int
	c.each(func(leaf *Condition) {
		if gate := v.questions[leaf.question].AskIf; gate != nil {
			open = append(open, gate.openQuestions(v, f)...)
		}
		if f.asked[leaf.question] == True && f.answers[leaf.question].open() {
			open = append(open, leaf.question)
		}
	})
	slices.Sort(open)
	return slices.Compact(open)
}

func (g *Guideline) judgeFactors(e *Evaluation) []FactorFinding {
	findings := make([]FactorFinding, len(g.Factors))
	for i, factor := range g.Factors {
		findings[i] = FactorFinding{factor, e.Factors[i], factor.When.reasons(g.Vocabulary, &e.facts)}
	}
	return findings
}

func (g *Guideline) judgeTips(e *Evaluation) []TipFinding {
	var called, everybody []TipFinding
	for i, tip := range g.Tips {
		switch {
		case e.Tips[i] == True:
			called = append(called, TipFinding{tip, tip.When.reasons(g.Vocabulary, &e.facts)})
		case tip.Always:
			everybody = append(everybody, TipFinding{Tip: tip})
		}
	}
	return append(called, everybody...)
}

func (g *Guideline) judgeTreatments(e *Evaluation) []TreatmentFinding {
	var findings []TreatmentFinding
	question := g.Vocabulary.Question(g.marks)
	for _, t := range g.Treatments {
		suits, followUp := g.Suits(t, e)
		if suits == 0 {
			continue
		}
		finding := TreatmentFinding{Treatment: t, For: question.IDs(suits), FollowUp: question.IDs(followUp)}
		for _, caution := range t.Cautions {
			if status := caution.When.eval(&e.facts); status != False {
				finding.Cautions = append(finding.Cautions, CautionFinding{caution, status, caution.When.reasons(g.Vocabulary, &e.facts)})
			}
		}
		findings = append(findings, finding)
	}
	return findings
}

func holding(notes []*Note, values []Truth, most int) []*Note {
	var held []*Note
	for i, note := range notes {
		if values[i] == True && len(held) < most {
			held = append(held, note)
		}
	}
	return held
}
