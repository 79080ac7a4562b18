package draw

import (
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// PDFRoom is how high the doctor's page may be on this paper.
func PDFRoom(paper Paper) float64 {
	p := newPDFPage(&report.Report{}, paper)
	return p.column(0).H
}

// PDFDetail is the detail at which the doctor's page of a report is drawn.
func PDFDetail(r *report.Report, paper Paper) report.Detail {
	p := newPDFPage(r, paper)
	p.lacking = lacksLetters(r, report.Full)
	return r.Fit(p.fits)
}

// PDFLeast is the height of the doctor's page at its least.
func PDFLeast(r *report.Report, paper Paper) float64 {
	p := newPDFPage(r, paper)
	p.lacking = lacksLetters(r, report.Least)
	return p.doctor(report.Least, leastAir(report.Least)).height()
}

// PDFTallest is a report's doctor's page, were its sections the tallest there
// are, and its height.
func PDFTallest(p *quiz.Protocol, r *report.Report, paper Paper) ([]report.Section, float64) {
	page := newPDFPage(r, paper)
	page.lacking = true
	s := &pdfSetter{pdfAired(0), page.column(0).W}
	sections := report.Tallest(p, func(sections []report.Section) float64 { return page.doctorSections(s, sections).height() })
	most := page.doctorSections(s, sections).height() + page.lack(s).height()
	head := 0.0
	for groups := range PDFMostGroups + 1 {
		r.Text.Code = strings.TrimSuffix(strings.Repeat("WWWWW-", groups), "-")
		head = max(head, newPDFPage(r, paper).head(s).height())
	}
	return sections, head + most
}

// PDFMostGroups is more than the groups of letters of any code.
const PDFMostGroups = 20
