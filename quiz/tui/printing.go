package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
)

// printing asks where to print the page, and hands it over.
type printing struct {
	result result // to go back to
	canvas canvas
	queues []string
	found  bool // the queues are known
	start  draft
	field  *field
	busy   bool
	note   string
}

// queuesMsg are the print queues there are, printedMsg how printing ended.
type (
	queuesMsg  []string
	printedMsg struct {
		became string
		err    error
	}
)

// showPrinting looks for print queues outside of Update, which must not wait.
func showPrinting(from result) step {
	return func(m *model) tea.Cmd {
		m.show(printing{result: from})
		return guarded(func() tea.Msg { return queuesMsg(m.o.Queues()) })
	}
}

// The choices are the default queue, each queue by its name, and not to print.
func (s printing) shape() shape {
	l := s.canvas.language
	labels := []string{l.Say("The usual printer")}
	for _, queue := range s.queues {
		labels = append(labels, l.Sayf("Print queue %s", queue))
	}
	return shape{labels: append(labels, l.Say("Do not print"))}
}

// queue is the queue at the pointer, "" the default one; ok is false for not
// to print.
func (s printing) queue() (name string, ok bool) {
	switch at := s.field.pointer(); {
	case at == 0:
		return "", true
	case at <= len(s.queues):
		return s.queues[at-1], true
	}
	return "", false
}

func (s printing) fit(c canvas) screen {
	s.canvas = c
	s.result = s.result.fit(c).(result)
	if s.field != nil {
		s.start = s.field.draft()
	}
	s.field = newField(s.shape(), s.start, c.text(), c.look)
	return s
}

func (s printing) update(msg tea.Msg) (screen, step) {
	switch msg := msg.(type) {
	case queuesMsg:
		s.queues, s.found, s.field = msg, true, nil
		return s.fit(s.canvas), nil
	case printedMsg:
		s.busy = false
		if msg.err != nil {
			s.note = quiz.Sentence(s.canvas.language, msg.err)
			return s, nil
		}
		s.result.note, s.result.kept = s.canvas.language.Sayf("The page was %s.", msg.became), true
		return s.result, nil
	case tea.KeyPressMsg:
		return s.pressed(msg)
	}
	return s, nil
}

func (s printing) pressed(pressed tea.KeyPressMsg) (screen, step) {
	switch {
	case s.busy:
	case key.Matches(pressed, keys.back):
		return s.result, nil
	case !s.found:
	case key.Matches(pressed, keys.send):
		queue, ok := s.queue()
		if !ok {
			return s.result, nil
		}
		s.busy, s.note = true, ""
		return s, func(m *model) tea.Cmd {
			r := m.page
			return guarded(func() tea.Msg {
				became, err := m.o.Print(r, queue)
				return printedMsg{became, err}
			})
		}
	default:
		s.field.press(pressed)
	}
	return s, nil
}

func (s printing) frame() frame {
	l, width := s.canvas.language, s.canvas.text()
	f := frame{title: l.Say("Print the page"), commands: commands{keys: []key.Binding{keys.send, keys.back, keys.move, keys.stop}}}
	f.stay = drawn(s.canvas.look.strong, l.Say("Where should it be printed?"), width)
	f.stay = append(f.stay, wrap(l.Say("Whoever stands at the printer can read it."), width)...)
	f.choices(s.canvas, s.field)
	switch {
	case s.busy:
		f.note, f.keys = wrap(l.Say("Handing it over..."), width), []key.Binding{keys.stop}
	case !s.found:
		f.note, f.keys = wrap(l.Say("Looking for printers..."), width), []key.Binding{keys.back, keys.stop}
	case s.note != "":
		f.note = drawn(s.canvas.look.warning, "! "+s.note, width)
	}
	return f
}
