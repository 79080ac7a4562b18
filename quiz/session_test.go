package quiz_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/rules"
)

// walk drives a session with words: an answer as parse reads it, or "skip",
// "back", "edit:ID", "dont-know", "prefer-not". A word that is refused stays
// where it was.
func walk(t *testing.T, s quiz.Session, words string) quiz.Session {
	t.Helper()
	for word := range strings.FieldsSeq(words) {
		s = step(t, s, word)
	}
	return s
}

func step(t *testing.T, s quiz.Session, word string) quiz.Session {
	t.Helper()
	if id, ok := strings.CutPrefix(word, "edit:"); ok {
		i, found := s.Protocol().Find(id)
		if !found {
			t.Fatalf("no question %q", id)
		}
		return s.Edit(i)
	}
	switch word {
	case "skip":
		return s.Skip()
	case "back":
		return s.Back()
	case "dont-know":
		return s.DontKnow()
	case "prefer-not":
		return s.PreferNot()
	}
	q := s.Question()
	if q == nil {
		t.Fatalf("answer %q at the review", word)
	}
	next, err := s.Give(answer(t, q, word))
	if err != nil {
		t.Fatalf("%s at %s: %v", word, q.ID, err)
	}
	return next
}

// stand is where a session stands, and what it is doing there.
func stand(s quiz.Session) string {
	where := "review"
	if q := s.Question(); q != nil {
		where = q.ID
	}
	if s.Editing() {
		where += " (edit)"
	}
	return where
}

// scarless answers everything with the first choices, up to the review: acne,
// but no scar.
const scarless = "age-18-24 none comedones mild face within-1-year course-1 no never none neither none not-at-all none female skip"

func TestSession(t *testing.T) {
	for _, row := range []struct {
		name, words, at string
		number, of      int
	}{
		{"nothing", "", "age", 1, 13},
		{"first answer", "age-18-24", "alarm", 2, 13},
		{"not to know moves on", "dont-know", "alarm", 2, 13},
		{"to pass over moves on", "skip prefer-not", "lesions", 3, 13},
		{"back at the first stays", "back back", "age", 1, 13},
		{"back", "age-18-24 none back", "alarm", 2, 13},
		{"acne opens three questions", "skip skip comedones", "worst", 4, 16},
		{"no acne opens none", "skip skip none almost-none", "picking", 5, 13},
		{"acne not answered opens none", "skip skip skip skip", "picking", 5, 13},
		{"not to know what it is opens three", "skip skip dont-know skip", "sites", 5, 16},
		{"back passes over what is not asked", "skip skip none almost-none back", "worst", 4, 13},
		{"back over a branch", "skip skip comedones skip back", "worst", 4, 16},
		{"a treatment that worked opens one", "skip skip comedones skip skip within-1-year", "tried", 7, 17},
		{"to the review", scarless, "review", 17, 16},
		{"back from the review", scarless + " back", "goal", 16, 16},
		{"edit", scarless + " edit:picking", "picking (edit)", 9, 16},
		{"edit that opens nothing", scarless + " edit:picking sometimes", "review", 17, 16},
		{"edit that opens two", scarless + " edit:marks wavy", "new-scars (edit)", 13, 18},
		{"and the second", scarless + " edit:marks wavy no", "visibility (edit)", 14, 18},
		{"and back to the review", scarless + " edit:marks wavy no covered", "review", 19, 18},
		{"edit left by back", scarless + " edit:marks back", "review", 17, 16},
		{"edit of what is not asked stays", scarless + " edit:visibility", "review", 17, 16},
		{"edit that closes a branch", scarless + " edit:lesions none edit:worst almost-none", "review", 13, 12},
		{"and opens it again, answers and all", scarless + " edit:lesions none edit:worst almost-none edit:lesions comedones", "review", 17, 16},
		{"edit elsewhere than at the review stays", "age-18-24 edit:age", "alarm", 2, 13},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := walk(t, embedded(t).Start(), row.words)
			if number, of := s.Progress(); stand(s) != row.at || number != row.number || of != row.of {
				t.Errorf("at %s, %d of %d; want %s, %d of %d", stand(s), number, of, row.at, row.number, row.of)
			}
		})
	}
}

