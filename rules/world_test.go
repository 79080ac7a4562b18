package rules_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"scarcheck/rules"
)

// The prover against the interpreter: each says the same of 100,000 sets of
// answers to the embedded protocol, in all that a result shows.
func TestDiagramsAgreeWithJudge(t *testing.T) {
	sets := rules.Times(100_000)
	g := embedded(t).Guideline
	for _, finest := range []bool{false, true} {
		w, err := rules.NewWorld(g, finest)
		if err != nil {
			t.Fatal(err)
		}
		random := rand.New(rand.NewPCG(11, 12))
		for range sets / 2 {
			answers := randomAnswers(g.Vocabulary, random)
			if wrong := w.Disagreement(answers); wrong != "" {
				t.Fatalf("%v: %s", answers, wrong)
			}
		}
	}
}

// Whether answers are put in classes or not, there are as many of them; and
// each has one level of care.
func TestAnswersAreCounted(t *testing.T) {
	g := embedded(t).Guideline
	var counts []string
	for _, finest := range []bool{false, true} {
		w, err := rules.NewWorld(g, finest)
		if err != nil {
			t.Fatal(err)
		}
		all, levels := w.Answers()
		counts = append(counts, all)
		sum := new(big.Int)
		for _, n := range levels {
			part, _ := new(big.Int).SetString(n, 10)
			sum.Add(sum, part)
		}
		if sum.String() != all {
			t.Errorf("%v add up to %s, and there are %s", levels, sum, all)
		}
		t.Log(all, levels)
	}
	if counts[0] != counts[1] {
		t.Errorf("%s in classes, %s one by one", counts[0], counts[1])
	}
}

func BenchmarkDraw(b *testing.B) {
	g := embedded(b).Guideline
	for b.Loop() {
		if _, err := rules.NewWorld(g, false); err != nil {
			b.Fatal(err)
		}
	}
}
