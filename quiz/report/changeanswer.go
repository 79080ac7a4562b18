package report

import (
	"slices"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// AnswerChange is a question answered otherwise in two assessments, or asked
// in one of them only, in the words of each.
type AnswerChange struct {
	Question string   `json:"question"`
	Label    string   `json:"label"`
	WasLabel string   `json:"was_label,omitempty"` // where that was another
	Was      Said     `json:"was"`
	Now      Said     `json:"now"`
	New      []string `json:"new,omitempty"`  // choices made only now, where others stayed
	Gone     []string `json:"gone,omitempty"` // choices made only before, where others stayed
}

// Said is how a question was met.
type Said struct {
	State  string   `json:"state"`  // "answered", how it was left open, or NotAsked
	Answer []string `json:"answer"` // one text a choice, or the person's own words

	Choices []string `json:"choices,omitempty"` // the ids of the choices, in Since alone
}

// NotAsked is the state of a question that was not asked.
const NotAsked = "not-asked"

// askedOnce reports whether only one of the assessments has the question.
func (a *AnswerChange) askedOnce() bool {
	return (a.Was.State == NotAsked) != (a.Now.State == NotAsked)
}

// met is a question as it stands in one report.
type met struct {
	*Question
	ids []string // of the choices, in the order of the texts
}

// pair is a question in two reports; where one did not ask it, its Question is
// nil.
type pair struct {
	was, now met
	same     bool // both are of one protocol
	foreign  bool // they are in two languages, so that other words mean nothing
}

// sideBySide pairs the questions of two reports: those of the later one in its
// order, then those that only the earlier one has.
func sideBySide(before, after *Report) []pair {
	var pairs []pair
	seen := map[string]bool{}
	same, foreign := before.Protocol.Hash == after.Protocol.Hash, before.Language != after.Language
	for _, r := range [...]*Report{after, before} {
		for _, q := range r.Text.Questions {
			if seen[q.ID] || q.Free && (before.Redrawn || after.Redrawn) {
				continue
			}
			seen[q.ID] = true
			pairs = append(pairs, pair{before.met(q.ID), after.met(q.ID), same, foreign})
		}
	}
	return pairs
}

func (r *Report) met(question string) met {
	m := met{Question: r.question(question)}
	for _, a := range r.Answers {
		if a.Question == question {
			m.ids = a.Values
		}
	}
	if m.Question == nil || len(m.ids) != len(m.Answer) {
		m.ids = nil // there are none, or the report was changed by hand
	}
	return m
}

func (m *met) said() Said {
	if m.Question == nil {
		return Said{State: NotAsked, Answer: []string{}}
	}
	return Said{State: m.State, Answer: m.Answer}
}

// change is how the answer changed, if it did. The same choices in other words
// are no change, and neither are other ids for the same words.
func (p *pair) change() (AnswerChange, bool) {
	told := p.now.Question
	if told == nil {
		told = p.was.Question
	}
	change := AnswerChange{Question: told.ID, Label: told.Label, Was: p.was.said(), Now: p.now.said()}
	if p.was.Question == nil || p.now.Question == nil {
		return change, true
	}
	if p.was.Label != p.now.Label && !p.foreign {
		change.WasLabel = p.was.Label
	}
	differs := p.was.State != p.now.State || !p.sameAnswer()
	if differs && !p.now.Free && p.was.answered() && p.now.answered() {
		change.New, change.Gone = p.now.only(&p.was), p.was.only(&p.now)
		if len(change.New) == len(p.now.Answer) {
			change.New, change.Gone = nil, nil // nothing stayed
		}
	}
	return change, differs
}

func (p *pair) sameAnswer() bool {
	sameWords := sameSet(p.was.Answer, p.now.Answer)
	if p.now.Free || p.was.ids == nil || p.now.ids == nil {
		return sameWords
	}
	return sameSet(p.was.ids, p.now.ids) || sameWords && !p.same
}

// only are the texts of the choices that the other one has not.
func (m *met) only(other *met) []string {
	var only []string
	for i, text := range m.Answer {
		known := slices.Contains(other.Answer, text)
		if m.ids != nil && other.ids != nil {
			known = known || slices.Contains(other.ids, m.ids[i])
		}
		if !known {
			only = append(only, text)
		}
	}
	return only
}

func sameSet(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// reworded reports whether both protocols have the question and say it, or a
// choice made in both, with other words.
func (p *pair) reworded() bool {
	if p.same || p.foreign || p.was.Question == nil || p.now.Question == nil {
		return false
	}
	if p.was.Label != p.now.Label || p.was.Text != p.now.Text {
		return true
	}
	if p.now.Free || p.was.ids == nil || p.now.ids == nil {
		return false
	}
	for i, id := range p.now.ids {
		byID, byText := slices.Index(p.was.ids, id), slices.Index(p.was.Answer, p.now.Answer[i])
		if byID != byText {
			return true
		}
	}
	return false
}

func (p *pair) rewording() Rewording {
	r := Rewording{Question: p.now.ID, Label: p.now.Label}
	if p.was.Label != p.now.Label {
		r.WasLabel = p.was.Label
	}
	return r
}

// words are what was said, quoted, or how the question was left open.
func (s *Said) words(l words.Language) string {
	switch {
	case s.State == NotAsked:
		return l.Say("not asked")
	case s.State != quiz.Answered.String():
		return `"` + stateWords(l, s.State) + `"`
	case len(s.Answer) == 0:
		return l.Say("answered in own words")
	}
	return quotedList(s.Answer)
}

func quotedList(texts []string) string {
	return `"` + strings.Join(texts, `", "`) + `"`
}
