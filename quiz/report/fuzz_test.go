package report_test

import (
	"bytes"
	"testing"

	"scarcheck/quiz/report"
)

// FuzzParse reads anything as a saved report. What is read has a canonical form
// that reads as itself, and can be drawn for paper and for a screen.
func FuzzParse(f *testing.F) {
	p := protocol(f)
	for _, sensitive := range []bool{false, true} {
		f.Add(jsonOf(f, build(f, p, "testdata/full.answers.json", sensitive)))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := report.Parse(src)
		if err != nil {
			return
		}
		first := jsonOf(t, r)
		again, err := report.Parse(first)
		if err != nil {
			t.Fatalf("its canonical form is refused: %v\n%s", err, first)
		}
		if second := jsonOf(t, again); !bytes.Equal(first, second) {
			t.Errorf("its canonical form reads as another\n%s\nand\n%s", first, second)
		}
		textOf(t, r)
		report.Sections(r.Screen(), 40)
		r.HideSensitive()
		jsonOf(t, r)
	})
}
