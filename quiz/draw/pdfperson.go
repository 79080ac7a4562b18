package draw

import (
	"strings"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/report"
)

// pdfEasy is the look of the person's pages: larger letters, shorter lines.
var pdfEasy = pdfLook{
	body: pdf.Style{Size: 10.5, Leading: 13.8},
	h1:   pdf.Style{Font: pdf.Bold, Size: 22, Leading: 26},
	h2:   pdf.Style{Font: pdf.Bold, Size: 14, Leading: 18}, h3: pdf.Style{Font: pdf.Bold, Size: 11, Leading: 14.5},
	above: 10, below: 3, apart: 3, group: 6, label: 112, indent: 14, blank: 24, pad: 9,
}

// pdfIndent makes the person's pages narrower than the doctor's, at each side.
const pdfIndent = 24

func (p *pdfPage) drawPerson(doc *pdf.Document, d report.Detail) {
	doc.AddPage()
	column := p.column(pdfIndent)
	s := &pdfSetter{pdfEasy, column.W}
	set := s.heading(pdf.H1, s.h1, p.report.Language.Say(report.ForYou), 0)
	for _, section := range p.report.Person(d) {
		set = append(set, p.section(s, &section)...)
	}
	set.within(pdf.Sect).draw(doc.Flow(column))
}

// treatment sets a treatment: its name as a heading, what is done, and what to
// know as a table.
func (s *pdfSetter) treatment(b *report.Block) pdfPieces {
	set := s.heading(pdf.H3, s.h3, b.Label, 0)
	set = append(set, s.paragraph([]pdf.Run{{Text: b.Text}}), gap(s.apart/2))
	var rows pdfPieces
	for _, more := range b.More {
		label, text, _ := strings.Cut(more, ": ")
		rows = append(rows, s.row(&report.Block{Kind: report.Fact, Label: label, Text: text})...)
	}
	return together(append(set, rows.within(pdf.Table)...))
}

// together keeps pieces on one page, where they are no higher than that.
func together(pieces pdfPieces) pdfPieces {
	height := pieces.height()
	keep := pdfPiece{draw: func(f *pdf.Flow) { f.Keep(height) }}
	return append(pdfPieces{keep}, pieces...)
}
