package form

import "scarcheck/quiz/pdf"

// stack is what is drawn in one piece: rows below each other.
type stack []row

// row is a part of a stack.
type row struct {
	height float64
	draw   func(d *pdf.Document, x, y float64) // with the left upper corner at x, y
}

func (s stack) high() float64 {
	sum := 0.0
	for _, r := range s {
		sum += r.height
	}
	return sum
}

func (s stack) draw(d *pdf.Document, x, y float64) {
	for _, r := range s {
		if r.draw != nil {
			r.draw(d, x, y)
		}
		y += r.height
	}
}

// text is a text behind an indent as an element of its own.
func text(role pdf.Role, s pdf.Style, says string, indent, width float64) row {
	lines := s.Wrap(says, width-indent)
	return row{float64(len(lines)) * s.Line(), func(d *pdf.Document, x, y float64) {
		d.Begin(role)
		d.Lines(x+indent, y+s.Baseline(), s, lines)
		d.End()
	}}
}

// space is room with nothing in it.
func space(height float64) row { return row{height: height} }

// inside draws a stack within an element.
func inside(role pdf.Role, s stack) row {
	return row{s.high(), func(d *pdf.Document, x, y float64) {
		d.Begin(role)
		s.draw(d, x, y)
		d.End()
	}}
}
