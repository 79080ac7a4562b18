package pdf_test

import (
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/quiztest"
)

// lineTexts is what stands on each line.
func lineTexts(lines [][]pdf.Run) []string {
	texts := make([]string, len(lines))
	for i, line := range lines {
		for _, run := range line {
			texts[i] += run.Text
		}
	}
	return texts
}

func TestWrapRuns(t *testing.T) {
	for _, row := range []struct {
		name  string
		runs  []pdf.Run
		width float64
		want  []string
	}{
		{"nothing", nil, 50, nil},
		{"only spaces", []pdf.Run{{Text: "  "}, {Text: " ", Font: pdf.Bold}}, 50, nil},
		{"a word in two fonts stays one", []pdf.Run{{Text: "go "}, {Text: "mm", Font: pdf.Bold}, {Text: "mm"}}, 40, []string{"go ", "mmmm"}},
		{"words part between runs", []pdf.Run{{Text: "mmm ", Font: pdf.Bold}, {Text: " mmm"}}, 40, []string{"mmm ", "mmm"}},
		{"a long word breaks where the line ends", []pdf.Run{{Text: "mm"}, {Text: "mmm", Font: pdf.Bold}}, 30, []string{"mmm", "mm"}},
		{"a letter that no line has room for", []pdf.Run{{Text: "mm"}}, 1, []string{"m", "m"}},
		{"letters that the fonts lack", []pdf.Run{{Text: "日本 ok"}}, 50, []string{"[?] ok"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := lineTexts(body.WrapRuns(row.runs, row.width)); !slices.Equal(got, row.want) {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
}

// A run alone is broken as the same text is.
func FuzzWrapRuns(f *testing.F) {
	f.Add("A pot, a cup and some leaves, immediately.", 7, 40.0)
	f.Add("  (naïve) 日本語 \\ \x00 e\u0301 wwwwwwwwwwwwwwwwwwwwwwwwwww", 3, 33.3)
	f.Fuzz(func(t *testing.T, text string, cut int, width float64) {
		want := body.Wrap(text, width)
		if got := lineTexts(body.WrapRuns([]pdf.Run{{Text: text}}, width)); !slices.Equal(got, want) {
			t.Errorf("one run is %q, the text alone %q", got, want)
		}
		shown, _ := pdf.Drawable(text)
		if cut < 0 || cut > len(shown) || strings.ToValidUTF8(shown[:cut], "") != shown[:cut] || strings.Contains(shown, pdf.Missing) {
			return
		}
		if got := lineTexts(body.WrapRuns([]pdf.Run{{Text: shown[:cut]}, {Text: shown[cut:]}}, width)); !slices.Equal(got, body.Wrap(shown, width)) {
			t.Errorf("two runs are %q, the text alone %q", got, want)
		}
	})
}

// Runs in two fonts and a link over two lines: one element each way, and the
// text whole.
func TestDrawRuns(t *testing.T) {
	d := pdf.New(options)
	f := d.Flow(pdf.Box{X: 50, Y: 50, W: 120, H: 130})
	d.Begin(pdf.P)
	f.Runs(10, body, body.WrapRuns([]pdf.Run{
		{Text: "Tea. ", Font: pdf.Bold},
		{Text: "Read how long to wait (", Font: pdf.Regular},
		{Text: "in a long book on leaves", URL: "https://example.org/leaves"},
		{Text: ")."},
	}, 110))
	d.End()
	path := save(t, d)
	if tree := readTree(t, path); tree.links < 2 {
		t.Errorf("%d places to follow the link, for two lines", tree.links)
	}
	out := quiztest.Run(t, "pdfinfo", "-struct-text", path)
	if strings.Count(out, "Link") != 1 || !strings.Contains(out, `"in a long book on leaves"`) {
		t.Errorf("not one link with its text\n%s", out)
	}
}

func TestSkip(t *testing.T) {
	_, f := columns(t)
	if f.Skip(20); f.Y() != 70 {
		t.Errorf("from the top of a column to %v", f.Y())
	}
}
