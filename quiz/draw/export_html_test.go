package draw

import (
	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// TallestHTML is the tallest doctor's page that can be composed, how high it is,
// and how much room there is. It says nothing of the person's pages.
func TallestHTML(p *quiz.Protocol, d report.Detail, paper Paper) (page string, high, room float64) {
	r, sections, high, room := htmlTallest(p, d, paper)
	h := &htmlPage{language: p.Language}
	h.top(r, paper)
	h.doctor(r, sections, h.qr(r.Text.Code, &Options{}), false)
	h.person(nil)
	h.add("</main></body></html>")
	return h.String(), high, room
}

// HTMLHeights are the heights of the parts of the doctor's page in print, its
// head first, as they are measured to find what fits.
func HTMLHeights(r *report.Report, paper Paper) (heights []float64, width float64) {
	s := sheetOf(paper)
	all := htmlSheet{s.width, s.room - s.head(r, true)}
	d := r.Fit(func(d report.Detail) bool { return all.fits(r.Doctor(d), &tight) })
	l := &tight
	if all.fits(r.Doctor(d), &loose) {
		l = &loose
	}
	heights = []float64{s.head(r, true)}
	for _, section := range r.Doctor(d) {
		heights = append(heights, l.section(&section, s.width))
	}
	return heights, s.width
}

// HTMLDetail is the detail that is drawn on this paper.
func HTMLDetail(r *report.Report, paper Paper) report.Detail {
	s := sheetOf(paper)
	s.room -= s.head(r, r.Text.Code != "")
	return r.Fit(func(d report.Detail) bool { return s.fits(r.Doctor(d), &tight) })
}
