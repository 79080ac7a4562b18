package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz/words"
)

// leave asks what is to stay in the window, because others may use this
// computer.
type leave struct {
	result result // to go back to
	canvas canvas
	start  draft
	field  *field
}

const (
	keepPage = iota
	keepNothing
	stayHere
	forget // only where something is kept
)

var leaveLabels = [...]words.Text{
	keepPage:    "Keep the page in this window, to read or copy",
	keepNothing: "Leave nothing in this window",
	stayHere:    "Go back to the result",
	forget:      "Leave nothing here at all: forget these answers too, as on a shared computer",
}

// choices are what can be chosen, in the order shown.
func (s leave) choices() []int {
	if s.result.remembered {
		return []int{keepPage, keepNothing, forget, stayHere}
	}
	return []int{keepPage, keepNothing, stayHere}
}

func (s leave) shape() shape {
	var labels []string
	for _, choice := range s.choices() {
		labels = append(labels, s.canvas.language.Say(leaveLabels[choice]))
	}
	return shape{labels: labels}
}

func newLeave(from result) leave { return leave{result: from} }

func (s leave) fit(c canvas) screen {
	s.canvas = c
	s.result = s.result.fit(c).(result)
	if s.field != nil {
		s.start = s.field.draft()
	}
	s.field = newField(s.shape(), s.start, c.text(), c.look)
	return s
}

func (s leave) update(msg tea.Msg) (screen, step) {
	pressed, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case key.Matches(pressed, keys.back):
		return s.result, nil
	case key.Matches(pressed, keys.choose):
		choice := s.choices()[s.field.pointer()]
		if choice == stayHere {
			return s.result, nil
		}
		return s, func(m *model) tea.Cmd {
			m.keep, m.forget = choice == keepPage, choice == forget
			return m.quit()
		}
	default:
		s.field.press(pressed)
	}
	return s, nil
}

func (s leave) frame() frame {
	l := s.canvas.language
	f := frame{title: l.Say("Leave"), commands: commands{keys: []key.Binding{keys.choose, keys.back, keys.move, keys.stop}}}
	if !s.result.kept {
		f.stay = wrap(l.Say("The page is neither saved nor printed."), s.canvas.text())
	}
	if s.result.remembered && s.canvas.alert == "" {
		f.stay = append(f.stay, wrap(l.Say("Your answers are kept on this computer, for you alone."), s.canvas.text())...)
	}
	f.stay = append(f.stay, drawn(s.canvas.look.strong, l.Say("What should stay here when you leave?"), s.canvas.text())...)
	f.choices(s.canvas, s.field)
	return f
}
