// Package form draws the blank questionnaire for pen and paper: one sheet, both
// sides, for a waiting room or for those who would rather write than type.
//
//	f, err := form.Lookup("pdf")
//	err = f.Draw(os.Stdout, protocol, form.Options{Program: "scarcheck 1.0", Paper: pdf.A4})
//
// Nobody steers a reader on paper, so the paper must say who answers what. Each
// condition of a question (rules.Condition, of three values) becomes a rule
// about marks, which are there or not. The same rule in a row is said once, in
// words, before the questions it is about:
//
//	>> Questions 5 to 7: only if you marked any of 3b to 3h. If not, go to 9.
//
// A reader who obeys these words answers the questions that the program would
// ask and no others, whatever the conditions: a test reads the drawn pages so, in
// each language; the form is in that of its questionnaire. Where to go if not
// skips what is ruled out as well.
//
// Paper has room for little. Hints, details and drawings are left out; choices
// are told in few words where one sheet takes no more. A longer questionnaire
// takes more pages and tells all.
//
// A sensitive question is not on the form. On screen its answer has an effect
// at once, and is never saved; a sheet of paper can do neither, and lies about
// for others to read. Where it would stand, everyone is told where to find help.
// For the same reason, that paper judges nothing, the most urgent advice stands
// at the top.
//
// The order of questions and choices is the program's, for those who type the
// answers in.
package form
