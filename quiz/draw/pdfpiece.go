package draw

import (
	"scarcheck/quiz/pdf"
	"scarcheck/quiz/report"
)

// pdfPiece is a part of a page whose height is known before it is drawn.
type pdfPiece struct {
	height float64
	draw   func(*pdf.Flow)
}

// pdfPieces stand below each other.
type pdfPieces []pdfPiece

func (p pdfPieces) height() (sum float64) {
	for _, piece := range p {
		sum += piece.height
	}
	return sum
}

func (p pdfPieces) draw(f *pdf.Flow) {
	for _, piece := range p {
		piece.draw(f)
	}
}

// within puts pieces into an element.
func (p pdfPieces) within(role pdf.Role) pdfPieces {
	begin := pdfPiece{draw: func(f *pdf.Flow) { f.Document().Begin(role) }}
	end := pdfPiece{draw: func(f *pdf.Flow) { f.Document().End() }}
	return append(append(pdfPieces{begin}, p...), end)
}

// gap is room that no column begins with.
func gap(height float64) pdfPiece {
	return pdfPiece{height, func(f *pdf.Flow) { f.Move(height) }}
}

// rule is a line of this thickness in the middle of this height.
func rule(height, thick float64) pdfPiece {
	return pdfPiece{height, func(f *pdf.Flow) {
		f.Keep(height)
		box, y := f.Column(), f.Y()+height/2
		f.Document().Line(box.X, y, box.X+box.W, y, thick)
		f.Move(height)
	}}
}

// pdfLook is how blocks look. Lengths are in points.
type pdfLook struct {
	body   pdf.Style
	h1     pdf.Style
	h2     pdf.Style
	h3     pdf.Style
	above  float64 // a heading
	below  float64 // a heading
	apart  float64 // between blocks
	group  float64 // room of a rule between groups of facts
	label  float64 // width of the column of labels
	indent float64 // of the entries of a list
	blank  float64 // height of a line to write on
	pad    float64 // within a frame
	rules  bool    // between groups of facts
}

func (l *pdfLook) strong() pdf.Style {
	s := l.body
	s.Font = pdf.Bold
	return s
}

// pdfSetter sets blocks in a look and a width.
type pdfSetter struct {
	pdfLook
	width float64
}

// blocks sets blocks below each other, lists and tables in one piece.
func (s *pdfSetter) blocks(section string, blocks []report.Block) (set pdfPieces) {
	all, grouped := runs(blocks), false
	for n, run := range all {
		var pieces pdfPieces
		role := pdf.Sect
		for i := range run {
			b := &run[i]
			switch {
			case b.Kind == report.Fact || b.Kind == report.Blank:
				pieces, role = append(pieces, s.row(b)...), pdf.Table
			case b.Kind == report.Group:
				grouped = true
				stays := 0.0
				if n+1 < len(all) {
					stays = s.blocks(section, all[n+1][:1]).height()
				}
				pieces = append(pieces, s.heading(pdf.H3, s.h3, b.Label, stays)...)
			case b.Kind != report.Point || section == "care":
				pieces = append(pieces, s.paragraphs(b)...)
			case section == "treatments" && !grouped:
				pieces = append(pieces, s.treatment(b)...)
			case section == "ask":
				pieces, role = append(pieces, s.tick(b)), pdf.Squares
			default:
				pieces, role = append(pieces, s.entry(section, b)), pdf.Bullets
			}
		}
		if role != pdf.Sect {
			pieces = pieces.within(role)
		}
		set = append(set, pieces...)
	}
	return set
}

// heading sets a heading on the page of the height that follows it.
func (s *pdfSetter) heading(role pdf.Role, style pdf.Style, text string, follows float64) pdfPieces {
	height := style.Height(text, s.width)
	return pdfPieces{gap(s.above), {height, func(f *pdf.Flow) {
		if role == pdf.H3 { // not in the outline
			f.Keep(height + follows)
			f.Text(role, style, text)
		} else {
			f.Heading(role, style, text, follows)
		}
	}}, gap(s.below)}
}

// paragraphs sets a text, and each line below it as one of its own.
func (s *pdfSetter) paragraphs(b *report.Block) pdfPieces {
	set := pdfPieces{s.paragraph(blockRuns(b))}
	for _, more := range b.More {
		set = append(set, s.paragraph([]pdf.Run{{Text: more}}))
	}
	return append(set, gap(s.apart))
}

