package report

import "time"

// NotChecked is said wherever a questionnaire is shown that was not checked.
const NotChecked = "This questionnaire did not go through its checks. What it says may be wrong. Do not rely on it."

// redrawn says what a page drawn from a code cannot have.
const redrawn = "Drawn again from its code. No code holds answers in own words."

// dayLayout is how people write a day.
const dayLayout = "2 January 2006"

// notice is what to know of the questionnaire before its advice is read, on
// every page: that it was not checked, that its review is overdue, or that the
// page does not hold all answers.
func (r *Report) notice() Section {
	s := Section{ID: "notice"}
	if r.Protocol.Unchecked {
		s.Title = "Not checked"
		s.Blocks = append(s.Blocks, Block{Text: NotChecked})
	}
	if due := r.Protocol.ReviewDue; due != "" {
		if s.Title == "" {
			s.Title = "Review overdue"
		}
		s.Blocks = append(s.Blocks, Block{
			Text: "This questionnaire was due for review on " + day(time.DateOnly, due) + ". Newer advice may differ.",
		})
	}
	if r.Redrawn {
		if s.Title == "" {
			s.Title = "Drawn again"
		}
		s.Blocks = append(s.Blocks, Block{Text: redrawn})
	}
	return s
}

// Date is the day of the assessment in words, "23 November 2026".
func (r *Report) Date() string { return day(time.RFC3339, r.AssessedAt) }

// day is a day in words, or the text itself if it is none of this layout.
func day(layout, text string) string {
	at, err := time.Parse(layout, text)
	if err != nil {
		return text
	}
	return at.Format(dayLayout)
}
