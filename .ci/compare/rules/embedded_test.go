package rules_test

import (
	"math/rand/v2"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// embedded is the protocol that the program carries.
func embedded(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// randomAnswers answers every question, also those that the answers before it
// rule out (such an answer is stale, and must not count). How much is left
// open, and how often the first choice ("none", "never") is taken, differs from
// set to set, so that every level of care comes up.
func randomAnswers(v *rules.Vocabulary, random *rand.Rand) rules.Answers {
	open := [...]float64{0, 0.05, 0.2, 0.6}[random.IntN(4)]
	first := [...]float64{0, 0.5, 0.9}[random.IntN(3)]
	answers := make(rules.Answers, v.Len())
	for i := range answers {
		q := v.Question(i)
		switch dice := random.Float64(); {
		case dice < open/2:
			answers[i] = q.DontKnow()
		case dice < open:
			answers[i] = q.Open() // prefer not to say, or left out
		case random.Float64() < first:
			answers[i] = q.Definite(1)
		default:
			answers[i] = q.Definite(randomChoices(q, random))
		}
	}
	return answers
}

// randomChoices are choices that a person could make.
func randomChoices(q *rules.Question, random *rand.Rand) uint64 {
	if q.Kind != rules.Many {
		return 1 << random.IntN(max(1, len(q.Choices)))
	}
	for range 20 {
		chosen := random.Uint64() & q.Open().Possible
		if random.IntN(2) == 0 {
			chosen &= random.Uint64() // one or two choices are more usual than half of them
		}
		if chosen != 0 && !q.Excludes(chosen) {
			return chosen
		}
	}
	return 1 << random.IntN(len(q.Choices)) // hardly any two of them go together
}