func TestGiveRefuses(t *testing.T) {
	long := strings.Repeat("a", 281)
	for _, row := range []struct {
		name, words string
		answer      quiz.Answer
		want        error
	}{
		{"nothing of one", "", quiz.Answer{State: quiz.Answered}, quiz.ErrNothing},
		{"two of one", "", quiz.Answer{State: quiz.Answered, Chosen: 3}, quiz.ErrOneOnly},
		{"no such choice of one", "", quiz.Answer{State: quiz.Answered, Chosen: 16}, quiz.ErrChoice},
		{"nothing of many", "skip", quiz.Answer{State: quiz.Answered}, quiz.ErrNothing},
		{"none beside fever", "skip", quiz.Answer{State: quiz.Answered, Chosen: 3}, quiz.ErrExcludes},
		{"no such choice of many", "skip", quiz.Answer{State: quiz.Answered, Chosen: 1 << 63}, quiz.ErrChoice},
		{"too long a text", scarless + " back", quiz.Answer{State: quiz.Answered, Text: long}, quiz.ErrTooLong},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := walk(t, embedded(t).Start(), row.words)
			next, err := s.Give(row.answer)
			if !errors.Is(err, row.want) {
				t.Errorf("error %v, want %v", err, row.want)
			}
			if stand(next) != stand(s) || !slices.Equal(next.Result(), s.Result()) {
				t.Errorf("it went on from %s to %s all the same", stand(s), stand(next))
			}
		})
	}
}

func TestGiveCleansText(t *testing.T) {
	s := walk(t, embedded(t).Start(), scarless+" back")
	next, err := s.Give(quiz.Answer{State: quiz.Answered, Text: "  no \x1b[31mnew\nscars "})
	if at := s.Protocol().Questions; err != nil || next.Result()[len(at)-1].Text != "no new scars" {
		t.Errorf("%+v, %v", next.Result()[len(at)-1], err)
	}
	next, err = s.Give(quiz.Answer{State: quiz.Answered, Text: " \n\t"})
	if err != nil || next.Result()[len(s.Protocol().Questions)-1] != (quiz.Answer{}) {
		t.Errorf("blank text is no answer: %+v, %v", next.Result(), err)
	}
}

// TestClosedBranchLeavesNothing answers a branch, then closes it.
func TestClosedBranchLeavesNothing(t *testing.T) {
	p := embedded(t)
	s := walk(t, p.Start(), scarless+" edit:lesions none edit:worst almost-none")
	for _, id := range []string{"sites", "effective-treatment", "tried", "relapse"} {
		i, _ := p.Find(id)
		if s.Result()[i] != (quiz.Answer{}) {
			t.Errorf("%s is still %+v", id, s.Result()[i])
		}
	}
}

// TestCrisisAtOnce sees that the one answer that calls for help does so at once,
// and that it calls no longer when its question is closed.
func TestCrisisAtOnce(t *testing.T) {
	const upToSafety = "skip skip none almost-none never none neither none a-lot"
	s := walk(t, embedded(t).Start(), upToSafety)
	if stand(s) != "safety" || s.Crisis() {
		t.Fatalf("at %s, crisis %v", stand(s), s.Crisis())
	}
	if s = walk(t, s, "yes"); !s.Crisis() {
		t.Error("no crisis after a yes")
	}
	if s = walk(t, s, "skip skip skip edit:effect not-at-all"); s.Crisis() {
		t.Error("a crisis from a question that is not asked")
	}
}

// TestResume takes up a draft at the first question that it leaves out.
func TestResume(t *testing.T) {
	for _, row := range []struct{ name, answers, at string }{
		{"nothing", "", "age"},
		{"the first", "age=under-13", "alarm"},
		{"a gap", "age=under-13 lesions=none", "alarm"},
		{"words that are no answer are not left out", "age=dont-know alarm=prefer-not", "lesions"},
		{"a branch", "age=under-13 alarm=none lesions=comedones worst=mild", "sites"},
		{"a branch that is closed", "age=under-13 alarm=none lesions=none worst=almost-none tried=nothing", "picking"},
		{
			"everything", "age=under-13 alarm=none lesions=none worst=almost-none picking=never habits=none family=neither " +
				"marks=none effect=not-at-all tell=none sex=female goal=peace", "review",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := embedded(t)
			answers := parse(t, p, row.answers)
			s := quiztest.Resumed(p, answers)
			if stand(s) != row.at {
				t.Errorf("at %s, want %s", stand(s), row.at)
			}
			want, _ := p.Apply(answers)
			if !slices.Equal(s.Result(), want) {
				t.Errorf("result %+v, want %+v", s.Result(), want)
			}
		})
	}
}

