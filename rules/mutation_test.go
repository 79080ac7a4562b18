package rules_test

import (
	"testing"

	"scarcheck/rules"
)

// How well the protocol is guarded: of all changes of one place that change
// any result, at least 95% are refused, and none that lowers the urgency of
// anybody survives.
func TestMutation(t *testing.T) {
	if testing.Short() {
		t.Skip("tries every change of one place")
	}
	g, cases := embeddedCases(t)
	m, err := rules.Mutate(g, cases, embeddedClaims(t, g))
	if err != nil {
		t.Fatal(err)
	}
	score := 100 * float64(m.Refused) / float64(m.Counted())
	t.Logf("%d mutants, %d change nothing; of the other %d, %d are refused: %.1f%%; by each alone %v",
		m.Mutants, m.Equivalent, m.Counted(), m.Refused, score, m.By)
	for _, s := range m.Survivors {
		example := "what it rests on"
		if s.Example != nil {
			example = g.Vocabulary.Words(s.Example.Answers)
		}
		t.Logf("survives: %s: seen with %s", s, example)
		if s.Lowers {
			t.Errorf("%s lowers the urgency of somebody: %s", s, example)
		}
	}
	if score < 95 {
		t.Errorf("%.1f%% are refused, and 95 must be", score)
	}
}
