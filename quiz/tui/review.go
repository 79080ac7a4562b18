package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// labelColumn is how wide labels are at least in the review where answers stand
// beside them; sideBySide is the width from which they do.
const (
	labelColumn = 24
	sideBySide  = 60
)

// review lists every question asked and what was answered, each editable, and
// at the end the way to the result.
type review struct {
	session quiz.Session
	asked   []int
	at      int // into asked; len(asked) is the result
	column  int // how wide the labels are
	canvas  canvas
	shown   frame
}

// newReview points at the question with this id, or at the first one.
func newReview(s quiz.Session, id string) review {
	r := review{session: s, asked: s.Asked(), column: labelColumn}
	for i, place := range r.asked {
		q := &s.Protocol().Questions[place]
		if r.column = max(r.column, lipgloss.Width(q.Label)+2); q.ID == id {
			r.at = i
		}
	}
	return r
}

func (s review) fit(c canvas) screen {
	s.canvas = c
	return s.settled()
}

func (s review) update(msg tea.Msg) (screen, step) {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	page := max(1, s.shown.room(s.canvas)/2)
	switch {
	case key.Matches(pressed, keys.up):
		s.at--
	case key.Matches(pressed, keys.down):
		s.at++
	case key.Matches(pressed, keys.pageUp):
		s.at -= page
	case key.Matches(pressed, keys.pageDown):
		s.at += page
	case key.Matches(pressed, keys.top):
		s.at = 0
	case key.Matches(pressed, keys.bottom):
		s.at = len(s.asked)
	case key.Matches(pressed, keys.back):
		return s, goBack(draft{})
	case key.Matches(pressed, keys.result), key.Matches(pressed, keys.edit) && s.at == len(s.asked):
		return s, finish
	case key.Matches(pressed, keys.edit):
		return s, edit(s.asked[s.at])
	}
	s.at = max(0, min(s.at, len(s.asked)))
	return s.settled(), nil
}

// edit asks question i again.
func edit(i int) step {
	return func(m *model) tea.Cmd {
		m.at = m.session.Protocol().Questions[i].ID
		m.move(m.session.Edit(i))
		m.onward()
		return nil
	}
}

// finish builds the report and shows it.
func finish(m *model) tea.Cmd {
	m.report = m.o.Build(m.session.Result())
	m.page = m.report
	m.show(newResult(m.session, m.page, m.o))
	return nil
}

func (s review) settled() review {
	l := s.canvas.language
	f := frame{
		title: l.Say("Your answers"), offset: s.shown.offset,
		commands: commands{keys: []key.Binding{keys.edit, keys.result, keys.back, keys.move, keys.stop}},
	}
	f.body = append(wrap(l.Say("Look over your answers. You can change each one."), s.canvas.text()), "")
	top, bottom, section := 0, 0, ""
	for i, place := range s.asked {
		q := &s.session.Protocol().Questions[place]
		start := len(f.body)
		if q.Section.Title != section {
			section = q.Section.Title
			f.body = append(f.body, drawn(s.canvas.look.title, section, s.canvas.text())...)
		}
		f.body = append(f.body, s.row(i == s.at, q.Label, said(l, q, s.session.Answer(place)))...)
		if i == s.at {
			top, bottom = start, len(f.body)
		}
	}
	f.body = append(f.body, "")
	if s.at == len(s.asked) {
		top, bottom = len(f.body), len(f.body)+1
	}
	f.body = append(f.body, s.pointer(s.at == len(s.asked))+s.labelStyle(s.at == len(s.asked)).Render(l.Say("Show my result")))
	if bottom <= f.room(s.canvas) {
		top = 0
	}
	f.offset = f.follow(s.canvas, top, bottom)
	s.shown = f
	return s
}

func (s review) pointer(here bool) string {
	if here {
		return s.canvas.look.pointed.Render("> ")
	}
	return "  "
}

func (s review) labelStyle(here bool) lipgloss.Style {
	if here {
		return s.canvas.look.pointed
	}
	return s.canvas.look.strong
}

// row is one answer: the label and beside it, or below where it is narrow, the
// words.
func (s review) row(here bool, label, said string) []string {
	width := s.canvas.text()
	if width < sideBySide || s.column > width/2 {
		head := shifted(drawn(s.labelStyle(here), label, width-2), 2)
		head[0] = s.pointer(here) + head[0][2:]
		return append(head, shifted(wrap(said, width-4), 4)...)
	}
	lines := wrap(said, width-2-s.column)
	lead := strings.Repeat(" ", s.column-lipgloss.Width(label))
	head := s.pointer(here) + s.labelStyle(here).Render(label) + lead + lines[0]
	return append([]string{head}, shifted(lines[1:], 2+s.column)...)
}

// said is an answer in words. Of the sensitive one it says only whether it was given:
// others may look at this list.
func said(l words.Language, q *quiz.Question, a quiz.Answer) string {
	switch {
	case q.Sensitive && a.State == quiz.Answered:
		return l.Say("Answered (not saved, not printed)")
	case q.Sensitive:
		return l.Say(quiz.Unanswered.Words())
	case a.State != quiz.Answered:
		return l.Say(a.State.Words())
	case q.Kind == rules.Text:
		return a.Text
	default:
		return strings.Join(q.Words(a.Chosen), "; ")
	}
}

func (s review) frame() frame { return s.shown }
