package form

// What stands on the form besides the questions. It is about paper, so it is
// not the welcome of the screen.
const (
	about = "These questions help a doctor to help you. This is not a diagnosis: no one has looked at your skin yet. " +
		"Under 13? Do it with a parent or another adult you trust."
	howTo = "Put a cross in each box that fits, or skip a question. " +
		"A line with an arrow says who should answer what comes next. There, 3b is box b of question 3."
	crisisLead = "This is for everyone. If you think of hurting yourself:"
	forWhom    = "Thank you. This sheet is for you and your doctor: hand it over yourself."

	dontKnow   = "Don't know"
	preferNot  = "Rather not say"
	chooseOne  = "Choose one."
	chooseMany = "Choose all that fit."
	writeHere  = "Write here:"
)
