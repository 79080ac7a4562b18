package report_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// checked is a check in which everything that can be wrong is.
func checked(t *testing.T) *quiz.Checked {
	t.Helper()
	p := protocol(t)
	place, _ := p.Find("picking")
	some := []rules.Given{{Question: place, Reply: rules.Reply{State: rules.Answered, Chosen: 2}}}
	open := []rules.Given{{Question: place, Reply: rules.Reply{State: rules.DontKnow}}}
	return &quiz.Checked{
		Protocol: p, Claims: 1, Untested: []string{"factor picking: absent"},
		Verdict: &rules.Verdict{
			Answers: big.NewInt(1234567),
			Told:    []rules.Told{{Level: "same-day", Answers: big.NewInt(5)}},
			Laws: []rules.Proof{
				{Law: "rule-can-hold", About: "tip sun", Holds: true, Waivers: []string{"It is winter."}},
				{Law: "worse-never-lowers-care", About: "question picking", Why: "it lowers it", Example: &rules.Example{Answers: open, Then: some, Changed: place}},
			},
			Claims: []rules.Kept{{
				Claim: &rules.Claim{Says: "Picking counts.", File: "claims.yaml", Line: 7}, Promise: rules.Promise{Kind: "present", ID: "picking"},
				Why: "answers break it", Example: &rules.Example{Answers: some, Changed: -1},
			}},
			Unused: []rules.Waiver{{Law: "rule-can-fail", About: "tip x"}},
			Cases:  1, Completions: 1000,
			Failures:  []rules.Failure{{File: "cases.yaml", Line: 3, Case: "one", Message: "care: want a, got b"}},
			Boundless: []rules.Failure{{File: "cases.yaml", Line: 3, Case: "one", Message: "not regardless"}},
		},
		Mutation: &rules.Mutation{Mutants: 12, Equivalent: 2, Refused: 8, By: map[string]int{"laws": 8}, Survivors: []rules.Survivor{
			{Mutant: &rules.Mutant{Rule: "tip sun", What: "left out"}, Example: &rules.Example{Answers: some, Changed: -1}},
			{Mutant: &rules.Mutant{Rule: "level same-day", What: "all made any"}, Lowers: true},
		}},
	}
}

func TestCheckText(t *testing.T) {
	var b strings.Builder
	if err := report.CheckText(&b, checked(t), report.CheckOptions{Sheets: sheets(t), Took: 1500 * time.Millisecond}); err != nil {
		t.Fatal(err)
	}
	quiztest.Golden(t, "testdata/check.golden.text", []byte(b.String()))
}

func TestCheckJSON(t *testing.T) {
	c := checked(t)
	var b strings.Builder
	if err := report.CheckJSON(&b, c, report.CheckOptions{Program: "scarcheck test", Sheets: sheets(t), Took: 1500 * time.Millisecond}); err != nil {
		t.Fatal(err)
	}
	if !json.Valid([]byte(b.String())) {
		t.Error("this is not JSON")
	}
	quiztest.Golden(t, "testdata/check.golden.json", []byte(b.String()))
}

// A check is sound only if nothing at all is wrong.
func TestSound(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*quiz.Checked)
	}{
		{"not looked at", func(c *quiz.Checked) { c.Verdict = nil }},
		{"law", func(c *quiz.Checked) { c.Verdict.Laws = []rules.Proof{{}} }},
		{"claim", func(c *quiz.Checked) { c.Verdict.Claims = []rules.Kept{{}} }},
		{"case", func(c *quiz.Checked) { c.Verdict.Failures = []rules.Failure{{}} }},
		{"case regardless", func(c *quiz.Checked) { c.Verdict.Boundless = []rules.Failure{{}} }},
		{"waiver", func(c *quiz.Checked) { c.Verdict.Unused = []rules.Waiver{{}} }},
		{"mutants", func(c *quiz.Checked) { c.Mutation = &rules.Mutation{Mutants: 100, Refused: 94} }},
		{"a mutant that lowers", func(c *quiz.Checked) {
			c.Mutation = &rules.Mutation{Mutants: 100, Refused: 99, Survivors: []rules.Survivor{{Lowers: true}}}
		}},
	}
	sound := func() *quiz.Checked {
		return &quiz.Checked{Verdict: &rules.Verdict{}, Mutation: &rules.Mutation{Mutants: 100, Refused: 95}}
	}
	if !sound().Sound() {
		t.Fatal("a check without a fault is not sound")
	}
	for _, test := range tests {
		c := sound()
		if test.spoil(c); c.Sound() {
			t.Errorf("%s: it is called sound", test.name)
		}
	}
}

// sheets are one on which the page fits and one, in Spanish, on which it does not.
func sheets(t *testing.T) []report.Sheet {
	t.Helper()
	es, ok := words.Find("es")
	if !ok {
		t.Fatal("there is no Spanish")
	}
	return []report.Sheet{
		{Name: "text", Unit: "lines", Takes: 58, Room: 60},
		{Language: es, Name: "pdf-letter", Unit: "points", Takes: 723, Room: 722},
	}
}
