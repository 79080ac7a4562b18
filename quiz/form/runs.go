package form

import (
	"strings"

	"scarcheck/quiz/pdf"
)

// run is a part of a paragraph in a style of its own. The styles of a paragraph
// have lines of the same height.
type run struct {
	style pdf.Style
	text  string
	whole bool // on one line where that can be
}

// piece is what of a run stands on one line.
type piece struct {
	run
	x    float64
	line int
}

// paragraph is a text of several styles behind an indent, as an element of its
// own. In the indent of its first line stands the label, if there is one.
func paragraph(role pdf.Role, label string, indent, width float64, runs ...run) row {
	pieces := fill(runs, width-indent)
	s := runs[0].style
	lines := float64(pieces[len(pieces)-1].line + 1)
	return row{lines * s.Line(), func(d *pdf.Document, x, y float64) {
		d.Begin(role)
		if label != "" {
			d.Text(x, y+s.Baseline(), s, label+" ")
		}
		for _, p := range pieces {
			d.Text(x+indent+p.x, y+float64(p.line)*s.Line()+s.Baseline(), p.style, p.text)
		}
		d.End()
	}}
}

// fill breaks runs into lines. Between words stands a space, at the end of a
// line too: the pieces joined are the text again, for those who hear it.
func fill(runs []run, width float64) []piece {
	var pieces []piece
	at, line := 0.0, 0
	for _, r := range runs {
		fresh := true // the run has no piece on this line yet
		for _, word := range loose(r, width) {
			if wide := r.style.Width(word); at > 0 && at+wide > width {
				at, line, fresh = 0, line+1, true
			}
			if fresh {
				pieces = append(pieces, piece{run: run{style: r.style}, x: at, line: line})
				fresh = false
			}
			pieces[len(pieces)-1].text += word + " "
			at += r.style.Width(word + " ")
		}
	}
	return pieces
}

// loose are the parts of a run between which lines break: its words, those wider
// than a line broken.
func loose(r run, width float64) []string {
	if r.whole && r.style.Width(r.text) <= width {
		return []string{r.text}
	}
	var all []string
	for _, word := range strings.Fields(r.text) {
		all = append(all, r.style.Wrap(word, width)...)
	}
	return all
}
