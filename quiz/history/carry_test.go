package history_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
)

// became says what became of answers: "again sex (why)", "retired goal", and
// what was kept besides by number.
func became(c *history.Carried) string {
	parts := []string{fmt.Sprintf("kept %d", len(c.Kept))}
	for _, o := range c.Kept {
		if o.Closed {
			parts = append(parts, "closed "+o.Question)
		}
	}
	for _, o := range c.Again {
		parts = append(parts, fmt.Sprintf("again %s [%s] %s", o.Question, strings.Join(o.Words, "; "), o.Why.Sentence()))
	}
	for _, o := range c.Retired {
		parts = append(parts, fmt.Sprintf("retired %s [%s] %s", o.Label, strings.Join(o.Words, "; "), o.Why.Sentence()))
	}
	return strings.Join(parts, "\n")
}

// stand is where a session stands.
func stand(s quiz.Session) string {
	if q := s.Question(); q != nil {
		return q.ID
	}
	return "review"
}

// TestCarry makes a draft and a report with the present protocol, and carries
// both over to one that is changed in one way.
func TestCarry(t *testing.T) {
	const goal = "id: goal\n    section: for-the-doctor\n"
	for _, row := range []struct {
		name         string
		changes      []string
		draft, at    string // what becomes of the draft, and where it goes on
		report, from string // the same of the report; "" for as the draft
	}{
		{"a title", []string{"title: Acne scar check", "title: Scar check"}, "kept 14", "safety", "", ""},
		{
			"a question worded anew",
			[]string{"How old are you?", "What is your age?"},
			"kept 13\nagain age [18 to 24] The question has new words.", "age", "", "",
		},
		{
			"words in place of an answer, to a question worded anew",
			[]string{"Has your close family", "Did your close family"},
			"kept 13\nagain family [I prefer not to say] The question has new words.", "family", "", "",
		},
		{
			"a choice in another order",
			[]string{"      - id: face\n        text: Face\n        informational: true\n", "", "        text: Chest\n", "        text: Chest\n      - id: face\n        text: Face\n        informational: true\n"},
			"kept 14", "safety", "", "",
		},
		{
			"choices that exclude each other now",
			[]string{"        text: Chest\n", "        text: Chest\n        alone: true\n"},
			"kept 13\nagain sites [Face; Chest] Your answer does not fit the question any more.", "sites", "", "",
		},
		{
			"a choice made worded anew",
			[]string{"Picking or squeezing on most days", "Picking on most days"},
			"kept 13\nagain picking [Picking or squeezing on most days] A choice you made has new words.", "picking", "", "",
		},
		{"another choice worded anew", []string{"Picking or squeezing now and then", "Picking now and then"}, "kept 14", "safety", "", ""},
		{
			"a choice to pick from that nobody saw",
			[]string{"      - id: touch-face\n", "      - id: hot-baths\n        text: Hot baths\n        informational: true\n      - id: touch-face\n"},
			"kept 13\nagain habits [Touching the face a lot; Stopping treatment when the skin is clear] There are new choices that you have not seen.", "habits",
			"kept 14", "safety",
		},
		{
			"a choice made that is gone",
			[]string{"      - id: face\n        text: Face\n        informational: true\n", ""},
			"kept 13\nagain sites [Face; Chest] A choice you made is no longer there.", "sites", "", "",
		},
		{
			"another choice that is gone",
			[]string{"      - id: neck-jaw\n        text: Neck or jaw\n        informational: true\n", ""},
			"kept 14", "safety", "", "",
		},
		{
			"a question renamed",
			[]string{goal, "id: wish\n    section: for-the-doctor\n", "  - [goal]", "  - [wish]"},
			"kept 13\nretired Wish for the visit [a clear chin] This is no longer asked.", "safety", "", "",
		},
		{
			"room for fewer words",
			[]string{"max: 280", "max: 11"},
			"kept 13\nagain goal [a clear chin] Your answer does not fit the question any more.", "safety", "", "",
		},
		{
			"a question that is sensitive now",
			[]string{goal, goal + "    sensitive: true\n"},
			"kept 13\nagain goal [] This answer is never saved.", "safety", "", "",
		},
		{
			"a question that takes several answers now",
			[]string{"  - id: sex\n    section: for-the-doctor\n    kind: one\n", "  - id: sex\n    section: for-the-doctor\n    kind: many\n"},
			"kept 13\nagain sex [Female at birth] The question now takes another kind of answer.", "safety", "", "",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := changed(t, row.changes...)
			s := walk(t, protocol(t), finished)
			c := history.CarryDraft(p, history.NewDraft(s, noon), nil)
			if got, at := became(c), stand(p.Restore(c.Position)); got != row.draft || at != row.at {
				t.Errorf("the draft: at %s, want %s\n%s\nwant\n%s", at, row.at, got, row.draft)
			}
			if row.report == "" {
				row.report, row.from = row.draft, row.at
			}
			c = history.CarryReport(p, built(t, finished, noon, false), nil)
			if got, at := became(c), stand(p.Restore(c.Position)); got != row.report || at != row.from {
				t.Errorf("the report: at %s, want %s\n%s\nwant\n%s", at, row.from, got, row.report)
			}
		})
	}
}

