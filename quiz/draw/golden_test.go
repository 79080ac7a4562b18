package draw_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

var protocol = quiztest.Protocol

// cases are the answers files that goldens are drawn from, by name. To add a
// case is to add a file.
func cases(t testing.TB) map[string]*report.Report {
	t.Helper()
	files, err := filepath.Glob("../report/testdata/*.answers.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases found", err)
	}
	p, reports := protocol(t), map[string]*report.Report{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		answers, err := p.ParseAnswers(src)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".answers.json")
		reports[name] = report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon})
	}
	return reports
}

func drawn(t testing.TB, f draw.Format, r *report.Report, o draw.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Draw(&b, r, o); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

// Each case has a golden for every format that is text; one that is not has
// its own tests of what is on its pages, and package fhir its own goldens.
func TestGoldens(t *testing.T) {
	for name, r := range cases(t) {
		for _, f := range draw.Formats {
			if !f.Binary && f.Name != "fhir" {
				t.Run(name+"/"+f.Name, func(t *testing.T) {
					quiztest.Golden(t, "testdata/"+name+".golden."+f.Name, drawn(t, f, r, draw.Options{Protocol: func(words.Language) *quiz.Protocol { return protocol(t) }}))
				})
			}
		}
	}
}

// A saved report gives every format's very bytes, and the same each time.
func TestSavedReportsDrawTheSame(t *testing.T) {
	canonical, err := draw.Lookup("json")
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range cases(t) {
		saved, err := report.Parse(drawn(t, canonical, r, draw.Options{}))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, f := range draw.Formats {
			o := draw.Options{Protocol: func(words.Language) *quiz.Protocol { return protocol(t) }}
			if !bytes.Equal(drawn(t, f, r, o), drawn(t, f, saved, o)) {
				t.Errorf("%s as %s differs when drawn from its saved report", name, f.Name)
			}
		}
	}
}
