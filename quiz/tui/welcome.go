package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
)

// welcome says what this is and is not, before the first question.
type welcome struct {
	page
	protocol *quiz.Protocol
	begun    bool // there are answers from an earlier time
}

// begun reports whether a question was answered.
func begun(s quiz.Session) bool {
	return slices.ContainsFunc(s.Asked(), func(i int) bool { return s.Answer(i).State != quiz.Unanswered })
}

// goesOn is said in place of the welcome to somebody who has seen it.
var goesOn = []string{
	"You go on where you stopped.",
	"The key Left goes back to the questions before. At the end you can look over all answers.",
}

func (s welcome) fit(c canvas) screen {
	s.canvas, s.lines = c, nil
	paragraphs := s.protocol.Welcome
	if s.begun {
		paragraphs = goesOn
	}
	for i, paragraph := range paragraphs {
		if i > 0 {
			s.lines = append(s.lines, "")
		}
		s.lines = append(s.lines, wrap(paragraph, c.text())...)
	}
	return s
}

func (s welcome) update(msg tea.Msg) (screen, step) {
	if page, ok := s.scroll(msg, s.frame()); ok {
		s.page = page
		return s, nil
	}
	if pressed, ok := msg.(tea.KeyPressMsg); ok && key.Matches(pressed, keys.start) {
		return s, begin
	}
	return s, nil
}

// begin shows the first question, and before it the help that answers given
// earlier call for.
func begin(m *model) tea.Cmd {
	if m.session.Crisis() {
		m.show(newCrisis(m.session))
		return nil
	}
	m.onward()
	return nil
}

func (s welcome) frame() frame {
	f := frame{title: s.protocol.Title, body: s.lines, offset: s.offset, keys: []key.Binding{keys.start, keys.scroll, keys.stop}}
	if s.fits(f) {
		f.keys = []key.Binding{keys.start, keys.stop}
	}
	return f
}
