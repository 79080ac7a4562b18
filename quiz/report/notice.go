package report

import (
	"time"

	"scarcheck/quiz/words"
)

// NotChecked is said wherever a questionnaire is shown that was not checked.
const NotChecked words.Text = "This questionnaire did not go through its checks. What it says may be wrong. Do not rely on it."

// redrawn says what a page drawn from a code cannot have.
const redrawn words.Text = "Drawn again from its code. No code holds answers in own words."

// notice is what to know of the questionnaire before its advice is read, on
// every page: that it was not checked, that its review is overdue, or that the
// page does not hold all answers.
func (r *Report) notice() Section {
	l, s := r.Language, Section{ID: "notice"}
	if r.Protocol.Unchecked {
		s.Title = l.Say("Not checked")
		s.Blocks = append(s.Blocks, Block{Text: l.Say(NotChecked)})
	}
	if due := r.Protocol.ReviewDue; due != "" {
		if s.Title == "" {
			s.Title = l.Say("Review overdue")
		}
		s.Blocks = append(s.Blocks, Block{
			Text: l.Sayf("This questionnaire was due for review on %s. Newer advice may differ.", day(l, time.DateOnly, due)),
		})
	}
	if r.Redrawn {
		if s.Title == "" {
			s.Title = l.Say("Drawn again")
		}
		s.Blocks = append(s.Blocks, Block{Text: l.Say(redrawn)})
	}
	return s
}

// Date is the day of the assessment in words, "23 November 2026".
func (r *Report) Date() string { return day(r.Language, time.RFC3339, r.AssessedAt) }

// day is a day in words, or the text itself if it is none of this layout.
func day(l words.Language, layout, text string) string {
	at, err := time.Parse(layout, text)
	if err != nil {
		return text
	}
	return l.Date(at)
}
