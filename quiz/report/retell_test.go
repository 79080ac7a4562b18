package report_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// An assessment told in another language and back again is the same, and
// between the two nothing but the words differs.
func TestRetellThereAndBack(t *testing.T) {
	en, es, other := protocol(t), quiztest.Spanish(t), quiztest.Reworded(t, quiztest.Greek)
	random := rand.New(rand.NewPCG(6, 1))
	for i := range 300 {
		o := report.Options{Program: "scarcheck test", Now: noon, Sensitive: i%3 == 0, Redrawn: i%5 == 0}
		if i%2 == 0 {
			o.Last = report.Build(en, quiztest.Answers(en, random), report.Options{Program: "scarcheck test", Now: may, Sensitive: i%4 == 0})
		}
		answers := quiztest.Answers(en, random)
		if o.Redrawn {
			var err error
			if answers, _, err = code.Decode(en, code.Encode(en, answers, noon)); err != nil {
				t.Fatal(err)
			}
		}
		r := report.Build(en, answers, o)
		for _, p := range []*quiz.Protocol{other, es} {
			told, ok := r.Retell(p)
			if !ok {
				t.Fatalf("%d: it cannot be told", i)
			}
			if p == es { // a language that can be saved
				told, _ = report.Parse(jsonOf(t, told))
			}
			if back, ok := told.Retell(en); !ok || !reflect.DeepEqual(r, back) {
				t.Fatalf("%d: there and back (%v) it is\n%s\nand was\n%s", i, ok, jsonOf(t, back), jsonOf(t, r))
			}
			if p == other {
				inGreek(told)
				checkMarked(t, "told", report.Sections(told.Screen(), 1000), append(stays(told), "3 May")...)
			}
		}
	}
}

// What another protocol or hands have made of a report is not told in words
// that would not be true of it.
func TestRetellRefuses(t *testing.T) {
	p := protocol(t)
	for _, tt := range []struct {
		name   string
		change func(*report.Report, *quiz.Protocol)
	}{
		{"another hash", func(_ *report.Report, p *quiz.Protocol) { p.Hash = "sha256:second" }},
		{"another version", func(_ *report.Report, p *quiz.Protocol) { p.Version = 2 }},
		{"another questionnaire", func(_ *report.Report, p *quiz.Protocol) { p.ID = "other" }},
		{"another level", func(r *report.Report, _ *quiz.Protocol) { r.Care.Level = "self-care" }},
		{"another status", func(r *report.Report, _ *quiz.Protocol) { r.Factors[0].Status = report.Unknown }},
		{"an answer less", func(r *report.Report, _ *quiz.Protocol) { r.Answers = r.Answers[1:] }},
		{"an answer that is none", func(r *report.Report, _ *quiz.Protocol) { r.Answers[0].Values = []string{"nowhere"} }},
		{"a reason less", func(r *report.Report, _ *quiz.Protocol) { r.Care.Because = r.Care.Because[1:] }},
		{"a tip less", func(r *report.Report, _ *quiz.Protocol) { r.Tips = r.Tips[1:] }},
		{"a treatment for other marks", func(r *report.Report, _ *quiz.Protocol) { r.Treatments[0].For = []string{"wavy"} }},
		{"a caution of another status", func(r *report.Report, _ *quiz.Protocol) { r.Treatments[0].Cautions[0].Status = report.Unknown }},
		{"a note more", func(r *report.Report, _ *quiz.Protocol) { r.Notes = append(r.Notes, "note") }},
		{"a question to ask less", func(r *report.Report, _ *quiz.Protocol) { r.Ask = r.Ask[1:] }},
		{"no support", func(r *report.Report, _ *quiz.Protocol) { r.Support = false }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, other := build(t, p, "testdata/full.answers.json", false), *p
			other.Language, _ = words.Find("es")
			tt.change(r, &other)
			if told, ok := r.Retell(&other); ok || told != nil {
				t.Error("it is told all the same")
			}
		})
	}
}

// What changed since the assessment before stays only where it can be told.
func TestRetellSince(t *testing.T) {
	one, two := protocol(t), version2(t)
	spanish := func(p *quiz.Protocol) *quiz.Protocol {
		other := *p
		other.Language, _ = words.Find("es")
		return &other
	}
	first := assess(t, one, may, inMay)
	for _, tt := range []struct {
		name  string
		r     *report.Report
		p     *quiz.Protocol
		stays bool
	}{
		{"the same protocol", after(t, one, first, inNovember), spanish(one), true},
		{"another one before", after(t, two, first, inNovember), spanish(two), false},
		{"another one before, in the same language", after(t, two, first, inNovember), two, true},
		{"no ids", func() *report.Report {
			r := after(t, one, first, inNovember)
			for i := range r.Since.Answers {
				r.Since.Answers[i].Now.Choices = nil
			}
			return r
		}(), spanish(one), false},
		{"no such level", func() *report.Report {
			r := after(t, one, first, inNovember)
			r.Since.Care.Was = "nowhere"
			return r
		}(), spanish(one), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			told, ok := tt.r.Retell(tt.p)
			if !ok || (told.Since != nil) != tt.stays {
				t.Errorf("told: %v, with what changed: %v", ok, told.Since != nil)
			}
		})
	}
}

// Two assessments in two languages are compared in that of the protocol at
// hand, and other words are no change.
func TestCompareAcrossLanguages(t *testing.T) {
	en, other := protocol(t), quiztest.Reworded(t, quiztest.Greek)
	first, later := assess(t, en, may, inMay), assess(t, other, noon, inNovember)
	want := report.Compare(other, assess(t, other, may, inMay), later)
	if got := report.Compare(other, first, later); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", changeJSON(t, got), changeJSON(t, want))
	}
	since := report.Build(other, nothing(other), report.Options{Now: noon, Last: first}).Since
	if want := report.Build(other, nothing(other), report.Options{Now: noon, Last: assess(t, other, may, inMay)}).Since; !reflect.DeepEqual(since, want) {
		t.Errorf("since the last: %+v, want %+v", since, want)
	}

	foreign := assess(t, other, noon, inMay)
	foreign.Protocol.Hash = "sha256:second" // so that no protocol at hand is that of both
	for name, p := range map[string]*quiz.Protocol{"no protocol": nil, "that of one": en} {
		if c := report.Compare(p, first, foreign); len(c.Answers) > 0 || len(c.Findings) > 0 || len(c.Protocol.Reworded) > 0 {
			t.Errorf("%s: other words are told as a change:\n%s", name, changeJSON(t, c))
		}
	}
	shown := report.Build(other, nothing(other), report.Options{Now: noon, Last: first})
	if slices.ContainsFunc(shown.Since.Answers, func(a report.AnswerChange) bool { return a.WasLabel != "" }) {
		t.Error("a label in another language is told as an old one")
	}
}

func nothing(p *quiz.Protocol) quiz.Answers { return make(quiz.Answers, len(p.Questions)) }
