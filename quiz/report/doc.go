// Package report tells: it turns answers into a [Report] and draws it.
//
// [Build] decides everything once: level, order, wording, reasons. A Report is
// plain data with every text beside its id, and its JSON is canonical: it
// round-trips, and any other format can be drawn from a saved one, years
// later, without the protocol that made it.
//
//	r := report.Build(protocol, answers, report.Options{Program: "scarcheck 1.0.0", Now: now})
//	err := report.Text(os.Stdout, r)     // the page to bring
//
// Formats only draw; package draw has the table of them. For people they draw
// a [Section] at a time: [Report.Doctor] is the first page, [Report.Person] the
// ones after it, [Report.Screen] the order on screen.
//
// The doctor's page is one page, always. [Report.Fit] finds the fullest
// [Detail] at which it fits, and [Tallest] composes the page that proves that
// the last of them always does.
//
// [Compare] tells what changed from one assessment to a later one: in the
// answers, because of them, and apart from that because the questions or rules
// did. [Trend] charts several, and with [Options].Last a report says on the page
// what changed [Since] the one before. None of them calls a change good or bad.
//
// A report speaks the language of the protocol that it was built by, and
// [Report.Retell] tells the same in another one: a person answers in Spanish, and
// the dermatologist reads English.
//
// The sensitive answer is in a Report only when [Options] asks for it, and
// nothing else in it gives that answer away.
package report
