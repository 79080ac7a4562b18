package rules

import (
	"fmt"
	"testing"
)

// raced says that the race detector is on, which makes everything slow.
var raced bool

// Raced reports whether the race detector is on.
func Raced() bool { return raced }

// Times is how often to try what is tried n times when there is time: fewer
// times with -short, or with -race.
func Times(n int) int {
	if testing.Short() || raced {
		return n / 20
	}
	return n
}

// World is the diagrams of a guideline, for tests outside the package.
type World = world

// NewWorld draws the diagrams of a guideline, with as few classes of answers
// as it needs, or with each answer apart.
func NewWorld(g *Guideline, finest bool) (*World, error) {
	conditions := g.conditions()
	if finest {
		conditions = nil
	}
	s, err := newSpace(g.Vocabulary, conditions)
	if err != nil {
		return nil, err
	}
	var w *world
	p := newProver(s, nodeLimit)
	err = p.Try(func() { w = p.world(g) })
	return w, err
}

// Disagreement says in what the diagrams and the interpreter differ for these
// answers, or "".
func (w *World) Disagreement(answers Answers) string {
	g, classes := w.guideline, make([]int, len(answers))
	for i := range classes {
		q := &w.space.questions[i]
		for j, a := range q.answers {
			if a == answers[i] {
				classes[i] = q.class[j]
				break
			}
		}
	}
	f := g.Judge(answers)
	if got := g.levelOf(w.Eval(w.care, classes)); got != f.Care.ID() {
		return fmt.Sprintf("care: %s, and the interpreter says %s", got, f.Care.ID())
	}
	if got := g.levelOf(w.Eval(w.couldBe, classes)); got != f.Care.CouldBe.ID {
		return fmt.Sprintf("could be: %s, and the interpreter says %s", got, f.Care.CouldBe.ID)
	}
	for i, asked := range g.Vocabulary.Asked(answers) {
		if got := w.Eval(w.asked[i], classes); (got == yes) != (asked == True) || (got == no) != (asked == False) {
			return fmt.Sprintf("question %d is asked: %d, and the interpreter says %v", i, got, asked)
		}
	}
	for i, finding := range f.Factors {
		if got := w.Eval(w.factors[i], classes); (got == yes) != (finding.Status == True) || (got == no) != (finding.Status == False) {
			return fmt.Sprintf("factor %s: %d, and the interpreter says %v", finding.Factor.ID, got, finding.Status)
		}
	}
	shows := f.shows(g)
	for _, o := range w.shown {
		if got := w.Eval(o.Ref, classes); got != shows[o.name] {
			return fmt.Sprintf("%s: %d, and the interpreter says %d", o.name, got, shows[o.name])
		}
	}
	return ""
}

// shows is what findings show, by the names of a world's outcomes.
func (f *Findings) shows(g *Guideline) map[string]uint8 {
	shows := map[string]uint8{"support": decide(f.Support), "crisis": decide(f.Crisis)}
	for _, level := range g.Levels {
		for i, also := range level.Also {
			for _, says := range f.Care.Also {
				if f.Care.Level == level && says == also.Says {
					shows[alsoName(level, i)] = yes
				}
			}
		}
	}
	for _, t := range f.Tips {
		shows["tip "+t.Tip.ID] = decide(len(t.Because) > 0)
	}
	for _, t := range f.Treatments {
		shows["treatment "+t.Treatment.ID] = yes
		for _, c := range t.Cautions {
			shows[cautionName(t.Treatment, c.Caution)] = open
			if c.Status == True {
				shows[cautionName(t.Treatment, c.Caution)] = yes
			}
		}
	}
	for _, n := range f.Notes {
		shows["note "+n.ID] = yes
	}
	for _, n := range f.Ask {
		shows["question to ask "+n.ID] = yes
	}
	return shows
}

// Answers says how many sets of answers there are, and at which levels of
// care, counting what is not asked once.
func (w *World) Answers() (all string, levels map[string]string) {
	asked := w.onlyAsked()
	levels = map[string]string{}
	for urgency := range uint8(len(w.guideline.Levels) + 1) {
		told := w.Choose(w.care, urgency, asked, w.Value(no))
		levels[w.guideline.levelOf(urgency)] = w.Count(told, yes).String()
	}
	return w.Count(asked, yes).String(), levels
}

// Said is every condition of a guideline in words, to see if any was changed.
func (g *Guideline) Said() string {
	said := ""
	for i := range g.Vocabulary.questions {
		if gate := g.Vocabulary.questions[i].AskIf; gate != nil {
			said += g.Vocabulary.condition(gate) + "\n"
		}
	}
	for _, rule := range g.ruleConditions() {
		said += rule.name + ": " + g.Vocabulary.condition(rule.when) + "\n"
	}
	for _, t := range g.Treatments {
		for _, c := range t.Cautions {
			said += cautionName(t, c) + "\n"
		}
	}
	return said + fmt.Sprint(g.plain(), g.marked())
}

// Applied is the guideline with the mutant's change.
func (m *Mutant) Applied(g *Guideline) *Guideline {
	changed := g.clone()
	m.apply(changed)
	changed.compile()
	return changed
}

// Refused is why the loader would refuse the mutant, or "".
func (m *Mutant) Refused() string { return m.refuse }
