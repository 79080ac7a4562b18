// Package pdf draws documents that can be heard as well as seen: every text
// stands in an element that says what it is, and the file carries that tree.
//
// A [Document] is drawn page by page, in points from the top left corner. An
// element is begun, drawn in and ended; it may go on over a page break:
//
//	d := pdf.New(pdf.Options{Paper: pdf.A4, Title: "Report", Lang: "en", Created: now})
//	d.AddPage()
//	d.Begin(pdf.H1)
//	d.Text(50, 60, pdf.Style{Font: pdf.Bold, Size: 18}, "Report")
//	d.End()
//	d.Line(50, 68, 545, 68, 0.7)           // decoration: not in the tree
//	file, err := d.Bytes()
//
// Long texts are easier with a [Flow], a pen that goes down columns and turns
// the page. Whether a text fits is known before there is a document:
// [Style.Width], [Style.Wrap] and [Style.Height] agree exactly with what is
// drawn. A text in several fonts, or with links in it, is made of [Run]s.
//
// What would make a page bad is an error, not a habit to remember: text outside
// an element, off the paper or below [MinSize], a list item outside a list, a
// heading level left out, a picture without words. The first error stays and
// [Document.Bytes] returns it; it names the page and never the text. So the
// file may say of itself that it conforms to PDF/UA-1.
//
// The fonts know Latin, Greek and Cyrillic. What they lack is drawn as "[?]";
// [Drawable] says so beforehand. Nothing that is drawn can act: all text is
// data, whatever is typed.
//
// The same calls give the same bytes. The package knows nothing of what it
// draws.
package pdf
