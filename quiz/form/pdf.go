package form

import (
	"io"

	"scarcheck/quiz"
	"scarcheck/quiz/pdf"
)

// The measures of the form as PDF, in points.
const (
	side   = 34   // margin at the left and right
	top    = 30   // margin at the top
	bottom = 40   // margin at the bottom, with the number of the page in it
	gutter = 22   // between the columns
	square = 11.5 // side of a box: a little more than 4 mm
)

// The styles.
var (
	titleStyle   = pdf.Style{Font: pdf.Bold, Size: 19}
	sectionStyle = pdf.Style{Font: pdf.Bold, Size: 11, Leading: 14}
	askStyle     = pdf.Style{Font: pdf.Bold, Size: 10, Leading: 12.2}
	plainStyle   = pdf.Style{Size: 10, Leading: 12.2}
)

// drawPDF draws the form as a tagged PDF of two columns.
func drawPDF(w io.Writer, p *quiz.Protocol, o Options) error {
	s := newSheet(p, o.Program)
	paper := o.Paper
	if paper == (pdf.Paper{}) {
		paper = pdf.A4
	}
	f := &pdfForm{sheet: s, paper: paper, gap: leastGap, write: leastWrite, row: boxRow}
	short, ok := s.fit(f)
	if !ok {
		f.row = closeRow
		short, ok = s.fit(f)
	}
	if ok {
		f.widen(short)
	} else {
		f.row = boxRow
	}
	warn(s, o.Warn)
	d := pdf.New(pdf.Options{Paper: paper, Title: p.Title, Lang: p.Language.Tag(), Creator: o.Program})
	f.draw(d, short)
	_, err := d.WriteTo(w)
	return err
}

// pdfForm is a way to lay out the form as PDF.
type pdfForm struct {
	*sheet
	paper pdf.Paper
	gap   float64 // between blocks
	write int     // lines to write a text on
	row   float64 // from box to box
}

const (
	leastGap, goodGap, mostGap = 4.0, 10.0, 14.0 // points
	gapStep                    = 0.25
	leastWrite, mostWrite      = 2, 6
	boxRow, closeRow           = 15.2, 13.8 // points; pens are not exact
	leastTitle                 = 14         // points
)

// widen gives the room that is left on the sheet away: to what is between the
// questions, then to lines to write on, then to what is between again.
func (f *pdfForm) widen(short map[*block]bool) {
	widenTo := func(most float64) {
		for f.gap < most && f.fits(short) {
			f.gap += gapStep
		}
		if !f.fits(short) {
			f.gap -= gapStep
		}
	}
	widenTo(goodGap)
	for f.write < mostWrite && f.fits(short) {
		f.write++
	}
	if !f.fits(short) {
		f.write--
	}
	widenTo(mostGap)
}

func (f *pdfForm) fits(short map[*block]bool) bool { return f.pages(short) <= sides }

func (f *pdfForm) columnWidth() float64 { return (f.paper.Width - 2*side - gutter) / 2 }

func (f *pdfForm) height(b *block, short bool) float64 { return f.block(b, short).high() }

func (f *pdfForm) pages(short map[*block]bool) int {
	places := f.place(f.stacks(short))
	return places[len(places)-1].page + 1
}

// stacks are all blocks as they are drawn, the foot the last. A block that is
// higher than a page is several.
func (f *pdfForm) stacks(short map[*block]bool) []stack {
	var all []stack
	for i := range f.blocks {
		all = append(all, f.block(&f.blocks[i], short[&f.blocks[i]]).split(f.paper.Height-top-bottom)...)
	}
	return append(all, f.foot())
}

// place is where a block stands.
type place struct {
	page   int
	column int
	y      float64
	first  bool // in its column
}

// place puts blocks below each other, each whole, down one column and the next.
func (f *pdfForm) place(stacks []stack) []place {
	places := make([]place, len(stacks))
	at := place{y: f.columnTop(0), first: true}
	for i, s := range stacks {
		for at.y+s.high() > f.paper.Height-bottom && (!at.first || at.page == 0) {
			at.column++
			if at.column == 2 {
				at.page, at.column = at.page+1, 0
			}
			at.y, at.first = f.columnTop(at.page), true
		}
		places[i] = at
		at.y, at.first = at.y+s.high()+f.gap, false
	}
	return places
}

func (f *pdfForm) columnTop(page int) float64 {
	if page > 0 {
		return top
	}
	return top + f.head().high() + 10
}

func (f *pdfForm) columnLeft(column int) float64 {
	return side + float64(column)*(f.columnWidth()+gutter)
}

func (f *pdfForm) draw(d *pdf.Document, short map[*block]bool) {
	d.AddPage()
	f.head().draw(d, side, top)
	stacks := f.stacks(short)
	for i, at := range f.place(stacks) {
		for d.Pages() <= at.page {
			d.AddPage()
		}
		stacks[i].draw(d, f.columnLeft(at.column), at.y)
	}
	d.EachPage(func(page, pages int) { f.decorate(d, page, pages) })
}

// decorate draws what stands on each page: the line between the columns, which
// page it is and of what, and in case the sheets come apart, a line for the
// name.
func (f *pdfForm) decorate(d *pdf.Document, page, pages int) {
	middle, base := f.paper.Width/2, f.paper.Height-22
	d.Line(middle, f.columnTop(page-1), middle, f.paper.Height-bottom, 0.4)
	says := f.Sayf("Page %d of %d", page, pages)
	if page < pages {
		says = f.Sayf("Page %d of %d, please go on overleaf", page, pages)
	}
	d.Text(f.paper.Width-side-plainStyle.Width(says), base, plainStyle, says)
	title := plainStyle.Wrap(f.title, middle-side-130)[0]
	d.Text(side, base, plainStyle, title)
	if page > 1 {
		left := side + plainStyle.Width(title) + 24
		name := f.Say(nameLabel)
		d.Text(left, base, plainStyle, name)
		d.Line(left+max(34, plainStyle.Width(name)+4), base+2, left+144, base+2, 0.6)
	}
}

// warn says that the fonts lack letters of the questionnaire.
func warn(s *sheet, tell func(string)) {
	texts := []string{s.title, s.urgent}
	for i := range s.blocks {
		b := &s.blocks[i]
		texts = append(texts, b.section, b.note)
		if b.question == nil {
			continue
		}
		texts = append(texts, b.question.Text)
		for _, c := range b.question.Choices {
			texts = append(texts, c.Text, c.Short)
		}
	}
	for _, text := range texts {
		if _, missing := pdf.Drawable(text); missing && tell != nil {
			tell(s.Sayf("the fonts lack some letters of the questionnaire; the form shows %s in their place", pdf.Missing))
			return
		}
	}
}
