package report

import "strings"

// Said gives reasons as sentences in the words the person saw, behind a lead
// such as "You said"; without reasons it is empty.
func (r *Report) Said(lead string, reasons []Reason) string {
	return strings.Join(r.said(lead, reasons), " ")
}
