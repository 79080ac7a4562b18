// Package draw draws a report in every format there is.
//
// The table [Formats] lists them; to add one is to write its Draw function and
// to add its line. A format draws and never decides: what is said, in which
// order and words, is in the [report.Report], so that a saved one is drawn
// again years later, by any format, to the same bytes.
//
//	f, err := draw.Lookup("html")
//	err = f.Draw(os.Stdout, r, draw.Options{Paper: draw.A4})
//
// Formats for people draw a [report.Section] at a time. Those for paper put
// the doctor's sections on one page, shortened by the rules of
// [report.Detail] where they must be, and the person's on the pages after it.
// The PDF sets a page from pieces whose heights are known, so that what fits is
// known before anything is drawn.
// Text and JSON stand in package report, which line mode and saved files need
// alone.
package draw
