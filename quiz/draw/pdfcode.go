package draw

import (
	"slices"
	"strings"

	"scarcheck/quiz/code"
	"scarcheck/quiz/pdf"
)

// How the code is drawn, in points. A square of the picture is 0.8 mm wide: six
// dots of a fax.
const (
	pdfCodeSide = 78 // of the picture, its quiet zone included
	pdfCodeText = 118
	pdfCodeGap  = 6
	pdfCodeMost = 10 // lines of letters
)

// pdfCode is the code of the page, the picture at the right and the letters at
// its left.
type pdfCode struct {
	picture       *code.Matrix
	says, letters []string
	alternative   string // says the picture in words
	regular, bold pdf.Style
	width, height float64
}

// code returns none where the letters are none that can be drawn so: then they
// stand in a line of text.
func (p *pdfPage) code(s *pdfSetter) *pdfCode {
	if p.picture == nil {
		return nil
	}
	c := &pdfCode{picture: p.picture, regular: s.body, bold: s.strong(), width: pdfCodeText + pdfCodeGap + pdfCodeSide}
	c.alternative = p.report.Language.Say("QR code of this page, with the same letters")
	c.says = s.body.Wrap(p.report.Language.Say("To draw this page again:"), pdfCodeText)
	c.letters = append([]string{"scarcheck summary "}, pairs(p.report.Text.Code)...)
	c.height = max(pdfCodeSide, float64(len(c.says)+len(c.letters))*s.body.Line()+4)
	tooWide := func(line string) bool { return c.bold.Width(strings.TrimSpace(line)) > pdfCodeText }
	if len(c.letters) > pdfCodeMost || slices.ContainsFunc(c.letters, tooWide) {
		return nil
	}
	return c
}

// pairs are the groups of letters, two to a line.
func pairs(letters string) (lines []string) {
	for i, group := range strings.SplitAfter(letters, "-") {
		if i%2 == 0 {
			lines = append(lines, "")
		}
		lines[i/2] += group
	}
	return lines
}

// draw draws the code from its top left corner.
func (c *pdfCode) draw(d *pdf.Document, x, y float64) {
	line := c.bold.Line()
	d.Begin(pdf.P)
	d.Lines(x, y+4+c.regular.Baseline(), c.regular, c.says)
	d.Lines(x, y+4+c.bold.Baseline()+line*float64(len(c.says)), c.bold, c.letters)
	d.End()
	// The quiet zone reaches into the margins, so that the picture stands in line.
	quiet := 4 * pdfCodeSide / float64(c.picture.Size())
	left := x + pdfCodeText + pdfCodeGap + quiet
	y -= quiet
	d.BeginFigure(c.alternative, pdf.Box{X: left, Y: y, W: pdfCodeSide, H: pdfCodeSide})
	d.Modules(left, y, pdfCodeSide, c.picture.Size(), c.picture.Dark)
	d.End()
}
