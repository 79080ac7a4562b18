package report_test

import (
	"bytes"
	"os"
	"testing"

	"scarcheck/quiz/report"
)

// BenchmarkBuild judges a full set of answers and decides all that is told.
func BenchmarkBuild(b *testing.B) {
	p := protocol(b)
	src, err := os.ReadFile("testdata/full.answers.json")
	if err != nil {
		b.Fatal(err)
	}
	answers, err := p.ParseAnswers(src)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon})
	}
}

// BenchmarkParse reads a saved report.
func BenchmarkParse(b *testing.B) {
	var saved bytes.Buffer
	if err := report.JSON(&saved, build(b, protocol(b), "testdata/full.answers.json", false)); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(saved.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := report.Parse(saved.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
