package rules_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"scarcheck/rules"
)

// Making the changes that an explanation names turns the rule; and where it
// names more than one question, no change of one would do.
func TestTurnsAreTheSmallest(t *testing.T) {
	g := embedded(t).Guideline
	random := rand.New(rand.NewPCG(7, 7))
	for round := range 40 {
		answers := onlyAsked(g.Vocabulary, randomAnswers(g.Vocabulary, random))
		held, one := heldAll(g, answers), [][]bool{}
		eachChange(g.Vocabulary, answers, func(changed rules.Answers) { one = append(one, heldAll(g, changed)) })
		explained := g.Explain(answers)
		for i, turn := range g.Turns(explained, answers) {
			x := explained[i]
			if turn == nil {
				if !held[i] {
					t.Fatalf("%s %s does not hold, and nothing is said to turn it", x.Kind, x.ID)
				}
				continue
			}
			if turn.Never {
				t.Fatalf("%s %s: no answers turn it", x.Kind, x.ID)
			}
			if !heldAll(g, turned(g.Vocabulary, answers, turn))[i] {
				t.Fatalf("round %d: %s %s does not hold after %v", round, x.Kind, x.ID, turn.Changes)
			}
			byOne := slices.ContainsFunc(one, func(held []bool) bool { return held[i] })
			if (len(turn.Changes) > 1) == byOne {
				t.Fatalf("round %d: %s %s takes %d changes, and that one does it is %v", round, x.Kind, x.ID, len(turn.Changes), byOne)
			}
		}
	}
}

// onlyAsked leaves out answers to questions that are not asked.
func onlyAsked(v *rules.Vocabulary, answers rules.Answers) rules.Answers {
	for i, asked := range v.Asked(answers) {
		if asked != rules.True {
			answers[i] = v.Question(i).Open()
		}
	}
	return answers
}

func turned(v *rules.Vocabulary, answers rules.Answers, turn *rules.Turn) rules.Answers {
	changed := slices.Clone(answers)
	for _, c := range turn.Changes {
		switch q := v.Question(c.Question); c.To.State {
		case rules.Answered:
			changed[c.Question] = q.Definite(c.To.Chosen)
		case rules.DontKnow:
			changed[c.Question] = q.DontKnow()
		default:
			changed[c.Question] = q.Open()
		}
	}
	return changed
}

// eachChange calls visit with every way to answer one question otherwise.
func eachChange(v *rules.Vocabulary, answers rules.Answers, visit func(rules.Answers)) {
	for i := range answers {
		q := v.Question(i)
		was := answers[i]
		try := func(a rules.Answer) { answers[i] = a; visit(answers) }
		try(q.Open())
		try(q.DontKnow())
		for chosen := uint64(1); chosen <= q.Open().Possible; chosen++ {
			if (q.Kind == rules.Many || chosen&(chosen-1) == 0) && !q.Excludes(chosen) {
				try(q.Definite(chosen))
			}
		}
		answers[i] = was
	}
}

// heldAll says of every rule, in the order of Explain, whether it holds.
func heldAll(g *rules.Guideline, answers rules.Answers) []bool {
	e := g.NewEvaluation()
	g.Evaluate(answers, e)
	var all []bool
	add := func(values ...rules.Truth) {
		for _, v := range values {
			all = append(all, v == rules.True)
		}
	}
	add(e.Levels...)
	add(e.Support)
	add(e.Factors...)
	for i, tip := range g.Tips {
		add(e.Tips[i])
		all[len(all)-1] = all[len(all)-1] || tip.When == nil
	}
	findings := g.Judge(answers)
	for _, treatment := range g.Treatments {
		all = append(all, slices.ContainsFunc(findings.Treatments, func(f rules.TreatmentFinding) bool { return f.Treatment == treatment }))
	}
	add(e.Cautions...)
	add(e.Notes...)
	add(e.Ask...)
	return all
}
