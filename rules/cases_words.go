package rules

import (
	"slices"
	"strings"
)

// The states of findings in words, the same in what is wanted and what came.
const (
	shown     = "shown"
	notShown  = "not shown"
	calledFor = "called for" // a tip that the answers call for
	everybody = "said to everybody"

	present = "present"
	absent  = "absent"
	unknown = "unknown"
)

var statuses = []string{present, absent, unknown}

// status says the value of a factor or a caution.
func status(t Truth) string {
	return map[Truth]string{True: present, False: absent, Unknown: unknown}[t]
}

func (f *Findings) tip(id string) (finding TipFinding, state string) {
	at := slices.IndexFunc(f.Tips, func(t TipFinding) bool { return t.Tip.ID == id })
	switch {
	case at < 0:
		return TipFinding{}, notShown
	case len(f.Tips[at].Because) == 0:
		return f.Tips[at], everybody
	}
	return f.Tips[at], calledFor
}

func (f *Findings) treatment(id string) (finding TreatmentFinding, state string) {
	at := slices.IndexFunc(f.Treatments, func(t TreatmentFinding) bool { return t.Treatment.ID == id })
	if at < 0 {
		return TreatmentFinding{}, notShown
	}
	return f.Treatments[at], shown
}

func (f TreatmentFinding) caution(id string) string {
	for _, c := range f.Cautions {
		if c.Caution.ID == id {
			return status(c.Status)
		}
	}
	return absent
}

func noteState(notes []*Note, id string) string {
	if slices.ContainsFunc(notes, func(n *Note) bool { return n.ID == id }) {
		return shown
	}
	return notShown
}

// list says a list of ids in words.
func list(ids []string) string {
	if len(ids) == 0 {
		return "none"
	}
	return strings.Join(ids, ", ")
}

// words is "lesions [deep-few], tell open": reasons as a case writes them.
func (b Because) words(v *Vocabulary) string {
	reasons := make([]string, len(b))
	for i, r := range b {
		q, answer := v.Question(r.Question), "open"
		switch {
		case r.Chosen == 0:
		case q.Kind == Text:
			answer = "answered"
		default:
			answer = "[" + strings.Join(q.IDs(r.Chosen), ", ") + "]"
		}
		reasons[i] = q.ID + " " + answer
	}
	return list(reasons)
}
