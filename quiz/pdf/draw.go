package pdf

import (
	"fmt"
	"strings"
)

// Text draws a text on one line, its baseline at y, as content of the element
// that is open.
func (d *Document) Text(x, y float64, s Style, text string) { d.Lines(x, y, s, []string{text}) }

// Lines draws lines, such as [Style.Wrap] returns, from the first baseline y
// down, as one piece of content of the element that is open.
func (d *Document) Lines(x, y float64, s Style, lines []string) {
	if len(lines) == 0 || !d.style(s) {
		return
	}
	d.content("", func() {
		for i, line := range lines {
			d.line(x, y+float64(i)*s.Line(), s, line)
		}
	})
}

// style sets the font, and reports whether that can be.
func (d *Document) style(s Style) bool {
	switch {
	case s.Size < MinSize:
		d.fail("text of %v points is below %v", s.Size, MinSize)
	case d.current < 0:
		d.fail("there is no page to draw on")
	case d.set.Font != s.Font || d.set.Size != s.Size:
		f := faces[s.Font]
		// A copy, because fpdf v0.12.0 appends to slices of the font it cuts
		// (getMetrics in utf8fontfile.go), and so may write into it.
		if !d.added[s.Font] {
			d.fpdf.AddUTF8FontFromBytes(f.family, "", []byte(string(f.ttf)))
			d.added[s.Font] = true
		}
		d.fpdf.SetFont(f.family, "", s.Size)
		d.set = s
	}
	return d.err == nil
}

// line draws one line of a piece of content.
func (d *Document) line(x, y float64, s Style, text string) {
	shown, _ := Drawable(text)
	width := s.points(s.units(strings.TrimRight(shown, " ")))
	m, paper := faces[s.Font].metrics(), d.options.Paper
	top, bottom := y-s.Size*m.ascent, y+s.Size*m.descent
	if inside := x >= 0 && x+width <= paper.Width && top >= 0 && bottom <= paper.Height; !inside {
		d.fail("text at %.0f, %.0f runs off the paper", x, y)
		return
	}
	for _, r := range shown {
		d.rows[r>>8] = true
	}
	d.fpdf.Text(x, y, shown)
	if e := d.within(); e != nil && width > 0 && !d.finishing {
		d.stroke(0.5, func() { d.fpdf.Line(x, y+1.5, x+width, y+1.5) })
		d.link(e, Box{x, top, width, bottom - top})
	}
}

// Line draws a line of this thickness, as decoration.
func (d *Document) Line(x1, y1, x2, y2, thick float64) {
	d.artifact(" BMC", func() { d.stroke(thick, func() { d.fpdf.Line(x1, y1, x2, y2) }) })
}

// Frame draws the outline of a box, as decoration.
func (d *Document) Frame(b Box, thick float64) {
	d.artifact(" BMC", func() { d.stroke(thick, func() { d.fpdf.Rect(b.X, b.Y, b.W, b.H, "D") }) })
}

// Shade fills a box with a grey from 0, black, to 1, white, as decoration.
// What it lies over is hidden: draw it first.
func (d *Document) Shade(b Box, grey float64) {
	level := int(255 * min(max(grey, 0), 1))
	d.artifact(" BMC", func() {
		d.fpdf.SetFillColor(level, level, level)
		d.fpdf.Rect(b.X, b.Y, b.W, b.H, "F")
		d.fpdf.SetFillColor(0, 0, 0)
	})
}

// Tick draws a square to tick with a pen as content of the element that is
// open, read as says: "☐" or words.
func (d *Document) Tick(x, y, side float64, says string) {
	d.content(" /ActualText "+textString(says), func() {
		d.stroke(1, func() { d.fpdf.Rect(x, y, side, side, "D") })
	})
}

// Modules draws the black squares of a grid, such as a QR code, as content of
// the element that is open, which is best a figure. The grid has n squares on a
// side and no quiet zone.
func (d *Document) Modules(x, y, side float64, n int, black func(column, row int) bool) {
	d.content("", func() {
		var path strings.Builder
		size := side / float64(n)
		for r := range n {
			for c := 0; c < n; c++ {
				first := c
				for c < n && black(c, r) {
					c++
				}
				if c > first { // one rectangle for neighbours, so that no seam shows
					left, top := x+float64(first)*size, d.options.Paper.Height-y-float64(r)*size
					fmt.Fprintf(&path, "%.3f %.3f %.3f %.3f re\n", left, top-size, float64(c-first)*size, size)
				}
			}
		}
		if path.Len() > 0 {
			d.fpdf.RawWriteStr("0 g\n" + path.String() + "f")
		}
	})
}

// stroke draws black lines of this thickness.
func (d *Document) stroke(thick float64, draw func()) {
	d.fpdf.SetLineWidth(thick)
	draw()
}
