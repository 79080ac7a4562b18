package form

import (
	"slices"
	"strconv"

	"scarcheck/quiz/pdf"
	"scarcheck/rules"
)

// Where things stand in a column, from its left.
const (
	numberWidth = 20.0                 // of the number of a question
	boxLeft     = numberWidth + 10     // behind the letter
	choiceLeft  = boxLeft + square + 5 // of a choice's text
	padding     = 3.5                  // around a gate
	writeHigh   = 22.0                 // of a line to write on
)

// head is what stands above both columns.
func (f *pdfForm) head() stack {
	width := f.paper.Width - 2*side
	s := stack{text(pdf.H1, f.titleStyle(), f.title, 0, width-300)}
	name := row{0, func(d *pdf.Document, x, y float64) {
		d.Begin(pdf.P)
		base := y - 7
		name, date := f.Say(nameLabel), f.Say(dateLabel)
		d.Text(x+width-290, base, plainStyle, name)
		d.Text(x+width-110, base, plainStyle, date)
		d.End()
		d.Line(x+width-290+max(32, plainStyle.Width(name)+2.5), base+2, x+width-122, base+2, 0.6)
		d.Line(x+width-110+max(28, plainStyle.Width(date)+2.5), base+2, x+width, base+2, 0.6)
	}}
	s = append(s, name, space(4))
	for _, paragraph := range f.intro {
		s = append(s, text(pdf.P, plainStyle, paragraph, 0, width), space(2))
	}
	if f.urgent != "" {
		s = append(s, space(2), text(pdf.P, askStyle, f.urgent, 0, width))
	}
	return s
}

// titleStyle is as large as lets the title stand on one line, if any size does.
func (f *pdfForm) titleStyle() pdf.Style {
	s := titleStyle
	for s.Size > leastTitle && s.Width(f.title) > f.paper.Width-2*side-300 {
		s.Size--
	}
	return s
}

func (f *pdfForm) foot() stack {
	width := f.columnWidth()
	return stack{space(4), text(pdf.P, askStyle, f.end, 0, width), text(pdf.P, plainStyle, f.made, 0, width)}
}

func (f *pdfForm) block(b *block, short bool) stack {
	width := f.columnWidth()
	if b.question == nil {
		return framed(paragraph(pdf.P, "", padding+2, width-padding-2, run{style: askStyle, text: b.lead}, run{style: plainStyle, text: b.note}), width)
	}
	var s stack
	if b.section != "" {
		s = append(s, space(2), text(pdf.H2, sectionStyle, b.section, 0, width), space(3))
	}
	if b.gate != nil {
		s = append(s, f.gate(b.gate)...)
		s = append(s, space(4))
	}
	s = append(s, paragraph(pdf.H3, strconv.Itoa(b.number), numberWidth, width,
		run{style: askStyle, text: b.question.Text}, run{plainStyle, f.Say(how(b.question)), true}))
	if b.question.Kind == rules.Text {
		for range f.write {
			s = append(s, row{writeHigh, func(d *pdf.Document, x, y float64) {
				d.Line(x+numberWidth, y+writeHigh-2, x+width, y+writeHigh-2, 0.6)
			}})
		}
		s = append(s, space(4))
	}
	return append(append(s, space(1.5)), inside(pdf.Squares, f.boxes(b, short))...)
}

// framed is a row in a frame.
func framed(r row, width float64) stack {
	high := r.height + 2*padding
	return stack{{high, func(d *pdf.Document, x, y float64) {
		d.Frame(pdf.Box{X: x, Y: y, W: width, H: high}, 0.8)
		r.draw(d, x, y+padding)
	}}}
}

// gate is drawn on grey, so that nobody runs past it.
func (f *pdfForm) gate(g *gate) stack {
	width := f.columnWidth()
	inner := stack{paragraph(pdf.P, "", padding, width-padding,
		run{askStyle, "→ " + g.who, true}, run{style: plainStyle, text: g.says}, run{askStyle, g.otherwise, true})}
	for _, p := range g.list {
		inner = append(inner, text(pdf.P, plainStyle, "– "+p.text, 3*padding+12*float64(p.depth), width-padding))
	}
	grey := stack{shaded(space(padding), width)}
	for _, r := range inner {
		grey = append(grey, shaded(r, width))
	}
	return append(grey, shaded(space(padding), width))
}

// shaded is a row on grey. Rows on grey below each other are one area.
func shaded(r row, width float64) row {
	return row{r.height, func(d *pdf.Document, x, y float64) {
		d.Shade(pdf.Box{X: x, Y: y, W: width, H: r.height}, 0.9)
		if r.draw != nil {
			r.draw(d, x, y)
		}
	}}
}

// boxes are the choices with their boxes, two side by side where all are short,
// and the ways not to answer.
func (f *pdfForm) boxes(b *block, short bool) stack {
	width := f.columnWidth()
	half := (width - numberWidth) / 2
	var choices []item
	narrow := true
	for i := range b.question.Choices {
		c := item{letter(i), choiceWords(&b.question.Choices[i], short), f.row}
		choices, narrow = append(choices, c), narrow && c.fits(half)
	}
	var s stack
	if narrow {
		for pair := range slices.Chunk(choices, 2) {
			s = append(s, beside(pair, half))
		}
	} else {
		for i := range choices {
			s = append(s, choices[i].over(width))
		}
	}
	return append(s, beside([]item{{"", f.Say(dontKnow), f.row}, {"", f.Say(preferNot), f.row}}, half))
}

// item is a box with its text.
type item struct {
	letter, text string
	row          float64 // its least height
}

func (i *item) fits(width float64) bool {
	return choiceLeft-numberWidth+plainStyle.Width(i.text)+4 <= width
}

// over is the item over the width of a column.
func (i *item) over(width float64) row {
	lines := plainStyle.Wrap(i.text, width-choiceLeft)
	high := max(i.row, float64(len(lines))*plainStyle.Line()+3)
	return row{high, func(d *pdf.Document, x, y float64) { i.draw(d, x, y, lines) }}
}

// beside puts one or two items side by side.
func beside(items []item, half float64) row {
	return row{items[0].row, func(d *pdf.Document, x, y float64) {
		for n := range items {
			items[n].draw(d, x+float64(n)*half, y, []string{items[n].text})
		}
	}}
}

func (i *item) draw(d *pdf.Document, x, y float64, lines []string) {
	base := y + (i.row-plainStyle.Line())/2 + plainStyle.Baseline()
	d.Begin(pdf.LI)
	d.Begin(pdf.Lbl)
	if i.letter != "" {
		d.Text(x+boxLeft-4-plainStyle.Width(i.letter), base, plainStyle, i.letter)
	}
	d.Tick(x+boxLeft, y+(i.row-square)/2, square, "☐")
	d.End()
	d.Begin(pdf.LBody)
	d.Lines(x+choiceLeft, base, plainStyle, lines)
	d.End()
	d.End()
}
