package report

import (
	"cmp"
	"slices"
	"strings"
)

// Finding is something that one assessment tells and another does not, or
// tells otherwise.
type Finding struct {
	Kind     string   `json:"kind"` // one of FindingKinds
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	WasName  string   `json:"was_name,omitempty"` // where that was another
	Was      string   `json:"was"`                // a level of care; or Present, Absent (it is not told) or Unknown; of a tip also ForEverybody, of a factor NotListed
	Now      string   `json:"now"`
	WasText  string   `json:"was_text,omitempty"` // of care, could-be and treatment, where it was another
	NowText  string   `json:"now_text,omitempty"`
	Reworded bool     `json:"reworded,omitempty"` // other words for the same
	Because  []string `json:"because"`            // the questions whose changed answers did it, where reasons tell
}

// FindingKinds are the kinds of findings, in the order in which they are told.
var FindingKinds = []string{"care", "could-be", "support", "factor", "tip", "treatment", "caution", "note", "ask"}

// NotListed is the status of a factor that the protocol does not have.
const NotListed = "not-listed"

// ForEverybody is the status of a tip that is given whatever is answered, and
// that no answer calls for.
const ForEverybody = "for-everybody"

// item is a finding in one report.
type item struct {
	kind, id, name string
	state          string
	text           string // what follows from the answers
	fixed          string // what the protocol says about it to everybody
	reasons        []Reason
}

// items lists all that a report tells, in the order of FindingKinds.
func (r *Report) items() []item {
	items := []item{
		{kind: "care", id: "care", name: r.Care.Title, state: r.Care.Level, text: r.Care.Text, reasons: r.Care.Because},
		{kind: "could-be", id: "could-be", state: r.Care.CouldBe, text: r.Care.CouldBeText, reasons: open(r.Care.CouldBeQuestions)},
	}
	if s := r.Text.Support; s != nil {
		items = append(items, item{kind: "support", id: s.ID, name: s.Title, state: Present, fixed: s.Text})
	}
	for _, f := range r.Factors {
		items = append(items, item{kind: "factor", id: f.ID, name: f.Name, state: f.Status, fixed: f.Text + "\n" + f.Evidence, reasons: f.Because})
	}
	for _, t := range r.Tips {
		items = append(items, item{kind: "tip", id: t.ID, name: t.Title, state: t.status(), fixed: t.Text, reasons: t.Because})
	}
	items = append(items, r.treatmentItems()...)
	for _, n := range r.Text.Notes {
		items = append(items, item{kind: "note", id: n.ID, name: cmp.Or(n.Title, n.Text), state: Present, fixed: n.Text})
	}
	for _, n := range r.Text.Ask {
		items = append(items, item{kind: "ask", id: n.ID, name: n.Text, state: Present})
	}
	return items
}

func (t *Tip) status() string {
	if len(t.Because) == 0 {
		return ForEverybody
	}
	return Present
}

// open are questions as reasons, by what they are and not by what was said.
func open(questions []string) []Reason {
	reasons := make([]Reason, len(questions))
	for i, id := range questions {
		reasons[i].Question = id
	}
	return reasons
}

func (r *Report) treatmentItems() []item {
	var treatments, cautions []item
	for _, t := range r.Treatments {
		fixed := strings.Join([]string{t.Text, t.Visits, t.Expect, t.Healing, t.Risks}, "\n")
		treatments = append(treatments, item{kind: "treatment", id: t.ID, name: t.Name, state: Present, text: t.ForText, fixed: fixed})
		for _, c := range t.Cautions {
			cautions = append(cautions, item{kind: "caution", id: c.ID, name: c.Name, state: c.Status, fixed: c.Text})
		}
	}
	return append(treatments, cautions...)
}

// differences lists what two reports tell otherwise, each thing once.
func differences(before, after *Report) []Finding {
	was, now, foreign := before.items(), after.items(), before.Language != after.Language
	found := []Finding{}
	seen := map[[2]string]bool{}
	for _, it := range slices.Concat(now, was) {
		key := [2]string{it.kind, it.id}
		if seen[key] {
			continue
		}
		seen[key] = true
		if f, differs := difference(lookUp(was, it), lookUp(now, it), foreign); differs {
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Compare(slices.Index(FindingKinds, a.Kind), slices.Index(FindingKinds, b.Kind))
	})
	return found
}

// lookUp finds an item in a report. What is not there is absent, and a factor,
// of which reports list all, is not listed.
func lookUp(items []item, it item) item {
	at := slices.IndexFunc(items, func(other item) bool { return other.kind == it.kind && other.id == it.id })
	if at >= 0 {
		return items[at]
	}
	gone := item{kind: it.kind, id: it.id, name: it.name, state: Absent}
	if it.kind == "factor" {
		gone.state = NotListed
	}
	return gone
}

// difference tells two items apart. Where they are in foreign languages, other
// words count only as far as they are what another state is called.
func difference(was, now item, foreign bool) (Finding, bool) {
	f := Finding{Kind: now.kind, ID: now.id, Name: now.name, Was: was.state, Now: now.state, Because: []string{}}
	otherState := was.state != now.state
	if foreign && (!otherState || now.kind != "care" && now.kind != "could-be") {
		return f, otherState
	}
	if was.name != now.name {
		f.WasName = was.name
	}
	if was.text != now.text {
		f.WasText, f.NowText = was.text, now.text
	}
	if otherState {
		return f, true
	}
	f.Reworded = was.name != now.name || was.fixed != now.fixed
	return f, f.Reworded || was.text != now.text
}

// causes fills in which changed answers are behind each finding: those among
// the reasons of now that were none before, or, where there is none such, among
// the reasons of before that are none now.
func causes(findings []Finding, before, after *Report, answers []AnswerChange) []Finding {
	changed := map[string]bool{}
	for _, a := range answers {
		changed[a.Question] = true
	}
	was, now := before.items(), after.items()
	for i := range findings {
		it := item{kind: findings[i].Kind, id: findings[i].ID}
		then, later := lookUp(was, it).reasons, lookUp(now, it).reasons
		if findings[i].Because = fresh(later, then, changed); len(findings[i].Because) == 0 {
			findings[i].Because = fresh(then, later, changed)
		}
	}
	return findings
}

// fresh are the questions of reasons that are not among the old ones, as far
// as their answers changed.
func fresh(reasons, old []Reason, changed map[string]bool) []string {
	questions := []string{}
	for _, r := range reasons {
		stood := slices.ContainsFunc(old, func(o Reason) bool { return o.Question == r.Question && slices.Equal(o.Answer, r.Answer) })
		if !stood && changed[r.Question] && !slices.Contains(questions, r.Question) {
			questions = append(questions, r.Question)
		}
	}
	return questions
}

// was is what the finding was called before.
func (f *Finding) was() string { return cmp.Or(f.WasName, f.Name) }