// TestCarryReportKeepsAll carries reports of random sessions over to the same
// protocol: every answer is kept, and only what was never met is asked.
func TestCarryReportKeepsAll(t *testing.T) {
	p := protocol(t)
	random := rand.New(rand.NewPCG(53, 54))
	for range 500 {
		s := p.Start()
		for !s.AtReview() {
			s, _ = s.Give(randomAnswer(s.Question(), random))
		}
		r := report.Build(p, s.Result(), report.Options{Program: "test", Now: noon})
		c := history.CarryReport(p, r, nil)
		if len(c.Kept) != len(r.Answers) || !c.Whole() {
			t.Fatalf("%d answers: %s", len(r.Answers), became(c))
		}
		restored := p.Restore(c.Position)
		if q := restored.Question(); q != nil && !q.Sensitive {
			t.Fatalf("%s is asked again", q.ID)
		}
		for i, a := range s.Result() {
			if got := restored.Result()[i]; got != a && !p.Questions[i].Sensitive {
				t.Fatalf("%s: %+v, was %+v", p.Questions[i].ID, got, a)
			}
		}
	}
}

// TestCarrySensitive carries a report that holds the sensitive answer, because
// the person asked for it: it is told to be left behind, without its words.
func TestCarrySensitive(t *testing.T) {
	c := history.CarryReport(protocol(t), built(t, finished, noon, true), nil)
	if got, want := became(c), "kept 14\nagain safety [] This answer is never saved."; got != want {
		t.Errorf("%s", got)
	}
	if c.Position.Met[place(t, "safety")] {
		t.Error("the sensitive question is not asked again")
	}
}

// TestCarryClosed carries an answer whose question the other answers, of which
// one is to be given again, do not lead to: it waits.
func TestCarryClosed(t *testing.T) {
	p := changed(t, "What kinds of spots or pimples do you have now", "What spots or pimples do you have now")
	d := history.NewDraft(walk(t, protocol(t), "age-18-24 none comedones almost-none face"), noon)
	c := history.CarryDraft(p, d, nil)
	if got, want := became(c), "kept 4\nclosed sites\nagain lesions [Blackheads or whiteheads] The question has new words."; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	s := step(t, step(t, p.Restore(c.Position), "comedones"), "almost-none")
	if stand(s) != "sites" || s.Current().Chosen != 1 {
		t.Errorf("at %s, with %+v", stand(s), s.Current())
	}
}

// TestCarryWithoutWords carries a report whose texts were taken out by hand.
func TestCarryWithoutWords(t *testing.T) {
	r := built(t, "age-18-24 skip skip skip", noon, false)
	r.Text.Questions = nil
	r.Answers = append(r.Answers, report.Answer{Question: "height", Values: []string{"tall"}})
	got := became(history.CarryReport(protocol(t), r, nil))
	if want := "kept 0\nagain age [age-18-24] The question has new words.\nretired height [tall] This is no longer asked."; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestCarryDraftGoesOn stops everywhere in turn; under the same protocol it goes
// on there, and under another one where something is missing.
func TestCarryDraftGoesOn(t *testing.T) {
	for _, row := range []struct{ name, words, same, other string }{
		{"nothing yet", "", "age", "age"},
		{"gone back", "age-18-24 none comedones back back", "alarm", "worst"},
		{"passed over", "age-18-24 skip skip", "worst", "worst"},
		{"at the review", "age-18-24 none none almost-none never none neither none not-at-all none skip skip", "review", "review"},
		{"in an edit", "age-18-24 none none almost-none never none neither none not-at-all none skip skip edit:picking", "picking", "review"},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := walk(t, protocol(t), row.words)
			restored := s.Protocol().Restore(history.CarryDraft(protocol(t), history.NewDraft(s, noon), nil).Position)
			if stand(restored) != row.same || restored.Editing() != s.Editing() {
				t.Errorf("goes on at %s, want %s", stand(restored), row.same)
			}
			p := changed(t, "title: Acne scar check", "title: Scar check")
			if restored = p.Restore(history.CarryDraft(p, history.NewDraft(s, noon), nil).Position); stand(restored) != row.other || restored.Editing() {
				t.Errorf("under another protocol goes on at %s, want %s", stand(restored), row.other)
			}
		})
	}
}

func place(t testing.TB, id string) int {
	t.Helper()
	i, ok := protocol(t).Find(id)
	if !ok {
		t.Fatalf("no question %q", id)
	}
	return i
}
