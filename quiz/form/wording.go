package form

import "scarcheck/quiz/words"

// What stands on the form besides the questions. It is about paper, so it is
// not the welcome of the screen.
const (
	about words.Text = "These questions help a doctor to help you. This is not a diagnosis: no one has looked at your skin yet. " +
		"Under 13? Do it with a parent or another adult you trust."
	howTo words.Text = "Put a cross in each box that fits, or skip a question. " +
		"A line with an arrow says who should answer what comes next. There, 3b is box b of question 3."
	crisisLead words.Text = "This is for everyone. If you think of hurting yourself:"
	forWhom    words.Text = "Thank you. This sheet is for you and your doctor: hand it over yourself."

	dontKnow   words.Text = "Don't know"
	preferNot  words.Text = "Rather not say"
	chooseOne  words.Text = "Choose one."
	chooseMany words.Text = "Choose all that fit."
	writeHere  words.Text = "Write here:"

	nameLabel words.Text = "Name:"
	dateLabel words.Text = "Date:"
)
