package rules_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"scarcheck/rules"
)

// How well the protocol is guarded: of all changes of one place that change
// any result, at least 95% are refused, and none that lowers the urgency of
// anybody survives.
func TestMutation(t *testing.T) {
	if testing.Short() || rules.Raced() {
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

// A mutant is another guideline than the one it was made from, and leaves that
// as it is.
func TestMutantsAreCopies(t *testing.T) {
	g := embeddedGuideline(t)
	before, seen := g.Said(), map[string]string{}
	for i, m := range g.Mutants() {
		if rules.Raced() && i%10 != 0 {
			continue
		}
		if m.Refused() != "" {
			continue
		}
		if m.Applied(g).Said() == before && !strings.HasPrefix(m.What, "don't know") && !strings.HasPrefix(m.What, "left out") {
			t.Errorf("%s: nothing is changed", m)
		}
		seen[m.String()] = m.What
		if g.Said() != before {
			t.Fatalf("%s: the guideline itself is changed", m)
		}
	}
	if len(seen) < 1500 && !rules.Raced() {
		t.Errorf("%d mutants are too few", len(seen))
	}
}

// The proofs see mutants as the interpreter does: results that differ differ
// for both.
func TestMutantsAreDrawnAsTheyAreJudged(t *testing.T) {
	g := embeddedGuideline(t)
	random := rand.New(rand.NewPCG(21, 22))
	for i, m := range g.Mutants() {
		if i%40 != 0 || m.Refused() != "" {
			continue
		}
		changed := m.Applied(g)
		w, err := rules.NewWorld(changed, false)
		if err != nil {
			t.Fatal(err)
		}
		for range 200 {
			answers := randomAnswers(changed.Vocabulary, random)
			if wrong := w.Disagreement(answers); wrong != "" {
				t.Fatalf("%s: %s", m, wrong)
			}
		}
	}
}
