package rules

import (
	"fmt"
	"slices"
	"strconv"

	"scarcheck/rules/strict"
)

// check is one thing that a case wants of the findings. What is wanted and what
// came are compared in words, the words that a failure shows.
type check struct {
	what, want string
	got        func(*Findings) string
	covers     string // the state of a rule that this tests, for Untested; or ""
}

// Failure is one thing that a case wants and does not get.
type Failure struct {
	File    string
	Line    int    // of the case
	Case    string // its name
	Message string // "care: want dermatologist-soon, got undecided"
}

// String is the place, the name of the case and the message.
func (f Failure) String() string {
	return fmt.Sprintf("%s:%d: case %q: %s", f.File, f.Line, f.Case, f.Message)
}

// RunCase judges the answers of a case and returns one failure for each thing
// that is not as the case wants it: none if all is well.
func (g *Guideline) RunCase(c Case) []Failure {
	findings := g.Judge(c.Answers)
	var failures []Failure
	for _, check := range c.checks {
		if got := check.got(findings); got != check.want {
			message := fmt.Sprintf("%s: want %s, got %s", check.what, check.want, got)
			failures = append(failures, Failure{c.File, c.Line, c.Name, message})
		}
	}
	return failures
}

// subject is one kind of rule that a case may want something of: the ids, and
// the state of each in words.
type subject struct {
	kind  string
	ids   []string
	state func(f *Findings, id string) string
}

func (l *caseLoader) factors() subject {
	ids := idsOf(l.Factors, func(f *Factor) string { return f.ID })
	return subject{"factor", ids, func(f *Findings, id string) string {
		return status(f.Factors[slices.Index(ids, id)].Status)
	}}
}

func (l *caseLoader) tips() subject {
	ids := idsOf(l.Tips, func(t *Tip) string { return t.ID })
	return subject{"tip", ids, func(f *Findings, id string) string { _, state := f.tip(id); return state }}
}

func (l *caseLoader) treatments() subject {
	ids := idsOf(l.Treatments, func(t *Treatment) string { return t.ID })
	return subject{"treatment", ids, func(f *Findings, id string) string { _, state := f.treatment(id); return state }}
}

func (l *caseLoader) notes() subject {
	return subject{"note", noteIDs(l.Notes), func(f *Findings, id string) string { return noteState(f.Notes, id) }}
}

func (l *caseLoader) ask() subject {
	return subject{"question to ask", noteIDs(l.Ask), func(f *Findings, id string) string { return noteState(f.Ask, id) }}
}

func idsOf[T any](entries []T, id func(T) string) []string {
	ids := make([]string, len(entries))
	for i, entry := range entries {
		ids[i] = id(entry)
	}
	return ids
}

func noteIDs(notes []*Note) []string { return idsOf(notes, func(n *Note) string { return n.ID }) }

// known reads a word that must be one of those known.
func known(node strict.Node, kind string, words []string) (string, bool) {
	word := node.Text()
	if word == "" {
		return "", false
	}
	if !slices.Contains(words, word) {
		node.Faultf("no %s %q%s", kind, word, strict.Suggest(word, words))
		return "", false
	}
	return word, true
}

// add adds a check of a state of a rule.
func (l *caseLoader) add(what, want string, got func(*Findings) string) {
	l.checks = append(l.checks, check{what, want, got, what + ": " + want})
}

// addMore adds a check of a detail.
func (l *caseLoader) addMore(what, want string, got func(*Findings) string) {
	l.checks = append(l.checks, check{what, want, got, ""})
}

func (l *caseLoader) addBecause(what string, want strict.Node, got func(*Findings) Because) {
	l.addMore(what+" because", l.because(want).words(l.Vocabulary), func(f *Findings) string { return got(f).words(l.Vocabulary) })
}

// addState adds a check that the rule whose id stands at node is in a state.
func (l *caseLoader) addState(node strict.Node, of subject, state string) (id string, ok bool) {
	if id, ok = known(node, of.kind, of.ids); ok {
		l.add(of.kind+" "+id, state, func(f *Findings) string { return of.state(f, id) })
	}
	return id, ok
}

func (l *caseLoader) addStates(nodes strict.Node, of subject, state string) {
	for _, node := range nodes.Items() {
		l.addState(node, of, state)
	}
}

func (l *caseLoader) want(node strict.Node) {
	m := node.Map("care", "could_be", "support", "crisis", "factors", "tips", "no_tips", "treatments", "no_treatments",
		"notes", "no_notes", "ask", "no_ask")
	l.wantCare(m)
	l.under("care")
	l.wantFlag(m, "support", func(f *Findings) bool { return f.Support })
	l.under("support")
	l.wantFlag(m, "crisis", func(f *Findings) bool { return f.Crisis })
	l.under("crisis")
	l.wantFactors(m.Maybe("factors").Map("present", "absent", "unknown", "because"))
	l.under("factors")
	l.wantTips(m.Maybe("tips"))
	l.under("tips")
	l.wantTreatments(m.Maybe("treatments"))
	l.under("treatments")
	l.addStates(m.Maybe("no_tips"), l.tips(), notShown)
	l.under("no_tips")
	l.addStates(m.Maybe("no_treatments"), l.treatments(), notShown)
	l.under("no_treatments")
	l.addStates(m.Maybe("notes"), l.notes(), shown)
	l.under("notes")
	l.addStates(m.Maybe("no_notes"), l.notes(), notShown)
	l.under("no_notes")
	l.addStates(m.Maybe("ask"), l.ask(), shown)
	l.under("ask")
	l.addStates(m.Maybe("no_ask"), l.ask(), notShown)
	l.under("no_ask")
}

