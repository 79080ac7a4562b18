package report_test

import (
	"fmt"
	"strings"
	"testing"

	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

func TestTrend(t *testing.T) {
	p := protocol(t)
	answers := []string{
		`"worst": "mild", "picking": "most-days", "marks": ["flat-red", "narrow-deep"]`,
		`"worst": "dont-know", "picking": "cannot-stop", "marks": ["flat-red", "raised-beyond"]`,
		`"worst": "severe", "marks": "prefer-not"`,
		`"worst": "mild", "picking": "never", "marks": ["none"]`,
	}
	history := func(n int, answers ...string) []*report.Report {
		reports := make([]*report.Report, n)
		for i := range reports {
			reports[i] = assess(t, p, may.AddDate(0, i, 0), answers[i%len(answers)])
		}
		return reports
	}
	for _, tt := range []struct {
		name    string
		reports []*report.Report
	}{
		{"three", history(3, answers...)},
		{"many", history(12, answers...)},
		{"nothing-answered", history(3, "")},
		{"protocols", append(history(2, answers...), assess(t, version2(t), noon, answers[0]))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			chart := report.Trend(tt.reports)
			checkPlain(t, chart, report.TrendWidth)
			if strings.Trim(chart, "\n"+asciiPrintable()) != "" {
				t.Error("it is not in plain characters")
			}
			quiztest.Golden(t, "testdata/trend-"+tt.name+".golden.text", []byte(chart))
		})
	}
	for n := range 3 {
		if chart := report.Trend(history(n, answers...)); chart != "" {
			t.Errorf("%d assessments are drawn:\n%s", n, chart)
		}
	}
}

func asciiPrintable() string {
	var b strings.Builder
	for c := ' '; c <= '~'; c++ {
		b.WriteRune(c)
	}
	return b.String()
}

// Every cell says what its report does, for all that are shown.
func TestTrendTellsEachReport(t *testing.T) {
	p := protocol(t)
	var reports []*report.Report
	for i, answer := range []string{`["raised"]`, `["none"]`, `"dont-know"`, `["raised", "wavy"]`, `["wavy"]`} {
		reports = append(reports, assess(t, p, may.AddDate(0, 0, i), `"marks": `+answer))
	}
	chart := report.Trend(reports)
	for row, cells := range map[string][]any{"Raised": {"yes", "no", "?", "yes", "no"}, "Wavy (rolling)": {"no", "no", "?", "yes", "yes"}} {
		want := strings.TrimRight(fmt.Sprintf("  %-26s%-4s%-4s%-4s%-4s%-4s", append([]any{row}, cells...)...), " ") + "\n"
		if !strings.Contains(chart, want) {
			t.Errorf("no row %q in\n%s", want, chart)
		}
	}
}
