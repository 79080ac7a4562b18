package rules_test

import (
	"math/rand/v2"
	"testing"

	"scarcheck/rules"
)

// Laid open and put together again by hand, conditions of all shapes come out
// as the guideline judges them.
func TestShape(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		w := newWorld(t, random, true)
		v := w.guideline.Vocabulary
		for range 20 {
			answers := v.Open()
			for i := range answers {
				q := v.Question(i)
				if ways := legal(q, q.Open()); random.IntN(3) > 0 {
					answers[i] = q.Definite(ways[random.IntN(len(ways))])
				} else if random.IntN(2) == 0 {
					answers[i] = q.DontKnow()
				}
			}
			seen := make(rules.Answers, len(answers))
			for i, asked := range v.Asked(answers) {
				switch asked {
				case rules.True:
					seen[i] = answers[i]
				case rules.Unknown:
					seen[i] = v.Question(i).Open()
				}
			}
			for i, f := range w.guideline.Judge(answers).Factors {
				if got := byShape(f.Factor.When, seen); got != f.Status {
					t.Fatalf("factor %d: %v by its shape, judged %v\n%v\n%s", i, got, f.Status, answers, w.text)
				}
			}
		}
	}
}

// byShape is the value of a condition, found through Shape alone.
func byShape(c *rules.Condition, seen rules.Answers) rules.Truth {
	s := c.Shape()
	most, least := rules.False, rules.True
	for _, part := range s.Parts {
		value := byShape(part, seen)
		most, least = max(most, value), min(least, value)
	}
	switch s.Form {
	case rules.FormAll:
		return least
	case rules.FormAny:
		return most
	case rules.FormNot:
		return map[rules.Truth]rules.Truth{rules.True: rules.False, rules.False: rules.True, rules.Unknown: rules.Unknown}[least]
	}
	return s.Of(seen[s.Question])
}
