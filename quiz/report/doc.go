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
// Formats only draw. For people they draw a [Section] at a time: [Report.Doctor]
// is the first page, [Report.Person] the second, [Report.Screen] the order on
// screen. The table [Formats] lists all formats; to add one is to write its
// Draw function and to add its line.
//
// The sensitive answer is in a Report only when [Options] asks for it, and
// nothing else in it gives that answer away.
package report
