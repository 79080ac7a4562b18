package draw

import (
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/report"
)

// PDFMost is how high the doctor's page of a PDF can be on this paper, whatever
// is answered, and how much room it has, in points. It takes no more than its
// room if the protocol's texts are short enough.
func PDFMost(p *quiz.Protocol, paper Paper) (takes, room float64) {
	if takes, room = pdfTallest(p, report.Titles, paper); takes > room {
		takes, room = pdfTallest(p, report.Least, paper)
	}
	return takes, room
}

// pdfTallest is how high the doctor's page of this detail can be, with the
// tallest head and with what is said of letters that the fonts lack, and the room.
func pdfTallest(p *quiz.Protocol, d report.Detail, paper Paper) (takes, room float64) {
	r := &report.Report{Language: p.Language, Text: report.Words{Title: p.Title}}
	page := newPDFPage(r, paper)
	page.lacking = true
	s := &pdfSetter{pdfAired(0), page.column(0).W}
	height := func(sections []report.Section) float64 { return page.doctorSections(s, sections).height() }
	sections := report.Tallest(p, d, height)
	head := 0.0
	for groups := range strings.Count(code.Longest(p), "-") + 2 {
		r.Text.Code = strings.TrimSuffix(strings.Repeat("WWWWW-", groups), "-") // of the widest letters
		coded := newPDFPage(r, paper)
		for month := range 12 {
			r.AssessedAt = time.Date(2028, time.Month(month+1), 28, 12, 0, 0, 0, time.UTC).Format(time.RFC3339)
			head = max(head, coded.head(s).height())
		}
	}
	return head + height(sections) + page.lack(s).height(), page.column(0).H
}
