package rules_test

import (
	"fmt"
	"testing"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

func embeddedClaims(t testing.TB, g *rules.Guideline) *rules.Claims {
	t.Helper()
	var log strict.Log
	claims := rules.LoadClaims(&log, rules.Embedded(), g)
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	return claims
}

// The embedded protocol: every law, claim and case holds, or is waived.
func TestCheck(t *testing.T) {
	g, cases := embeddedCases(t)
	v, err := rules.Check(g, cases, embeddedClaims(t, g))
	if err != nil {
		t.Fatal(err)
	}
	example := func(e *rules.Example) string {
		if e == nil {
			return ""
		}
		return ": " + g.Vocabulary.Words(e.Answers) + ", then " + g.Vocabulary.Words(e.Then)
	}
	for _, p := range v.Laws {
		if !p.Holds {
			t.Errorf("law %s: %s: %s%s", p.Law, p.About, p.Why, example(p.Example))
		}
	}
	for _, k := range v.Claims {
		if !k.Holds {
			t.Errorf("%s:%d: %q: %s: %s%s", k.Claim.File, k.Claim.Line, k.Claim.Says, k.Promise, k.Why, example(k.Example))
		}
	}
	for _, w := range v.Unused {
		t.Errorf("claims.yaml:%d: this waiver allows nothing that would be broken without it", w.Line)
	}
	for _, f := range append(v.Failures, v.Boundless...) {
		t.Error(f)
	}
	t.Logf("%s answers, %d rules, %d nodes, %d laws, %d promises, %d cases, %d completions",
		v.Answers, v.Rules, v.Nodes, len(v.Laws), len(v.Claims), v.Cases, v.Completions)
}

func BenchmarkCheck(b *testing.B) {
	g := embedded(b).Guideline
	var log strict.Log
	cases := rules.LoadCases(&log, rules.Embedded(), g)
	claims := embeddedClaims(b, g)
	for b.Loop() {
		if _, err := rules.Check(g, cases, claims); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheckDoubled shows how proofs grow with a protocol: the embedded
// one, doubled once, twice and three times, to 160 questions.
func BenchmarkCheckDoubled(b *testing.B) {
	g := embedded(b).Guideline
	for range 4 {
		b.Run(fmt.Sprintf("%d questions", g.Vocabulary.Len()), func(b *testing.B) {
			nodes := 0
			for b.Loop() {
				v, err := rules.Check(g, nil, nil)
				if err != nil {
					b.Fatal(err)
				}
				nodes = v.Nodes
			}
			b.ReportMetric(float64(nodes), "nodes")
		})
		g = rules.Doubled(g)
	}
}
