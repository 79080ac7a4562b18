package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// why tells why a question is asked, where that is known from, what its words
// mean, and all its keys.
type why struct {
	page
	asked  question // to go back to, as it was
	source func(id string) string
}

func newWhy(q question) why {
	guideline := q.session.Protocol().Guideline
	return why{asked: q, source: func(id string) string { return guideline.Source(id).Title }}
}

func (s why) fit(c canvas) screen {
	s.canvas, s.lines = c, nil
	s.asked = s.asked.fit(c).(question)
	q := s.asked.session.Question()
	s.say("", q.Why)
	s.say("How to tell", q.Hint)
	for i, t := range s.asked.session.Protocol().Terms(q) {
		s.say(onlyFirst(i, "Words"), t.Term+": "+t.Plain)
	}
	for i, id := range q.Sources {
		s.say(onlyFirst(i, "Where this comes from"), "- "+s.source(id))
	}
	l, all := c.language, s.asked.allKeys()
	for i := range all.number() {
		k := all.at(i)
		s.say(onlyFirst(i, "Keys"), named(l, k)+": "+l.Say(does(k)))
	}
	return s
}

func onlyFirst(i int, heading words.Text) words.Text {
	if i == 0 {
		return heading
	}
	return "-"
}

// say adds a text under a heading; "" is none, "-" the one above.
func (s *why) say(heading words.Text, text string) {
	if text == "" {
		return
	}
	if heading != "" && heading != "-" {
		s.lines = append(s.lines, "", s.canvas.look.strong.Render(s.canvas.language.Say(heading)))
	}
	s.lines = append(s.lines, wrap(text, s.canvas.text())...)
}

func (s why) update(msg tea.Msg) (screen, step) {
	if _, ok := msg.(tea.KeyPressMsg); !ok {
		return s, nil
	}
	if shown := s.frame(); !s.fits(shown) {
		if page, ok := s.scroll(msg, shown); ok {
			s.page = page
			return s, nil
		}
	}
	return s.asked, nil
}

func (s why) frame() frame {
	f := frame{title: s.canvas.language.Say("Why we ask"), body: s.lines, offset: s.offset, commands: commands{keys: []key.Binding{keys.anyKey, keys.scroll}}}
	if s.fits(f) {
		f.keys = []key.Binding{keys.anyKey}
	}
	return f
}

// crisis says where to find help right now, before all else.
type crisis struct {
	page
	title, says string
}

func newCrisis(s quiz.Session) crisis {
	help := s.Protocol().Guideline.Crisis
	return crisis{title: help.Title, says: help.Says}
}

func (s crisis) fit(c canvas) screen {
	s.canvas = c
	s.lines = append(drawn(c.look.warning, s.says, c.text()), "", c.language.Say("Press Enter to go on."))
	return s
}

func (s crisis) update(msg tea.Msg) (screen, step) {
	if page, ok := s.scroll(msg, s.frame()); ok {
		s.page = page
		return s, nil
	}
	if pressed, ok := msg.(tea.KeyPressMsg); ok && key.Matches(pressed, keys.goOn) {
		return s, func(m *model) tea.Cmd { m.onward(); return nil }
	}
	return s, nil
}

func (s crisis) frame() frame {
	return frame{title: s.title, body: s.lines, offset: s.offset, commands: commands{keys: []key.Binding{keys.goOn, keys.stop}}}
}
