package draw

import (
	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// PDFTallest is the height of the tallest doctor's page of a detail.
func PDFTallest(p *quiz.Protocol, d report.Detail, paper Paper) float64 {
	takes, _ := pdfTallest(p, d, paper)
	return takes
}

// PDFDetail is the detail at which the doctor's page of a report is drawn.
func PDFDetail(r *report.Report, paper Paper) report.Detail {
	p := newPDFPage(r, paper)
	p.lacking = lacksLetters(r, report.Full)
	return r.Fit(p.fits)
}

// PDFHeight is the height of the doctor's page at a detail without air.
func PDFHeight(r *report.Report, d report.Detail, paper Paper) float64 {
	p := newPDFPage(r, paper)
	p.lacking = lacksLetters(r, d)
	return p.doctor(d, 0).height()
}
