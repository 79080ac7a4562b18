package quiz_test

import (
	"math/rand/v2"
	"testing"

	"scarcheck/quiz"
)

// comesBack says how a session that met a sensitive question does not come
// back as it should: the same in all but what it holds of that question.
func comesBack(s, restored quiz.Session) string {
	if stand(restored) != stand(s) {
		return "restored at " + stand(restored)
	}
	for i, q := range s.Protocol().Questions {
		want := s.Answer(i)
		if q.Sensitive {
			want = quiz.Answer{}
		}
		if restored.Answer(i) != want || q.Sensitive && restored.Position().Met[i] {
			return q.ID + " comes back otherwise"
		}
	}
	return ""
}

// TestRestoreLaws puts the sessions of random walks on paper and back: what is
// restored stands where the session stood, and the same steps lead it to the
// same places. Walks that met a sensitive question differ in it alone.
func TestRestoreLaws(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(31, 32))
	walked, secret := 0, 0
	for run := range 2000 {
		s, met := p.Start(), false
		for range random.IntN(45) {
			met = met || s.Question() != nil && s.Question().Sensitive
			s, _ = randomStep(s, random)
		}
		restored := p.Restore(s.Position())
		if met {
			secret++
			if fault := comesBack(s, restored); fault != "" {
				t.Fatalf("run %d, at %s: %s", run, stand(s), fault)
			}
			continue
		}
		seed := random.Uint64()
		ours, theirs := rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, 1))
		for step := range 20 {
			if want, got := snapshot(s), snapshot(restored); got != want {
				t.Fatalf("run %d, %d steps on: restored\n%s\nwant\n%s", run, step, got, want)
			}
			s, _ = randomStep(s, ours)
			restored, _ = randomStep(restored, theirs)
			walked++
		}
	}
	if walked < 10_000 || secret < 100 {
		t.Errorf("too few walks: %d steps compared, %d sessions with a sensitive answer", walked, secret)
	}
}

// TestRestorePassedOver is what Resume loses: questions passed over on purpose
// are not asked again.
func TestRestorePassedOver(t *testing.T) {
	s := walk(t, embedded(t).Start(), "age-18-24 skip skip mild back back")
	restored := s.Protocol().Restore(s.Position())
	if stand(restored) != "lesions" || stand(walk(t, restored, "none almost-none")) != "picking" {
		t.Errorf("restored at %s", stand(restored))
	}
	done := walk(t, embedded(t).Start(), scarless)
	if restored = done.Protocol().Restore(done.Position()); stand(restored) != "review" || snapshot(restored) != snapshot(done) {
		t.Errorf("the review is restored as %s", stand(restored))
	}
	edit := walk(t, done, "edit:marks wavy")
	if restored = edit.Protocol().Restore(edit.Position()); stand(restored) != "new-scars (edit)" {
		t.Errorf("an edit is restored as %s", stand(restored))
	}
}

// TestRestoreForgives is given positions that no session makes.
func TestRestoreForgives(t *testing.T) {
	p := embedded(t)
	n := len(p.Questions)
	met := make([]bool, n)
	met[0] = true
	closed, _ := p.Find("relapse")
	for _, row := range []struct {
		name string
		at   quiz.Position
		want string
	}{
		{"nothing", quiz.Position{}, "age"},
		{"the first not met", quiz.Position{Met: met, At: -1}, "alarm"},
		{"beyond the review", quiz.Position{Met: met, At: n + 1}, "alarm"},
		{"a question that is not asked", quiz.Position{Met: met, At: closed}, "alarm"},
		{"an answer that does not fit", quiz.Position{Answers: quiz.Answers{{State: quiz.Answered, Chosen: 3}}, Met: met, At: -1}, "age"},
		{"an answer that was not met", quiz.Position{Answers: quiz.Answers{{State: quiz.DontKnow}}, At: -1}, "alarm"},
		{"too many answers", quiz.Position{Answers: make(quiz.Answers, n+3), Met: make([]bool, n+3), At: 1}, "alarm"},
		{"an edit at the review", quiz.Position{At: n, Editing: true}, "review"},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := p.Restore(row.at)
			if fault := inconsistent(s); stand(s) != row.want || fault != "" {
				t.Errorf("at %s, want %s; %s", stand(s), row.want, fault)
			}
		})
	}
}
