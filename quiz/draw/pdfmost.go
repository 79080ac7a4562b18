package draw

import (
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// longDay is the time of an assessment whose day takes the most room in words.
const longDay = "2028-09-30T12:00:00Z"

// pdfMostGroups is more than the groups of letters of any code.
const pdfMostGroups = 20

// PDFMost is how high the doctor's page of a PDF can be on this paper, whatever
// is answered, and how much room it has, in points. It takes no more than its
// room if the protocol's texts are short enough.
func PDFMost(p *quiz.Protocol, paper Paper) (takes, room float64) {
	_, takes, room = pdfTallest(p, paper)
	return takes, room
}

// pdfTallest are the tallest sections that a doctor's page can have, how high
// they are with the tallest head above them and what is said of letters that
// the fonts lack, and the room.
func pdfTallest(p *quiz.Protocol, paper Paper) (sections []report.Section, takes, room float64) {
	r := &report.Report{AssessedAt: longDay, Text: report.Words{Title: p.Title}}
	page := newPDFPage(r, paper)
	page.lacking = true
	s := &pdfSetter{pdfAired(0), page.column(0).W}
	height := func(sections []report.Section) float64 { return page.doctorSections(s, sections).height() }
	sections = report.Tallest(p, height)
	head := 0.0
	for groups := range pdfMostGroups + 1 {
		r.Text.Code = strings.TrimSuffix(strings.Repeat("WWWWW-", groups), "-")
		head = max(head, newPDFPage(r, paper).head(s).height())
	}
	return sections, head + height(sections) + page.lack(s).height(), page.column(0).H
}
