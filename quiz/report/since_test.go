package report_test

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

// after builds a report of answers that come after another one.
func after(t testing.TB, p *quiz.Protocol, last *report.Report, answers string) *report.Report {
	t.Helper()
	a, err := p.ParseAnswers([]byte(`{"protocol": "` + p.Name() + `", "answers": {` + answers + `}}`))
	if err != nil {
		t.Fatal(err)
	}
	return report.Build(p, a, report.Options{Program: "scarcheck test", Now: noon, Last: last})
}

// section is the text of a section, or "" if there is none of this id.
func section(sections []report.Section, id string) string {
	for _, s := range sections {
		if s.ID == id {
			return strings.Join(strings.Fields(report.Sections([]report.Section{s}, 1000)), " ")
		}
	}
	return ""
}

func TestSince(t *testing.T) {
	one, two := protocol(t), version2(t)
	for _, tt := range []struct {
		name, last, now string
		present         *quiz.Protocol
		want            string
	}{
		{"nothing", inMay, inMay, one, "Since your last assessment of 3 May 2026: the same answers and the same advice."},
		{"another protocol", inMay, inMay, two, `Since your last assessment of 3 May 2026: changed: Sleep (was not asked, now "Not answered"). The questions or rules changed in between.`},
		{
			"a choice more and one less", `"marks": ["flat-red", "flat-dark"]`, `"marks": ["flat-dark", "raised"]`, one,
			`new: "Raised" (Marks and scars); no longer reported: "Flat red" (Marks and scars); changed: New scars (was not asked, now "Not answered")`,
		},
		{"another answer altogether", `"marks": ["none"]`, `"marks": ["flat-red"]`, one, `changed: Marks and scars (was "No marks or scars seen or felt", now "Flat red").`},
		{"no longer known", `"picking": "never"`, `"picking": "dont-know"`, one, `changed: Picking (was "No picking or squeezing", now "I don't know").`},
		{
			"advice", `"lesions": ["comedones"]`, `"lesions": ["comedones", "deep-few"]`, one,
			`new: "1 or 2 deep lumps" (Acne now); advice was "Too little is answered to say", now "Ask for a dermatologist soon".`,
		},
		{"own words", `"goal": "Secret plan"`, `"goal": "Another plan"`, one, "changed: Wish for the visit (in own words)."},
		{"first own words", ``, `"goal": "Another plan"`, one, `changed: Wish for the visit (was "Not answered", now answered in own words).`},
		{"sensitive", `"effect": "a-lot", "safety": "no"`, `"effect": "a-lot", "safety": "yes"`, one, "the same answers and the same advice."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := after(t, tt.present, assess(t, one, may, tt.last), tt.now)
			if got := section(r.Doctor(report.Full), "since"); !strings.Contains(got, tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if bytes.Contains(jsonOf(t, r), []byte("Secret plan")) {
				t.Error("old own words are saved with the new assessment")
			}
		})
	}
}

// The doctor's page tells less of the changes where there is less room, and
// then the pages after it tell all.
func TestSinceByDetail(t *testing.T) {
	p := protocol(t)
	r := after(t, p, assess(t, p, may, inMay), inNovember)
	whole := section(r.Screen(), "since")
	if whole == "" {
		t.Fatal("the screen does not tell")
	}
	for d := report.Full; d <= report.Least; d++ {
		told, later := section(r.Doctor(d), "since"), section(r.Person(d), "since")
		if d < report.ShortWords != (told == whole) || d < report.ShortWords == (later == whole) {
			t.Errorf("detail %d tells %q, and the pages after it %q", d, told, later)
		}
		if d >= report.Titles {
			told = section(r.Doctor(d), "shortened")
		}
		if !strings.Contains(told, "3 May 2026") {
			t.Errorf("detail %d does not say since when: %q", d, told)
		}
	}
	quiztest.Golden(t, "testdata/since.golden.text", []byte(textOf(t, r)))
}

// Whatever is answered, both times, the page is one page, and a saved report
// draws it again.
func TestOnePageSinceTheLast(t *testing.T) {
	one, two := protocol(t), version2(t)
	random := rand.New(rand.NewPCG(4, 5))
	for range 60 {
		last := report.Build(one, quiztest.Answers(one, random, ownWords...), report.Options{Program: "scarcheck test", Now: time.Date(2026, 9, 23, 0, 0, 0, 0, time.UTC), Sensitive: true})
		for _, p := range []*quiz.Protocol{one, two} {
			r := report.Build(p, quiztest.Answers(p, random, ownWords...), report.Options{Program: "scarcheck test", Now: noon, Sensitive: true, Last: last})
			if page := doctorPage(t, r); len(page) > report.TextLines || !strings.Contains(strings.Join(page, "\n"), "since 23") && !strings.Contains(strings.Join(page, "\n"), "Since") {
				t.Fatalf("%d lines\n%s", len(page), strings.Join(page, "\n"))
			}
			again, err := report.Parse(jsonOf(t, r))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(r, again) || textOf(t, r) != textOf(t, again) {
				t.Error("the report read back is another one")
			}
			for _, a := range r.Since.Answers {
				if a.Question == "safety" {
					t.Error("a sensitive answer is told")
				}
			}
		}
	}
}

// The page that proves that all fit has the line on the one before, where it is
// the taller one, in the month with the longest name.
func TestTallestSpeaksOfTheLast(t *testing.T) {
	letters := func(sections []report.Section) float64 { return float64(len(report.Sections(sections, 1000))) }
	tallest := report.Tallest(protocol(t), report.Titles, letters)
	if got := section(tallest, "shortened"); !strings.Contains(got, "changes since 20 September 2026") {
		t.Errorf("got %q", got)
	}
}

func TestSinceTakesATime(t *testing.T) {
	p := protocol(t)
	good := string(jsonOf(t, after(t, p, assess(t, p, may, inMay), inNovember)))
	_, err := report.Parse([]byte(strings.Replace(good, "2026-05-03T09:30:00Z", "in May", 1)))
	if err == nil || !strings.Contains(err.Error(), `"since" takes in "assessed_at" a time`) {
		t.Errorf("got %v", err)
	}
}

// Sensitive answers put into a saved report by hand go with the others.
func TestHidingCoversSince(t *testing.T) {
	r := build(t, protocol(t), "testdata/crisis.answers.json", true)
	r.Since = &report.Since{AssessedAt: r.AssessedAt, Answers: []report.AnswerChange{{Question: "safety", Label: "Your safety"}}}
	r.HideSensitive()
	if len(r.Since.Answers) > 0 {
		t.Error("it is still there")
	}
}
