package form

import "scarcheck/quiz/pdf"

// stack is what is drawn in one piece: rows below each other. Where one must be
// torn, it is between rows.
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

// inside is a stack within an element.
func inside(role pdf.Role, s stack) stack {
	begin := row{draw: func(d *pdf.Document, _, _ float64) { d.Begin(role) }}
	end := row{draw: func(d *pdf.Document, _, _ float64) { d.End() }}
	return append(append(stack{begin}, s...), end)
}

// split is the stack in pieces that are not higher than most, as far as its
// rows are not.
func (s stack) split(most float64) []stack {
	var pieces []stack
	first, high := 0, 0.0
	for i, r := range s {
		if i > first && high+r.height > most {
			pieces = append(pieces, s[first:i])
			first, high = i, 0
		}
		high += r.height
	}
	return append(pieces, s[first:])
}
