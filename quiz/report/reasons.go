package report

import "strings"

// Said gives reasons as sentences in the words the person saw, as they are told
// to a doctor; without reasons it is empty.
func (r *Report) Said(reasons []Reason) string {
	return strings.Join(r.saidToDoctor(reasons), " ")
}

func (r *Report) saidToDoctor(reasons []Reason) []string { return r.said("Said %s.", reasons) }
