package draw

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"scarcheck/quiz/code"
	"scarcheck/quiz/pdf"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// drawPDF draws the page to bring as a tagged PDF: one sheet for the
// dermatologist, and behind it those for the person.
func drawPDF(w io.Writer, r *report.Report, o Options) error {
	p := newPDFPage(r, o.Paper)
	d := r.Fit(p.fits)
	if p.lacking = lacksLetters(r, d); p.lacking {
		o.warn(words.Errorf("Some letters cannot be shown in the PDF; they are marked %s. The other formats show them.", pdf.Missing))
		d = r.Fit(p.fits)
	}
	doc := pdf.New(pdf.Options{Paper: p.paper, Title: p.title(), Lang: r.Language.Tag(), Creator: r.Program, Created: p.assessed()})
	p.drawDoctor(doc, d)
	p.drawPerson(doc, d)
	doc.EachPage(func(page, pages int) { p.foot(doc, page, pages) })
	_, err := doc.WriteTo(w)
	return err
}

// pdfPage is a report on its way to paper.
type pdfPage struct {
	report  *report.Report
	paper   pdf.Paper
	picture *code.Matrix // of its code, or nil
	lacking bool         // the fonts lack letters of it
}

func newPDFPage(r *report.Report, paper Paper) *pdfPage {
	p := &pdfPage{report: r, paper: paper.Sheet()}
	if picture, err := code.QR(r.Text.Code); err == nil && r.Text.Code != "" {
		p.picture = picture
	}
	return p
}

// title is the name of the questionnaire: never anything from the answers,
// since file managers and print queues show it.
func (p *pdfPage) title() string {
	return cmp.Or(strings.TrimSpace(p.report.Text.Title), "scarcheck")
}

// assessed is the time of the assessment, or none where a saved report that was
// changed by hand has no time there.
func (p *pdfPage) assessed() time.Time {
	at, err := time.Parse(time.RFC3339, p.report.AssessedAt)
	if err != nil {
		return time.Time{}
	}
	return at
}

// The margins of all pages, in points: no printer and no fax cuts there.
const (
	pdfSide = 42
	pdfTop  = 30
	pdfFoot = 40 // with the line that stands on each page
)

// column is the part of a sheet within the margins, and so much more at the
// sides.
func (p *pdfPage) column(more float64) pdf.Box {
	side := pdfSide + more
	return pdf.Box{X: side, Y: pdfTop, W: p.paper.Width - 2*side, H: p.paper.Height - pdfTop - pdfFoot}
}

// foot is what stands at the foot of each page, so that a loose sheet finds
// back to the others.
func (p *pdfPage) foot(doc *pdf.Document, page, pages int) {
	style := pdf.Style{Size: 10}
	box, y := p.column(0), p.paper.Height-pdfFoot+21
	doc.Line(box.X, y-13, box.X+box.W, y-13, 0.4)
	number := p.report.Language.Sayf("page %d of %d", page, pages)
	right := box.X + box.W - style.Width(number)
	doc.Text(right, y, style, number)
	if lines := style.Wrap(p.title()+", "+p.report.Date(), right-box.X-20); len(lines) > 0 {
		doc.Text(box.X, y, style, lines[0])
	}
}

// lacksLetters reports whether the fonts lack letters of what is drawn.
func lacksLetters(r *report.Report, d report.Detail) bool {
	if missing(r.Text.Title) || missing(r.AssessedAt) {
		return true
	}
	for _, s := range slices.Concat(r.Doctor(d), r.Person(d)) {
		if missing(s.Title) {
			return true
		}
		for _, b := range s.Blocks {
			if missing(b.Label) || missing(b.Text) || slices.ContainsFunc(b.More, missing) {
				return true
			}
		}
	}
	return false
}

func missing(text string) bool {
	_, missing := pdf.Drawable(text)
	return missing
}
