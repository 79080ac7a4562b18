package pdf

import "strings"

// Run is a part of a text in a font of its own, or one that leads somewhere.
type Run struct {
	Text string
	Font Font
	URL  string // of a link, or empty; see [Document.BeginLink]
}

// WrapRuns breaks a text that is made of runs, as [Style.Wrap] breaks one
// alone: what stands in several runs without a space between them is one word.
// The fonts are those of the runs.
func (s Style) WrapRuns(runs []Run, width float64) [][]Run {
	w := runWrapper{style: s, width: width}
	for _, run := range runs {
		shown, _ := Drawable(run.Text)
		for i, word := range strings.Split(shown, " ") {
			if i > 0 {
				w.space(run)
			}
			if word != "" {
				run.Text = word
				w.part(run)
			}
		}
	}
	w.end()
	if len(w.line) > 0 {
		w.lines = append(w.lines, w.line)
	}
	return w.lines
}

type runWrapper struct {
	style Style
	width float64
	lines [][]Run
	line  []Run // the last, still growing
	units int   // its width
	gap   Run   // the space before the word
	word  []Run // still growing
}

// part adds to the word.
func (w *runWrapper) part(run Run) { w.word = joined(w.word, run) }

// space ends the word, if there is one. It is a link's only where the link
// goes on behind it.
func (w *runWrapper) space(run Run) {
	if len(w.word) > 0 {
		w.end()
		w.gap = Run{Text: " ", Font: run.Font, URL: run.URL}
	}
}

// end puts the word on the line, or on the next.
func (w *runWrapper) end() {
	if len(w.word) == 0 {
		return
	}
	word := w.word
	w.word = nil
	units := w.measure(word...)
	if len(w.line) > 0 {
		if w.gap.URL != word[0].URL {
			w.gap.URL = ""
		}
		if space := w.measure(w.gap); w.fits(w.units + space + units) {
			w.line, w.units = joined(w.line, w.gap), w.units+space
			w.put(word)
			return
		}
		w.lines = append(w.lines, joined(w.line, w.gap))
		w.line, w.units = nil, 0
	}
	w.put(word)
}

// put puts a word on the line and breaks it wherever the line is full.
func (w *runWrapper) put(word []Run) {
	whole := w.fits(w.units + w.measure(word...))
	for _, part := range word {
		if whole {
			w.line, w.units = joined(w.line, part), w.units+w.measure(part)
			continue
		}
		for _, r := range part.Text {
			one := Run{string(r), part.Font, part.URL}
			units := w.measure(one)
			if len(w.line) > 0 && !w.fits(w.units+units) {
				w.lines, w.line, w.units = append(w.lines, w.line), nil, 0
			}
			w.line, w.units = joined(w.line, one), w.units+units
		}
	}
}

func (w *runWrapper) measure(runs ...Run) (units int) {
	for _, run := range runs {
		units += Style{Font: run.Font}.units(run.Text)
	}
	return units
}

func (w *runWrapper) fits(units int) bool { return w.style.points(units) <= w.width }

// joined adds a run to a line, to its last run where both are alike.
func joined(line []Run, run Run) []Run {
	if last := len(line) - 1; last >= 0 && line[last].Font == run.Font && line[last].URL == run.URL {
		line[last].Text += run.Text
		return line
	}
	return append(line, run)
}

// Runs draws lines, such as [Style.WrapRuns] returns, behind the indent as
// content of the element that is open. What leads somewhere is a link within
// it.
func (f *Flow) Runs(indent float64, s Style, lines [][]Run) {
	f.eachPiece(len(lines), s, func(first, end int) {
		f.doc.runs(f.Column().X+indent, f.y+s.Baseline(), s, lines[first:end])
	})
}

// placed is a run at its place on the page.
type placed struct {
	run  Run
	x, y float64
}

// runs draws lines of runs: a run over several lines is one piece of content.
func (d *Document) runs(x, y float64, s Style, lines [][]Run) {
	var same []placed
	for i, line := range lines {
		at := x
		for _, run := range line {
			if len(same) > 0 && (same[0].run.Font != run.Font || same[0].run.URL != run.URL) {
				d.run(s, same)
				same = nil
			}
			same = append(same, placed{run, at, y + float64(i)*s.Line()})
			at += s.points(Style{Font: run.Font}.units(run.Text))
		}
	}
	d.run(s, same)
}

func (d *Document) run(s Style, parts []placed) {
	if len(parts) == 0 {
		return
	}
	s.Font = parts[0].run.Font
	if !d.style(s) {
		return
	}
	if url := parts[0].run.URL; url != "" {
		d.BeginLink(url)
		defer d.End()
	}
	d.content("", func() {
		for _, p := range parts {
			d.line(p.x, p.y, s, p.run.Text)
		}
	})
}
