package report

import (
	"fmt"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// Since is what changed since the assessment before this one: the answers, in
// few words, and the advice. Neither sensitive answers nor those in the
// person's own words are in it.
type Since struct {
	AssessedAt    string         `json:"assessed_at"`              // RFC 3339, of the one before
	OtherProtocol bool           `json:"other_protocol,omitempty"` // the questions or rules changed in between
	Answers       []AnswerChange `json:"answers"`
	Care          *Finding       `json:"care,omitempty"` // if the advice is another
}

// date is the day of the assessment before this one in words.
func (s *Since) date(l words.Language) string { return day(l, time.RFC3339, s.AssessedAt) }

// since compares a report with the one before it.
func since(p *quiz.Protocol, last, r *Report) *Since {
	last = last.in(p)
	secret := secrets(p, last, r)
	last, r = last.without(secret), r.without(secret)
	s := &Since{AssessedAt: last.AssessedAt, OtherProtocol: last.Protocol.Hash != r.Protocol.Hash, Answers: []AnswerChange{}}
	pairs := sideBySide(last, r)
	for i := range pairs {
		pairs[i].was.shorten()
		pairs[i].now.shorten()
		change, differs := pairs[i].change()
		if !differs {
			continue
		}
		s.Answers = append(s.Answers, pairs[i].brief(change))
	}
	if last.Care.Level != r.Care.Level || last.Language == r.Language && last.Care.Title != r.Care.Title {
		s.Care = otherAdvice(last.Care, r.Care)
	}
	return s
}

// brief is a change as it is kept: with ids, to tell it again in another
// language, and without own words.
func (p *pair) brief(change AnswerChange) AnswerChange {
	if p.was.free() || p.now.free() {
		change.Was.Answer, change.Now.Answer = []string{}, []string{}
		return change
	}
	change.Was.Choices, change.Now.Choices = p.was.ids, p.now.ids
	return change
}

// otherAdvice is that the advice is another, by its titles.
func otherAdvice(was, now Care) *Finding {
	care, _ := difference(item{kind: "care", id: "care", name: was.Title, state: was.Level}, item{kind: "care", id: "care", name: now.Title, state: now.Level}, false)
	return &care
}

// shorten puts few words in place of many, where there are such.
func (m *met) shorten() {
	if m.Question != nil && len(m.Short) > 0 && len(m.Short) == len(m.Answer) {
		short := *m.Question
		short.Answer = m.Short
		m.Question = &short
	}
}

func (m *met) free() bool { return m.Question != nil && m.Free }

// sinceForDoctor tells the changes as fully as the detail allows.
func (r *Report) sinceForDoctor(d Detail) Section {
	switch s := r.since(); {
	case len(s.Blocks) == 0 || d >= Titles: // there the last line speaks of them
		return Section{}
	case d < ShortWords || r.Since.empty():
		return s
	case d < RunTogether:
		s.Blocks[0].Text = r.Since.sentence(r.Language, r.Since.labels(r.Language))
		return s
	default:
		return Section{ID: "since", Blocks: []Block{{Text: r.Language.Sayf("Since %s: changes follow on the next pages.", r.Since.date(r.Language))}}}
	}
}

// sinceForPerson tells the changes in full where the first page does not.
func (r *Report) sinceForPerson(d Detail) Section {
	if d < ShortWords {
		return Section{}
	}
	return r.since()
}

// since tells the changes in full.
func (r *Report) since() Section {
	if r.Since == nil {
		return Section{}
	}
	return Section{"since", r.Language.Say("What changed"), []Block{{Text: r.Since.sentence(r.Language, r.Since.answers(r.Language))}}}
}

func (s *Since) empty() bool { return len(s.Answers) == 0 && s.Care == nil }

// sentence tells of the answers as given, and then of the advice.
func (s *Since) sentence(l words.Language, parts []string) string {
	if s.Care != nil {
		parts = append(parts, l.Sayf(`advice was "%s", now "%s"`, s.Care.was(), s.Care.Name))
	}
	if s.empty() {
		parts = l.Each("the same answers and the same advice")
	}
	text := l.Sayf("Since your last assessment of %s: %s.", s.date(l), strings.Join(parts, "; "))
	if s.OtherProtocol {
		text += " " + l.Say("The questions or rules changed in between.")
	}
	return text
}

// labels names the questions with other answers.
func (s *Since) labels(l words.Language) []string {
	var labels []string
	for _, a := range s.Answers {
		labels = append(labels, a.Label)
	}
	if len(labels) == 0 {
		return nil
	}
	return []string{l.Sayf("other answers to %s (in full on the next pages)", strings.Join(labels, ", "))}
}

// answers tells of the choices that are new and that are gone, and of answers
// that are others altogether.
func (s *Since) answers(l words.Language) []string {
	var fresh, gone, changed []string
	for i := range s.Answers {
		a := &s.Answers[i]
		if len(a.New)+len(a.Gone) == 0 {
			changed = append(changed, a.fromTo(l))
			continue
		}
		fresh = appendAbout(fresh, a.New, a.Label)
		gone = appendAbout(gone, a.Gone, a.Label)
	}
	var parts []string
	for _, part := range [...]struct {
		text words.Text
		list []string
	}{{"new: %s", fresh}, {"no longer reported: %s", gone}, {"changed: %s", changed}} {
		if len(part.list) > 0 {
			parts = append(parts, l.Sayf(part.text, strings.Join(part.list, ", ")))
		}
	}
	return parts
}

// appendAbout adds the texts, with the question they answer.
func appendAbout(list, texts []string, label string) []string {
	if len(texts) == 0 {
		return list
	}
	return append(list, fmt.Sprintf("%s (%s)", quotedList(texts), label))
}

// fromTo tells an answer that is another one altogether.
func (a *AnswerChange) fromTo(l words.Language) string {
	was, now := a.Was.words(l), a.Now.words(l)
	if was == now {
		return l.Sayf("%s (in own words)", a.Label)
	}
	return l.Sayf("%s (was %s, now %s)", a.Label, was, now)
}
