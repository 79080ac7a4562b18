package draw

import (
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/report"
)

// HTMLMost is how high the doctor's page of HTML can be where a browser prints it
// on this paper, whatever is answered, and how much room it has, in points. It takes
// no more than its room if the protocol's texts are short enough.
func HTMLMost(p *quiz.Protocol, paper Paper) (takes, room float64) {
	_, _, takes, room = htmlTallest(p, report.Titles, paper)
	if takes > room {
		_, _, takes, room = htmlTallest(p, report.Least, paper)
	}
	return takes, room
}

// htmlTallest is a doctor's page of this detail that is as high as any can be: what
// its head is of, its sections, how high it is, and the room.
func htmlTallest(p *quiz.Protocol, d report.Detail, paper Paper) (r *report.Report, sections []report.Section, takes, room float64) {
	s := sheetOf(paper)
	r = &report.Report{Language: p.Language, AssessedAt: time.Date(2026, 9, 23, 0, 0, 0, 0, time.UTC).Format(time.RFC3339)}
	r.Text.Title, r.Text.Code = p.Title, strings.TrimSuffix(strings.Repeat("W8M8W-", 1+strings.Count(code.Longest(p), "-")), "-")
	height := func(sections []report.Section) float64 { return tight.sections(sections, s.width) }
	sections = report.Tallest(p, d, height)
	return r, sections, s.head(r, true) + height(sections), s.room
}