func (s *pdfSetter) paragraph(text []pdf.Run) pdfPiece {
	lines := s.body.WrapRuns(text, s.width)
	height := float64(len(lines)) * s.body.Line()
	return pdfPiece{height, func(f *pdf.Flow) {
		f.Keep(min(height, 3*s.body.Line()))
		f.Document().Begin(pdf.P)
		f.Runs(0, s.body, lines)
		f.Document().End()
	}}
}

// row sets a fact as a row of a table, or one to fill in.
func (s *pdfSetter) row(b *report.Block) (set pdfPieces) {
	if b.Apart && s.rules {
		set = pdfPieces{rule(s.group, 0.3)}
	}
	if b.Kind == report.Blank {
		return append(set, s.blankRow(b.Label))
	}
	strong := s.strong()
	height := max(strong.Height(b.Label, s.label), s.body.Height(b.Text, s.width-s.label))
	if len(b.Label) > mostLabel {
		return append(set, s.longRow(b))
	}
	return append(set, pdfPiece{height, func(f *pdf.Flow) {
		f.Keep(height)
		f.Row(strong, s.body, b.Label, b.Text, s.label)
	}}, gap(s.apart))
}

// mostLabel is longer than any label of a fact but those in a report that was
// changed by hand: what stands beside another text cannot go on over the page.
const mostLabel = 500

// longRow sets a fact with its text below its label.
func (s *pdfSetter) longRow(b *report.Block) pdfPiece {
	strong := s.strong()
	label, text := strong.Wrap(b.Label, s.width), s.body.Wrap(b.Text, s.width-s.label)
	height := float64(len(label))*strong.Line() + float64(len(text))*s.body.Line() + s.apart
	return pdfPiece{height, func(f *pdf.Flow) {
		d := f.Document()
		d.Begin(pdf.TR)
		d.Begin(pdf.RowHeader)
		f.Lines(0, strong, label)
		d.End()
		d.Begin(pdf.TD)
		f.Lines(s.label, s.body, text)
		d.End()
		d.End()
		f.Move(s.apart)
	}}
}

// blankLabel is the room that the label of a line to write on takes.
func (s *pdfSetter) blankLabel(label string) float64 { return s.strong().Width(label) + 6 }

// blankRow sets a line to write on, with its label.
func (s *pdfSetter) blankRow(label string) pdfPiece {
	left := max(s.label, s.blankLabel(label))
	return pdfPiece{s.blank, func(f *pdf.Flow) {
		f.Keep(s.blank)
		d, box, y := f.Document(), f.Column(), f.Y()+s.blank-6
		d.Begin(pdf.TR)
		d.Begin(pdf.RowHeader)
		d.Text(box.X, y, s.strong(), label)
		d.End()
		d.Begin(pdf.TD)
		d.End()
		d.End()
		d.Line(box.X+left, y+1.5, box.X+s.width, y+1.5, 0.6)
		f.Skip(s.blank)
	}}
}

// entry sets an entry of a list that is not torn where that can be.
func (s *pdfSetter) entry(section string, b *report.Block) pdfPiece {
	text := blockRuns(b)
	if section == "sources" {
		text = sourceRuns(b.Text)
	}
	return s.item(func(f *pdf.Flow) {
		f.Document().Text(f.Column().X+1, f.Y()+s.body.Baseline(), s.body, "•")
	}, text, b.More)
}

// tick sets an entry with a box to tick.
func (s *pdfSetter) tick(b *report.Block) pdfPiece {
	const side = 7.5
	return s.item(func(f *pdf.Flow) {
		f.Document().Tick(f.Column().X+0.5, f.Y()+s.body.Baseline()-side, side, "☐")
	}, blockRuns(b), b.More)
}

func (s *pdfSetter) item(label func(*pdf.Flow), text []pdf.Run, more []string) pdfPiece {
	width := s.width - s.indent
	paragraphs := [][][]pdf.Run{s.body.WrapRuns(text, width)}
	for _, line := range more {
		paragraphs = append(paragraphs, s.body.WrapRuns([]pdf.Run{{Text: line}}, width))
	}
	height := s.apart
	for _, lines := range paragraphs {
		height += float64(len(lines)) * s.body.Line()
	}
	return pdfPiece{height, func(f *pdf.Flow) {
		f.Keep(height - s.apart)
		d := f.Document()
		d.Begin(pdf.LI)
		d.Begin(pdf.Lbl)
		label(f)
		d.End()
		d.Begin(pdf.LBody)
		for _, lines := range paragraphs {
			d.Begin(pdf.P)
			f.Runs(s.indent, s.body, lines)
			d.End()
		}
		d.End()
		d.End()
		f.Move(s.apart)
	}}
}
