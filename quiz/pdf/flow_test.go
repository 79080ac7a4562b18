package pdf_test

import (
	"strings"
	"testing"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/quiztest"
)

// A tall pen: ten lines of text to a column, two columns to a page.
func columns(t *testing.T) (*pdf.Document, *pdf.Flow) {
	t.Helper()
	d := pdf.New(options)
	return d, d.Flow(pdf.Box{X: 50, Y: 50, W: 200, H: 130}, pdf.Box{X: 300, Y: 50, W: 200, H: 130})
}

// fill draws so many lines of one word.
func fill(f *pdf.Flow, lines int) {
	f.Text(pdf.P, body, strings.TrimSpace(strings.Repeat(strings.Repeat("m", 22)+" ", lines)))
}

func TestColumnsThenPages(t *testing.T) {
	d, f := columns(t)
	fill(f, 25)
	if d.Pages() != 2 || f.Column().X != 50 || f.Y() != 50+5*13 {
		t.Errorf("25 lines end on page %d at %v, %v", d.Pages(), f.Column().X, f.Y())
	}
	tree := readTree(t, save(t, d))
	owners := map[string]bool{}
	for _, owner := range tree.placed {
		owners[owner] = true
	}
	if len(tree.placed) != 3 || len(owners) != 1 {
		t.Errorf("a text over three columns is %d pieces of %d elements", len(tree.placed), len(owners))
	}
}

func TestKeeping(t *testing.T) {
	for _, row := range []struct {
		name  string
		lines int
		draw  func(f *pdf.Flow)
		x, y  float64
	}{
		{"a heading goes along with what follows", 8, func(f *pdf.Flow) { f.Heading(pdf.H1, body, "a", 26) }, 300, 63},
		{"a heading stays where there is room", 7, func(f *pdf.Flow) { f.Heading(pdf.H1, body, "a", 26) }, 50, 154},
		{"a short text is not torn", 8, func(f *pdf.Flow) { fill(f, 3) }, 300, 89},
		{"two lines of a long one stay", 8, func(f *pdf.Flow) { fill(f, 5) }, 300, 89},
		{"one line of a long one does not", 9, func(f *pdf.Flow) { fill(f, 5) }, 300, 115},
		{"no gap at the top", 10, func(f *pdf.Flow) { f.Keep(1); f.Move(9) }, 300, 50},
		{"a gap between", 2, func(f *pdf.Flow) { f.Move(9) }, 50, 85},
		{"higher than any column", 0, func(f *pdf.Flow) { f.Keep(999) }, 50, 50},
		{"a label higher than its text", 0, func(f *pdf.Flow) {
			f.Keep(1)
			row(f, "a b", "c", body.Width("a"))
		}, 50, 76},
		{"a row that goes on", 8, func(f *pdf.Flow) { row(f, "a", strings.Repeat("mmmmmmm ", 5), 140) }, 300, 89},
	} {
		t.Run(row.name, func(t *testing.T) {
			d, f := columns(t)
			if row.lines > 0 {
				fill(f, row.lines)
			}
			row.draw(f)
			if f.Column().X != row.x || f.Y() != row.y {
				t.Errorf("ends at %v, %v; want %v, %v", f.Column().X, f.Y(), row.x, row.y)
			}
			readTree(t, save(t, d))
		})
	}
}

func row(f *pdf.Flow, label, text string, indent float64) {
	d := f.Document()
	d.Begin(pdf.Table)
	f.Row(body, body, label, text, indent)
	d.End()
}

func TestLowColumn(t *testing.T) {
	d := pdf.New(options)
	f := d.Flow(pdf.Box{X: 50, Y: 50, W: 200, H: 5})
	fill(f, 3)
	if got := quiztest.Run(t, "pdftotext", save(t, d), "-"); d.Pages() != 3 || strings.Count(got, "mmm") == 0 {
		t.Errorf("%d pages: %s", d.Pages(), got)
	}
}
