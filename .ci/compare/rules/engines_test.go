package rules_test

import (
	"math/rand/v2"
	"testing"

	compare "scarcheck/compare/rules"

	"scarcheck/rules"
)

// engines are the others, by name.
var engines = []struct {
	name string
	make func(*compare.Book) (compare.Judge, func(compare.Known) any, error)
}{
	{"expr", (*compare.Book).Expr},
	{"CEL", (*compare.Book).CEL},
	{"OPA", (*compare.Book).Rego},
}

// pool is the same sets of answers for everybody.
func pool(v *rules.Vocabulary, n int) []rules.Answers {
	random := rand.New(rand.NewPCG(3, 4))
	sets := make([]rules.Answers, n)
	for i := range sets {
		sets[i] = randomAnswers(v, random)
	}
	return sets
}

// All engines say the same of every rule as ours does, and TestHandwrittenAgrees
// compares ours with the rules written by hand.
func TestEnginesAgree(t *testing.T) {
	p := embedded(t)
	g, book := p.Guideline, compare.Read(p)
	if len(book.Rules) < 40 {
		t.Fatalf("only %d rules were found", len(book.Rules))
	}
	for _, engine := range engines {
		t.Run(engine.name, func(t *testing.T) {
			judge, take, err := engine.make(book)
			if err != nil {
				t.Fatal(err)
			}
			seen, e := map[rules.Truth]int{}, g.NewEvaluation()
			for _, answers := range pool(g.Vocabulary, 2000) {
				g.Evaluate(answers, e)
				values, err := judge(take(book.Known(answers)))
				if err != nil {
					t.Fatal(err)
				}
				for i, rule := range book.Rules {
					seen[values[i]]++
					if want := rule.Value(e); values[i] != want {
						t.Fatalf("%s is %v, want %v, of %+v", rule.Name, values[i], want, answers)
					}
				}
			}
			for _, truth := range []rules.Truth{rules.False, rules.Unknown, rules.True} {
				if seen[truth] < 1000 {
					t.Errorf("only %d values are %v: the answers tried are too much alike", seen[truth], truth)
				}
			}
		})
	}
}

// BenchmarkEngines is every rule on one set of answers, without reasons.
func BenchmarkEngines(b *testing.B) {
	p := embedded(b)
	g, book := p.Guideline, compare.Read(p)
	sets := pool(g.Vocabulary, 256)
	b.Run("by hand", func(b *testing.B) {
		people := make([]person, len(sets))
		for i := range sets {
			people[i] = newPerson(sets[i])
		}
		var v verdict
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			people[i%len(people)].judge(&v)
		}
	})
	b.Run("scarcheck", func(b *testing.B) {
		e := g.NewEvaluation()
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			g.Evaluate(sets[i%len(sets)], e)
		}
	})
	for _, engine := range engines {
		b.Run(engine.name, func(b *testing.B) {
			judge, take, err := engine.make(book)
			if err != nil {
				b.Fatal(err)
			}
			known := make([]any, len(sets))
			for i := range sets {
				known[i] = take(book.Known(sets[i]))
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, err := judge(known[i%len(known)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
