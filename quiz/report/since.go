package report

import (
	"fmt"
	"strings"
	"time"

	"scarcheck/quiz"
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

// Date is the day of the assessment before this one in words.
func (s *Since) Date() string { return day(time.RFC3339, s.AssessedAt) }

// since compares a report with the one before it.
func since(p *quiz.Protocol, last, r *Report) *Since {
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
		if pairs[i].was.free() || pairs[i].now.free() {
			change.Was.Answer, change.Now.Answer = []string{}, []string{}
		}
		s.Answers = append(s.Answers, change)
	}
	if last.Care.Level != r.Care.Level || last.Care.Title != r.Care.Title {
		care, _ := difference(last.items()[0], r.items()[0])
		care.WasText, care.NowText = "", ""
		s.Care = &care
	}
	return s
}

// shorten puts few words in place of many, where there are such.
func (m *met) shorten() {
	if m.Question != nil && len(m.Short) == len(m.Answer) {
		short := *m.Question
		short.Answer = m.Short
		m.Question = &short
	}
}

func (m *met) free() bool { return m.Question != nil && m.Free }

// sinceForDoctor tells the changes as fully as the detail allows.
func (r *Report) sinceForDoctor(d Detail) Section {
	switch s := r.since(); {
	case len(s.Blocks) == 0 || d == Least: // there the last line speaks of them
		return Section{}
	case d < ShortWords || r.Since.empty():
		return s
	case d < RunTogether:
		s.Blocks[0].Text = r.Since.sentence(r.Since.labels())
		return s
	default:
		return Section{ID: "since", Blocks: []Block{{Text: "Since " + r.Since.Date() + ": changes follow on the next pages."}}}
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
	return Section{"since", "What changed", []Block{{Text: r.Since.sentence(r.Since.answers())}}}
}

func (s *Since) empty() bool { return len(s.Answers) == 0 && s.Care == nil }

// sentence tells of the answers as given, and then of the advice.
func (s *Since) sentence(parts []string) string {
	if s.Care != nil {
		parts = append(parts, fmt.Sprintf(`advice was "%s", now "%s"`, s.Care.was(), s.Care.Name))
	}
	if s.empty() {
		parts = []string{"the same answers and the same advice"}
	}
	text := "Since your last assessment of " + s.Date() + ": " + strings.Join(parts, "; ") + "."
	if s.OtherProtocol {
		text += " The questions or rules changed in between."
	}
	return text
}

// labels names the questions with other answers.
func (s *Since) labels() []string {
	var labels []string
	for _, a := range s.Answers {
		labels = append(labels, a.Label)
	}
	if len(labels) == 0 {
		return nil
	}
	return []string{"other answers to " + strings.Join(labels, ", ") + " (in full on the next pages)"}
}

// answers tells of the choices that are new and that are gone, and of answers
// that are others altogether.
func (s *Since) answers() []string {
	var fresh, gone, changed []string
	for i := range s.Answers {
		a := &s.Answers[i]
		if len(a.New)+len(a.Gone) == 0 {
			changed = append(changed, a.fromTo())
			continue
		}
		fresh = appendAbout(fresh, a.New, a.Label)
		gone = appendAbout(gone, a.Gone, a.Label)
	}
	var parts []string
	for _, part := range [...]struct {
		lead string
		list []string
	}{{"new: ", fresh}, {"no longer reported: ", gone}, {"changed: ", changed}} {
		if len(part.list) > 0 {
			parts = append(parts, part.lead+strings.Join(part.list, ", "))
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
func (a *AnswerChange) fromTo() string {
	if a.Was.words() == a.Now.words() {
		return a.Label + " (in own words)"
	}
	return fmt.Sprintf("%s (was %s, now %s)", a.Label, a.Was.words(), a.Now.words())
}