func (l *caseLoader) wantFlag(m strict.Map, key string, got func(*Findings) bool) {
	if m.Has(key) {
		l.add(key, strconv.FormatBool(m.MaybeBool(key)), func(f *Findings) string { return strconv.FormatBool(got(f)) })
	}
}

func (l *caseLoader) wantCare(m strict.Map) {
	care := m.Get("care").Map("level", "because", "also")
	levels := idsOf(l.Levels, func(level *Level) string { return level.ID })
	level, ok := known(care.Get("level"), "level of care", append(slices.Clone(levels), Undecided))
	if !ok {
		return
	}
	l.add("care", level, func(f *Findings) string { return f.Care.ID() })
	if care.Has("because") {
		l.addBecause("care", care.Get("because"), func(f *Findings) Because { return f.Care.Because })
	}
	if care.Has("also") {
		l.addMore("care: further sentences", strconv.Itoa(care.Get("also").Int()),
			func(f *Findings) string { return strconv.Itoa(len(f.Care.Also)) })
	}
	switch {
	case m.Has("could_be"):
		could := m.Get("could_be").Map("level", "questions")
		if level, ok = known(could.Get("level"), "level of care", levels); ok {
			l.wantCouldBe(level, could.Maybe("questions"))
		}
	case level == Undecided:
		m.Node().Faultf("care is undecided here: \"could_be\" must say what the open answers could bring")
	default:
		l.wantCouldBe(level, strict.Node{})
	}
}

func (l *caseLoader) wantCouldBe(level string, questions strict.Node) {
	var open []string
	for _, node := range questions.Items() {
		if place, ok := l.scope().question(node); ok {
			open = append(open, l.Vocabulary.Question(place).ID)
		}
	}
	l.addMore("could be", level, func(f *Findings) string { return f.Care.CouldBe.ID })
	l.addMore("could be, by the questions", list(open), func(f *Findings) string {
		return list(idsOf(f.Care.Open, func(place int) string { return l.Vocabulary.Question(place).ID }))
	})
}

func (l *caseLoader) wantFactors(m strict.Map) {
	factors := l.factors()
	because := func(id string, want strict.Node) {
		at := slices.Index(factors.ids, id)
		l.addBecause("factor "+id, want, func(f *Findings) Because { return f.Factors[at].Because })
	}
	for _, pair := range m.Maybe("present").Pairs() {
		if id, ok := l.addState(pair.Key, factors, present); ok {
			because(id, pair.Value)
		}
	}
	l.addStates(m.Maybe("absent"), factors, absent)
	l.addStates(m.Maybe("unknown"), factors, unknown)
	for _, pair := range m.Maybe("because").Pairs() {
		if id, ok := known(pair.Key, factors.kind, factors.ids); ok {
			because(id, pair.Value)
		}
	}
}

func (l *caseLoader) wantTips(node strict.Node) {
	for _, pair := range node.Pairs() {
		state := everybody
		if len(pair.Value.Pairs()) > 0 {
			state = calledFor
		}
		if id, ok := l.addState(pair.Key, l.tips(), state); ok {
			l.addBecause("tip "+id, pair.Value, func(f *Findings) Because { tip, _ := f.tip(id); return tip.Because })
		}
	}
}

func (l *caseLoader) wantTreatments(node strict.Node) {
	for _, pair := range node.Pairs() {
		details := pair.Value.Map("for", "follow_up", "cautions")
		id, ok := l.addState(pair.Key, l.treatments(), shown)
		if !ok {
			continue
		}
		of := func(f *Findings) TreatmentFinding { t, _ := f.treatment(id); return t }
		if details.Has("for") {
			l.addMarks("treatment "+id+" for", details.Get("for"), func(f *Findings) []string { return of(f).For })
			l.addMarks("treatment "+id+" to follow up", details.Maybe("follow_up"), func(f *Findings) []string { return of(f).FollowUp })
		} else if details.Has("follow_up") {
			details.Get("follow_up").Faultf("\"follow_up\" needs \"for\" beside it: all the marks that the treatment is for")
		}
		l.wantCautions("treatment "+id, details.Maybe("cautions"), of)
	}
}

// addMarks adds a check of a list of marks; with none written there must be none.
func (l *caseLoader) addMarks(what string, node strict.Node, got func(*Findings) []string) {
	marks, mask, ok := l.Vocabulary.Question(l.marks), uint64(0), true
	if !node.IsZero() {
		mask, ok = l.choices(marks, node)
	}
	if ok {
		l.addMore(what, list(marks.IDs(mask)), func(f *Findings) string { return list(got(f)) })
	}
}

// wantCautions checks the cautions beside a treatment. What such a check covers
// is the caution, whatever treatment it stands beside.
func (l *caseLoader) wantCautions(what string, node strict.Node, of func(*Findings) TreatmentFinding) {
	ids := idsOf(l.Cautions, func(c *Caution) string { return c.ID })
	for _, pair := range node.Pairs() {
		id, ok := known(pair.Key, "caution", ids)
		state, good := known(pair.Value, "status", statuses)
		if !ok || !good {
			continue
		}
		key := "caution " + id
		got := func(f *Findings) string { return of(f).caution(id) }
		l.checks = append(l.checks, check{what + ", " + key, state, got, key + ": " + state})
	}
}
