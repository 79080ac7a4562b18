package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

var protocol = quiztest.Protocol

func build(t testing.TB, p *quiz.Protocol, file string, sensitive bool) *report.Report {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := p.ParseAnswers(src)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon, Sensitive: sensitive})
}

// Each answers file in testdata has a golden for the explanation and for what
// the screen shows; package draw has those of the formats.
func TestGoldens(t *testing.T) {
	p := protocol(t)
	files, err := filepath.Glob("testdata/*.answers.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases found", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".answers.json")
		t.Run(filepath.Base(name), func(t *testing.T) {
			r := build(t, p, file, false)
			quiztest.Golden(t, name+".golden.screen", []byte(report.Sections(r.Screen(), 60)))
			src, _ := os.ReadFile(file)
			answers, _ := p.ParseAnswers(src)
			var b bytes.Buffer
			if err := report.Explain(&b, p, answers); err != nil {
				t.Fatal(err)
			}
			quiztest.Golden(t, name+".golden.explain", b.Bytes())
		})
	}
}
