package draw

import "scarcheck/quiz/report"

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
