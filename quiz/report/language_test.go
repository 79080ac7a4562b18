package report_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// stays are what no language puts into other words: names, sources, dates.
func stays(r *report.Report) []string {
	known := []string{r.Program, r.Protocol.ID, "0123456789ab", r.Date(), r.Text.Code}
	for _, s := range r.Text.Sources {
		known = append(known, s.Title, s.Where)
	}
	return known
}

// spread is a text on one line.
func spread(text string) string { return strings.Join(strings.Fields(text), " ") }

// told is all that a report tells at any detail, and on the screen.
func told(r *report.Report) string {
	all := [][]report.Section{r.Screen()}
	for d := report.Full; d <= report.Least; d++ {
		all = append(all, r.Doctor(d), r.Person(d))
	}
	var b strings.Builder
	for _, sections := range all {
		b.WriteString(report.Sections(sections, 1000) + "\n")
	}
	return b.String()
}

// In a language that puts all words into Greek letters nothing is left in Latin
// ones.
func TestNothingStaysEnglish(t *testing.T) {
	p := quiztest.Reworded(t, quiztest.Greek)
	two := *p
	two.Hash, two.Unchecked = "sha256:second", true
	for _, file := range cases(t) {
		r := build(t, p, file, true)
		src, _ := os.ReadFile(file)
		answers, _ := p.ParseAnswers(src)
		var explained bytes.Buffer
		if err := report.Explain(&explained, &two, answers); err != nil {
			t.Fatal(err)
		}
		checkMarked(t, file+" explained", regexp.MustCompile(`\([a-z0-9\s-]+\)`).ReplaceAllString(explained.String(), ""), "and")
		r.Protocol.Unchecked, r.Protocol.ReviewDue, r.Redrawn = true, "2026-03-01", true
		r.Since = after(t, p, assess(t, p, may, inMay), inNovember).Since
		inGreek(r)
		checkMarked(t, file, told(r)+textOf(t, r), append(stays(r), "3 May", "1 March")...)
	}
}

// inGreek puts Greek letters into the place of all own words.
func inGreek(r *report.Report) {
	for i := range r.Text.Questions {
		if q := &r.Text.Questions[i]; q.Free && len(q.Answer) > 0 {
			q.Answer = []string{strings.Repeat("αβγδε ", 40)}
		}
	}
}

func checkMarked(t *testing.T, name, text string, known ...string) {
	t.Helper()
	if found := quiztest.Unmarked(spread(text), known...); len(found) > 0 {
		slices.Sort(found)
		t.Errorf("%s: in English are %q", name, slices.Compact(found))
	}
}

// Comparisons and charts say all in the language as well.
func TestNoComparisonStaysEnglish(t *testing.T) {
	p := quiztest.Reworded(t, quiztest.Greek)
	two := *p
	two.Hash = "sha256:second"
	two.Questions = slices.Clone(p.Questions)
	place, _ := p.Find("picking")
	two.Questions[place].Label = p.Language.Say("Picking at spots")
	foreign := two
	foreign.ID = "other"
	first, later := assess(t, p, may, inMay), assess(t, p, noon, inNovember)
	for name, c := range map[string]*report.Change{
		"answers":     report.Compare(p, first, later),
		"nothing":     report.Compare(p, first, first),
		"protocol":    report.Compare(&two, first, assess(t, &two, noon, inNovember)),
		"same":        report.Compare(&two, first, assess(t, &two, noon, inMay)),
		"no protocol": report.Compare(nil, first, assess(t, &two, noon, inNovember)),
		"other":       report.Compare(&foreign, first, assess(t, &foreign, noon, inMay)),
		"opposite":    report.Compare(p, later, assess(t, p, noon.AddDate(0, 1, 0), `"marks": ["none"], "lesions": "dont-know", "goal": "more"`)),
	} {
		text := changeText(t, c)
		checkMarked(t, name, text, "A plan", "more", "May", "November", "December", "<script> **one**")
	}
	chart := report.Trend([]*report.Report{first, later, assess(t, p, noon, "")})
	checkMarked(t, "chart", chart, "May", "November", " A", "=", "B ")
}

// Goldens of what the program says in Spanish about an English protocol.
func TestSpanishGoldens(t *testing.T) {
	p := quiztest.Spanish(t)
	const file = "testdata/full.answers.json"
	r := build(t, p, file, false)
	quiztest.Golden(t, "testdata/es-full.golden.screen", []byte(report.Sections(r.Screen(), 60)))
	src, _ := os.ReadFile(file)
	answers, _ := p.ParseAnswers(src)
	var explained bytes.Buffer
	if err := report.Explain(&explained, p, answers); err != nil {
		t.Fatal(err)
	}
	quiztest.Golden(t, "testdata/es-full.golden.explain", explained.Bytes())
	first, later := assess(t, p, may, inMay), assess(t, p, noon, inNovember)
	quiztest.Golden(t, "testdata/es-change.golden.text", []byte(changeText(t, report.Compare(p, first, later))))
	quiztest.Golden(t, "testdata/es-since.golden.text", []byte(textOf(t, after(t, p, first, inNovember))))
	chart := report.Trend([]*report.Report{first, later, assess(t, p, noon, "")})
	checkPlain(t, chart, report.TrendWidth)
	quiztest.Golden(t, "testdata/es-trend.golden.text", []byte(chart))
}

// Errors of a saved report are told in the language.
func TestFaultsInSpanish(t *testing.T) {
	es, _ := words.Find("es")
	good := string(jsonOf(t, build(t, protocol(t), "testdata/full.answers.json", false)))
	for _, tt := range []struct{ name, old, new, want string }{
		{"no report", `"schema"`, `"scheme"`, "esto no es un informe"},
		{"field", `"program"`, `"programme"`, `este informe se cambió a mano: no hay un campo "programme"`},
		{"answers", `"answers": {`, `"answers": [], "more": {`, `este informe se cambió a mano: "answers" pide un objeto`},
		{"time", "2026-11-23T12:00:00Z", "noon", `este informe se cambió a mano: "assessed_at" pide una hora como 2026-11-23T09:30:00Z`},
		{"language", `"program"`, `"language": "xx", "program"`, `este informe se cambió a mano: no hay un idioma "xx"; hay en, es`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := report.Parse([]byte(strings.Replace(good, tt.old, tt.new, 1)))
			if err == nil || es.Tell(err) != tt.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

// A long label of a fact stands in its column, and no line runs over.
func TestLongLabels(t *testing.T) {
	p := quiztest.Reworded(t, quiztest.Longer(1))
	for _, file := range cases(t) {
		checkPlain(t, textOf(t, build(t, p, file, true)), report.TextWidth)
	}
	var reports []*report.Report
	for i := range 3 {
		reports = append(reports, assess(t, p, may.AddDate(0, i, 0), inMay))
	}
	checkPlain(t, report.Trend(reports), report.TrendWidth)
}
