package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// welcome says what this is and is not, before the first question. Where an
// earlier time left answers, it says so instead, and asks whether to go on.
type welcome struct {
	page
	protocol *quiz.Protocol
	told     []string // a paragraph each
	offer    *Offer
	other    string // the name of a language to change to, or ""
}

func newWelcome(o *Options) welcome {
	s := welcome{protocol: o.Session.Protocol(), offer: o.Offer, other: o.Other}
	switch {
	case o.Offer != nil:
		s.told = o.Offer.About
	case begun(o.Session):
		s.told = o.Session.Protocol().Language.Each(goesOn[:]...)
	default:
		s.told = first(o)
	}
	s.told = slices.Concat(o.Notice, s.told)
	return s
}

// first is the welcome to somebody who begins.
func first(o *Options) []string {
	if o.Kept == "" {
		return o.Session.Protocol().Welcome
	}
	return append(slices.Clone(o.Session.Protocol().Welcome), o.Kept)
}

// begun reports whether a question was answered.
func begun(s quiz.Session) bool {
	return slices.ContainsFunc(s.Asked(), func(i int) bool { return s.Answer(i).State != quiz.Unanswered })
}

// goesOn is said in place of the welcome to somebody who has seen it.
var goesOn = [...]words.Text{
	"You go on where you stopped.",
	"The key Left goes back to the questions before. At the end you can look over all answers.",
}

func (s welcome) fit(c canvas) screen {
	s.canvas, s.lines = c, nil
	for i, paragraph := range s.told {
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
	pressed, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case s.other != "" && key.Matches(pressed, keys.language):
		return s, func(m *model) tea.Cmd {
			m.other = true
			return m.quit()
		}
	case s.offer != nil && key.Matches(pressed, keys.afresh):
		return s, func(m *model) tea.Cmd {
			m.show(welcome{protocol: s.protocol, told: first(m.o)})
			return nil
		}
	case key.Matches(pressed, keys.start):
		if s.offer == nil {
			return s, begin
		}
		return s, func(m *model) tea.Cmd {
			m.move(s.offer.Session)
			return begin(m)
		}
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
	f := frame{title: s.protocol.Title, body: s.lines, offset: s.offset}
	f.keys, f.also = []key.Binding{keys.start, keys.scroll, keys.stop}, []key.Binding{keys.hide}
	if s.offer != nil {
		f.keys = []key.Binding{keys.goOn, keys.afresh, keys.scroll, keys.stop}
	}
	if s.other != "" {
		f.keys = slices.Insert(f.keys, len(f.keys)-2, changesTo(s.other))
	}
	if s.fits(f) {
		f.keys = slices.DeleteFunc(f.keys, func(b key.Binding) bool { return b.Help() == keys.scroll.Help() })
	}
	return f
}

// changesTo is the key that changes to the language of this name.
func changesTo(name string) key.Binding {
	k := keys.language
	k.SetHelp(k.Help().Key, name)
	return k
}
