package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// result shows the report, what to do first.
type result struct {
	page
	sections []report.Section
	note     string
	kept     bool   // it is in a file or on its way to paper
	printing bool   // there is a way to print
	other    string // the name of a language to tell it in, or ""

	remembered bool // the answers outlive the program
}

// newResult puts the call for help first, which a report leaves out because it
// would give the sensitive answer away on paper.
func newResult(s quiz.Session, r *report.Report, o *Options) result {
	sections := r.Screen()
	if s.Crisis() && r.Text.Crisis == nil {
		help := s.Protocol().Guideline.Crisis
		sections = append([]report.Section{{ID: "crisis", Title: help.Title, Blocks: []report.Block{{Text: help.Says}}}}, sections...)
	}
	shown := result{sections: sections, printing: o.Print != nil, remembered: o.Keep != nil}
	if o.Retell != nil {
		shown.other = o.Other
		if l := s.Protocol().Language; r.Language != l {
			shown.other = l.Name()
		}
	}
	return shown
}

// retell shows the page in the other language, or in the person's own again. The
// report that is kept in the history stays as it is.
func (s result) retell(m *model) tea.Cmd {
	told, ok := m.report, true
	if m.page == m.report {
		told, ok = m.o.Retell(m.report)
	}
	if !ok {
		s.note = m.canvas.language.Say("The page cannot be told in that language.")
		m.show(s)
		return nil
	}
	m.page = told
	shown := newResult(m.session, told, m.o)
	shown.kept = s.kept
	shown.note = m.canvas.language.Sayf("The page is now %s. You save, print and copy it like that.", told.Language.In())
	m.show(shown)
	return nil
}

func (s result) fit(c canvas) screen {
	s.canvas, s.lines = c, nil
	for i, section := range s.sections {
		if i > 0 {
			s.lines = append(s.lines, "")
		}
		style := c.look.title
		if section.ID == "crisis" {
			style = c.look.warning
		}
		s.lines = append(s.lines, drawn(style, strings.ToUpper(section.Title), c.text())...)
		for _, b := range section.Blocks {
			s.lines = append(s.lines, blockLines(c, &b)...)
		}
	}
	f := s.frame()
	s.offset = f.clamp(c, s.offset)
	return s
}

func (s result) update(msg tea.Msg) (screen, step) {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	s.note = ""
	if page, ok := s.scroll(msg, s.frame()); ok {
		s.page = page
		return s, nil
	}
	switch {
	case key.Matches(pressed, keys.space):
		s.page, _ = s.scroll(tea.KeyPressMsg{Code: tea.KeyPgDown}, s.frame())
	case key.Matches(pressed, keys.save):
		return s, func(m *model) tea.Cmd { m.show(newSave(s, m.o.Suggest, m.o.Endings)); return nil }
	case s.printing && key.Matches(pressed, keys.print):
		return s, showPrinting(s)
	case key.Matches(pressed, keys.copy):
		s.note = s.canvas.language.Say("Copied, if this terminal lets programs copy. Other programs can read what is copied.")
		return s, func(m *model) tea.Cmd { return tea.SetClipboard(m.o.Page(m.page)) }
	case s.other != "" && key.Matches(pressed, keys.language):
		return s, s.retell
	case key.Matches(pressed, keys.change):
		return s, func(m *model) tea.Cmd { m.onward(); return nil }
	case key.Matches(pressed, keys.leave):
		return newLeave(s).fit(s.canvas), nil
	}
	return s, nil
}

func (s result) frame() frame {
	f := frame{
		title: s.canvas.language.Say("Your result"), body: s.lines, offset: s.offset,
		commands: commands{
			[]key.Binding{keys.scroll, keys.save, keys.print, keys.leave, keys.copy, keys.change},
			[]key.Binding{keys.space, keys.hide},
		},
	}
	if !s.printing {
		f.keys = slices.Delete(f.keys, 2, 3)
	}
	if s.other != "" {
		f.keys = append(f.keys, changesTo(s.other))
	}
	if s.note != "" {
		f.note = drawn(s.canvas.look.chosen, s.note, s.canvas.text())
	}
	return f
}
