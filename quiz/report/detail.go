package report

import "scarcheck/quiz/words"

// Detail says how much the doctor's page tells. What it leaves out, the pages
// after it tell in full, and it says so: it is shortened by these rules, and
// nothing on it is ever cut off at the edge.
type Detail uint8

// The details, the fullest first. Each leaves out what those before it do.
const (
	Full        Detail = iota
	NoFigures          // no figures from studies beside the factors
	ShortWords         // answers in few words, only the beginning of a long answer in the person's own words, and of changes which questions they are in
	Packed             // no space between sections, and factors in a paragraph for each status
	RunTogether        // the answers of one group in one paragraph, and what is not known in its place among them; no changes
	Titles             // advice and notes by their titles, factors by name and status, no questions to ask
	Least              // no reasons, factors only if present, no lines to write on; for texts that are longer than the English ones
)

// Tight reports whether the page has no room for space between its sections.
func (d Detail) Tight() bool { return d >= Packed }

// mostOwnWords is how many columns of an answer in the person's own words
// stand on a page that is shortened to ShortWords or further, at Least fewer.
const mostOwnWords = 120

// ownWords is how many columns of such an answer stand on a shortened page.
func (d Detail) ownWords() int {
	if d == Least {
		return mostOwnWords * 2 / 3
	}
	return mostOwnWords
}

// Fit returns the fullest detail at which the doctor's page fits. If it fits at
// none, that is Least; [Tallest] serves to prove that this cannot be.
func (r *Report) Fit(fits func(Detail) bool) Detail {
	for d := Full; d < Least; d++ {
		if fits(d) {
			return d
		}
	}
	return Least
}

// shortened says what a page leaves out and where that stands.
func (d Detail) shortened() words.Text {
	return [...]words.Text{
		"",
		"Shortened to fit: the figures behind the factors follow on the next pages.",
		"Shortened to fit: answers in full and figures follow on the next pages.",
		"Shortened to fit: answers in full and figures follow on the next pages.",
		"Shortened to fit: answers in full and figures follow on the next pages.",
		"Shortened to fit: advice, answers, reasons and questions in full follow.",
		"Shortened to fit: factors absent or not known, and all in full, follow.",
	}[d]
}