// TestSessionLaws takes random walks of some 20,000 steps, and after each sees
// that the session makes sense and that the one before is untouched.
func TestSessionLaws(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(21, 22))
	for run := range 600 {
		s := p.Start()
		var trail []string
		for range 10 + random.IntN(40) {
			before := snapshot(s)
			next, word := randomStep(s, random)
			trail = append(trail, word)
			if after := snapshot(s); after != before {
				t.Fatalf("run %d, %v: the old session changed\nfrom %s\nto %s", run, trail, before, after)
			}
			if fault := inconsistent(next); fault != "" {
				t.Fatalf("run %d, %v: %s", run, trail, fault)
			}
			s = next
		}
	}
}

// snapshot is all that can be seen of a session.
func snapshot(s quiz.Session) string {
	var all quiz.Answers
	for i := range s.Protocol().Questions {
		all = append(all, s.Answer(i))
	}
	number, of := s.Progress()
	return fmt.Sprint(stand(s), number, of, s.Asked(), all, s.Result(), s.Current(), s.Crisis())
}

func randomStep(s quiz.Session, random *rand.Rand) (quiz.Session, string) {
	switch random.IntN(9) {
	case 0:
		return s.Back(), "back"
	case 1:
		return s.Skip(), "skip"
	case 2:
		return s.DontKnow(), "dont-know"
	case 3:
		return s.PreferNot(), "prefer-not"
	case 4:
		i := random.IntN(len(s.Protocol().Questions))
		return s.Edit(i), "edit:" + s.Protocol().Questions[i].ID
	case 5:
		if random.IntN(4) == 0 {
			return quiztest.Resumed(s.Protocol(), s.Result()), "resume"
		}
	}
	a := quiz.Answer{State: quiz.Answered, Chosen: 1 << random.IntN(9), Text: "some words"}
	if random.IntN(3) == 0 {
		a.Chosen |= 1 << random.IntN(9)
	}
	next, err := s.Give(a)
	return next, fmt.Sprintf("%b (%v)", a.Chosen, err)
}

// inconsistent says what is wrong with a session, or "".
func inconsistent(s quiz.Session) string {
	p, result := s.Protocol(), s.Result()
	asked := p.Asked(result)
	if !slices.Equal(s.Asked(), askedPlaces(asked)) {
		return fmt.Sprintf("it asks %v, its result asks %v", s.Asked(), askedPlaces(asked))
	}
	for i, a := range result {
		q := &p.Questions[i]
		if asked[i] != rules.True && a != (quiz.Answer{}) {
			return fmt.Sprintf("%s is not asked and has %+v", q.ID, a)
		}
		if asked[i] == rules.True && a != s.Answer(i) {
			return fmt.Sprintf("%s has %+v, and in the result %+v", q.ID, s.Answer(i), a)
		}
		if err := q.Check(a); err != nil {
			return fmt.Sprintf("%s has %+v: %v", q.ID, a, err)
		}
	}
	number, of := s.Progress()
	switch q := s.Question(); {
	case q == nil && (number != of+1 || s.Editing()):
		return fmt.Sprintf("at the review, %d of %d, editing %v", number, of, s.Editing())
	case q == nil:
	case number < 1 || number > of:
		return fmt.Sprintf("%d of %d", number, of)
	case s.Asked()[number-1] != place(p, q.ID):
		return fmt.Sprintf("at %s, which is not number %d of what is asked", q.ID, number)
	}
	return ""
}

func askedPlaces(asked []rules.Truth) []int {
	var places []int
	for i, truth := range asked {
		if truth == rules.True {
			places = append(places, i)
		}
	}
	return places
}

func place(p *quiz.Protocol, id string) int {
	i, _ := p.Find(id)
	return i
}

// TestBackAndForth goes back a while and, giving the same answers again,
// comes to where it was with the same result.
func TestBackAndForth(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(23, 24))
	for range 1000 {
		s := p.Start()
		for steps := random.IntN(20); steps > 0 && !s.AtReview(); steps-- {
			s = again(t, s, randomAnswer(s.Question(), random))
		}
		here, back := s, 1+random.IntN(8)
		for range back {
			if s = s.Back(); !slices.Equal(s.Result(), here.Result()) {
				t.Fatalf("back changes the result from %+v to %+v", here.Result(), s.Result())
			}
		}
		for stand(s) != stand(here) {
			s = again(t, s, s.Current())
		}
		if snapshot(s) != snapshot(here) {
			t.Fatalf("%s\nafter going back %d times and on again %s", snapshot(here), back, snapshot(s))
		}
	}
}

