package rules_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// pool is 1,024 sets of answers, the same in every benchmark.
func pool(v *rules.Vocabulary) []rules.Answers {
	random := rand.New(rand.NewPCG(3, 4))
	sets := make([]rules.Answers, 1024)
	for i := range sets {
		sets[i] = randomAnswers(v, random)
	}
	return sets
}

// BenchmarkEvaluate is every rule on one set of answers, without reasons. Its
// budget is 1.6 times BenchmarkEvaluateHandwritten, and no allocation.
func BenchmarkEvaluate(b *testing.B) {
	g := embedded(b).Guideline
	sets, e, i := pool(g.Vocabulary), g.NewEvaluation(), 0
	b.ReportAllocs()
	for b.Loop() {
		g.Evaluate(sets[i%len(sets)], e)
		i++
	}
}

// BenchmarkEvaluateHandwritten is the same rules written by hand.
func BenchmarkEvaluateHandwritten(b *testing.B) {
	sets := pool(embedded(b).Guideline.Vocabulary)
	people, i := make([]person, len(sets)), 0
	for i := range sets {
		people[i] = newPerson(sets[i])
	}
	var v verdict
	b.ReportAllocs()
	for b.Loop() {
		people[i%len(people)].judge(&v)
		i++
	}
}

// BenchmarkJudge is every rule with its reasons, and what open answers could
// still bring.
func BenchmarkJudge(b *testing.B) {
	g := embedded(b).Guideline
	sets, i := pool(g.Vocabulary), 0
	b.ReportAllocs()
	for b.Loop() {
		g.Judge(sets[i%len(sets)])
		i++
	}
}

// BenchmarkGrowth shows how judging grows with a guideline: the embedded one,
// doubled once, twice and three times. BenchmarkCheckDoubled does so for proofs.
func BenchmarkGrowth(b *testing.B) {
	g := embedded(b).Guideline
	for times := 1; times <= 8; times *= 2 {
		sets, e := pool(g.Vocabulary), g.NewEvaluation()
		b.Run(fmt.Sprintf("evaluate/rules x%d", times), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				g.Evaluate(sets[i%len(sets)], e)
			}
		})
		b.Run(fmt.Sprintf("judge/rules x%d", times), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				g.Judge(sets[i%len(sets)])
			}
		})
		g = rules.Doubled(g)
	}
}

// BenchmarkLoad reads and checks the protocol that the program carries, from its
// files to its hash. Its budget is 3 ms.
func BenchmarkLoad(b *testing.B) {
	benchmarkLoad(b, quiz.EmbeddedQuestions(), rules.Embedded())
}

// BenchmarkLoadFolder is the same from a folder of YAML files, as with --protocol.
func BenchmarkLoadFolder(b *testing.B) {
	benchmarkLoad(b,
		rules.Folder{FS: os.DirFS("../quiz/data"), Name: "quiz/data"},
		rules.Folder{FS: os.DirFS("data"), Name: "rules/data"})
}

func benchmarkLoad(b *testing.B, questions, guideline rules.Folder) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := quiz.Load(questions, guideline); err != nil {
			b.Fatal(err)
		}
	}
}
