package report

import "time"

// NotChecked is said wherever a questionnaire is shown that was not checked.
const NotChecked = "This questionnaire did not go through its checks. What it says may be wrong. Do not rely on it."

// dayLayout is how people write a day.
const dayLayout = "2 January 2006"

// notice is what to know of the questionnaire before its advice is read, on
// every page: that it was not checked, or that its review is overdue.
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