func again(t *testing.T, s quiz.Session, a quiz.Answer) quiz.Session {
	t.Helper()
	next, err := s.Give(a)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// randomAnswer is an answer that fits the question.
func randomAnswer(q *quiz.Question, random *rand.Rand) quiz.Answer {
	if dice := random.IntN(6); dice < 3 {
		return quiz.Answer{State: quiz.State(dice)}
	}
	if q.Kind == rules.Text {
		return quiz.Answer{State: quiz.Answered, Text: "some words"}
	}
	a := quiz.Answer{State: quiz.Answered, Chosen: 1 << random.IntN(len(q.Choices))}
	if q.Kind == rules.Many {
		for range random.IntN(3) {
			a.Chosen = q.Toggle(a.Chosen, 1<<random.IntN(len(q.Choices)))
		}
		if a.Chosen == 0 {
			a.Chosen = 1
		}
	}
	return a
}

// TestEditsAskOnlyWhatIsNew edits answers at the review: what is asked then was
// never asked before and is asked because of the edit; and the same edits in
// another order, where all of them can be made, give the same result.
func TestEditsAskOnlyWhatIsNew(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(25, 26))
	compared := 0
	for range 1000 {
		s, met := p.Start(), map[string]bool{}
		for !s.AtReview() {
			met[s.Question().ID] = true
			s = again(t, s, randomAnswer(s.Question(), random))
		}
		answers := make(quiz.Answers, len(p.Questions)) // the answer that each question gets when it is edited or opened
		for i := range answers {
			answers[i] = randomAnswer(&p.Questions[i], random)
		}
		edits := random.Perm(len(p.Questions))[:4]
		one, all := edited(t, s, edits, answers, met)
		slices.Reverse(edits)
		other, allAgain := edited(t, s, edits, answers, met)
		if !all || !allAgain {
			continue
		}
		compared++
		if !slices.Equal(one.Result(), other.Result()) {
			t.Fatalf("edits %v and back to front differ:\n%+v\n%+v", edits, one.Result(), other.Result())
		}
	}
	if compared < 100 {
		t.Errorf("only %d edits could be compared", compared)
	}
}

// edited makes the edits; all is false if one was not possible at its turn.
func edited(t *testing.T, s quiz.Session, edits []int, answers quiz.Answers, met map[string]bool) (_ quiz.Session, all bool) {
	t.Helper()
	all = true
	known := map[string]bool{}
	for id := range met {
		known[id] = true
	}
	for _, i := range edits {
		if s = s.Edit(i); s.AtReview() {
			all = false
			continue
		}
		before := s.Asked()
		s = again(t, s, answers[i])
		for !s.AtReview() {
			q := s.Question()
			at := place(p(s), q.ID)
			if known[q.ID] {
				t.Fatalf("editing %s asks %s once more", p(s).Questions[i].ID, q.ID)
			}
			if slices.Contains(before, at) {
				t.Fatalf("editing %s asks %s, which was there before", p(s).Questions[i].ID, q.ID)
			}
			known[q.ID] = true
			s = again(t, s, answers[at])
		}
	}
	return s, all
}

func p(s quiz.Session) *quiz.Protocol { return s.Protocol() }

// TestResumeFirstGap resumes random answers, whole and with gaps.
func TestResumeFirstGap(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(27, 28))
	for range 2000 {
		answers := make(quiz.Answers, len(p.Questions))
		for i := range answers {
			if random.IntN(8) > 0 {
				answers[i] = randomAnswer(&p.Questions[i], random)
			}
		}
		s := quiztest.Resumed(p, answers)
		want := "review"
		for i, asked := range p.Asked(answers) {
			if asked == rules.True && answers[i].State == quiz.Unanswered {
				want = p.Questions[i].ID
				break
			}
		}
		if fault := inconsistent(s); stand(s) != want || fault != "" {
			t.Fatalf("at %s, want %s; %s", stand(s), want, fault)
		}
	}
}
