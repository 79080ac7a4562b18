package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// TrendWidth is how many columns a chart takes at most.
const TrendWidth = 60

const (
	fewestInTrend = 3
	trendLabel    = 28 // the left column
	trendCell     = 4  // at least, with the space behind it
)

// Trend draws what was said over time about marks, about acne at its worst and
// about picking, the oldest report first, in at most [TrendWidth] columns of
// words and letters with a legend. It shows the newest that fit and says so. Of
// fewer than three it draws nothing.
//
//	                            1   2   3
//	Flat red                    yes yes no
//
// It says what was reported, not whether that is better or worse.
func Trend(reports []*Report) string {
	if len(reports) < fewestInTrend {
		return ""
	}
	t := &trend{language: reports[len(reports)-1].Language, cell: trendCell, all: len(reports)}
	t.yes, t.no = t.language.Say("yes"), t.language.Say("no")
	for _, cell := range [...]string{t.yes, t.no} {
		t.cell = max(t.cell, ansi.StringWidth(cell)+1)
	}
	t.reports = reports[max(0, len(reports)-(TrendWidth-trendLabel)/t.cell):]
	t.page.width = TrendWidth
	t.head()
	t.marks()
	t.choices("worst")
	t.choices("picking")
	return t.page.String()
}

type trend struct {
	page     textPage
	language words.Language // of the newest report
	yes, no  string         // in the cells
	cell     int            // how wide they are
	all      int
	reports  []*Report
}

func (t *trend) head() {
	if t.all > len(t.reports) {
		t.page.wrap(t.language.Sayf("The newest %d of %d assessments:", len(t.reports), t.all), "", "")
	}
	numbers := make([]string, len(t.reports))
	for i, r := range t.reports {
		numbers[i] = fmt.Sprint(i + 1)
		t.page.line(numbers[i] + " = " + day(t.language, time.RFC3339, r.AssessedAt))
	}
	t.page.wrap(t.language.Sayf("%s = reported, %s = not reported, ? = not known", t.yes, t.no), "", "")
	t.page.wrap(t.language.Say("- = not asked"), "", "")
	t.page.line("")
	t.row("", t.language.Say("Assessment"), numbers)
}

// row is a label behind its lead, wrapped in its column, and a cell for each report.
func (t *trend) row(lead, label string, cells []string) {
	lines := Wrap(label, lead, lead+indent, trendLabel-1)
	last := len(lines) - 1
	for _, line := range lines[:last] {
		t.page.line(line)
	}
	row := padded(lines[last], trendLabel)
	for _, cell := range cells {
		row += padded(cell, t.cell)
	}
	t.page.line(strings.TrimRight(row, " "))
}

// label is the newest label of a question.
func (t *trend) label(question string) string {
	for _, r := range slices.Backward(t.reports) {
		if q := r.question(question); q != nil {
			return q.Label
		}
	}
	return question
}

// marks has a row for each kind that was reported at least once, in the words
// that were last used for it.
func (t *trend) marks() {
	t.page.line("")
	t.page.line(t.label("marks"))
	ids, said := t.kinds("marks")
	for _, id := range ids {
		cells := t.blanks("marks")
		for i, r := range t.reports {
			m := r.met("marks")
			switch {
			case cells[i] != "":
			case slices.Contains(m.keys(), id):
				cells[i] = t.yes
			default:
				cells[i] = t.no
			}
		}
		t.row(indent, said[id], cells)
	}
	if len(ids) == 0 {
		t.row(indent, t.language.Say("No answer"), t.blanks("marks"))
	}
}

// kinds are the ids of all choices made for a question in these reports, and
// their newest words.
func (t *trend) kinds(question string) (ids []string, said map[string]string) {
	said = map[string]string{}
	for _, r := range t.reports {
		m := r.met(question)
		if m.blank() != "" {
			continue
		}
		keys := m.keys()
		m.shorten()
		for i, id := range keys {
			if _, known := said[id]; !known {
				ids = append(ids, id)
			}
			said[id] = m.Answer[i]
		}
	}
	return ids, said
}

// choices has one row of letters, and below it what each letter stands for.
func (t *trend) choices(question string) {
	t.page.line("")
	ids, said := t.kinds(question)
	cells := t.blanks(question)
	for i, r := range t.reports {
		m := r.met(question)
		if cells[i] != "" {
			continue
		}
		for _, id := range m.keys() {
			cells[i] = letter(slices.Index(ids, id))
		}
	}
	t.row("", t.label(question), cells)
	for i, id := range ids {
		t.page.wrap(letter(i)+" = "+said[id], indent, indent+"    ")
	}
}

// blanks has a cell for each report that has no answer, and "" for the others.
func (t *trend) blanks(question string) []string {
	cells := make([]string, len(t.reports))
	for i, r := range t.reports {
		m := r.met(question)
		cells[i] = m.blank()
	}
	return cells
}

// letter names the n-th choice.
func letter(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return fmt.Sprint(n + 1)
}

// blank is the cell of a question without an answer, or "".
func (m *met) blank() string {
	switch {
	case m.Question == nil:
		return "-"
	case m.State != quiz.Answered.String() || len(m.Answer) == 0:
		return "?"
	}
	return ""
}

// keys are the ids of the choices, or their texts where there are none.
func (m *met) keys() []string {
	if m.ids != nil {
		return m.ids
	}
	return m.Answer
}
