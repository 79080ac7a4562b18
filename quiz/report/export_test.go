package report

import "scarcheck/quiz"

// Tight draws sections as on a doctor's page without room to spare.
func Tight(sections []Section) string {
	t := &textPage{width: TextWidth, tight: true}
	t.sections(sections)
	return t.String()
}

// MostLinesAt is how many lines the doctor's page can take at a detail.
func MostLinesAt(p *quiz.Protocol, d Detail) int { return mostLines(p, d) }
