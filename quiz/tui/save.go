package tui

import (
	"errors"
	"io/fs"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// save asks for a file name and saves the result there.
type save struct {
	result result // to go back to
	canvas canvas
	name   string // to begin with
	kinds  []Ending
	field  *field
	exists bool // a file of this name does; asking whether to replace it
	busy   bool
	note   string
}

// savedMsg is how saving ended.
type savedMsg struct {
	path string
	err  error
}

func newSave(from result, name string, kinds []Ending) save {
	return save{result: from, name: name, kinds: kinds}
}

func (s save) fit(c canvas) screen {
	s.canvas = c
	s.result = s.result.fit(c).(result)
	if s.field != nil {
		s.name = s.field.text
	}
	s.field = newField(shape{kind: rules.Text}, draft{text: s.name}, c.text(), c.look)
	return s
}

func (s save) update(msg tea.Msg) (screen, step) {
	switch msg := msg.(type) {
	case savedMsg:
		return s.saved(msg), nil
	case tea.PasteMsg:
		if !s.busy && !s.exists {
			s.field.press(msg)
		}
	case tea.KeyPressMsg:
		switch {
		case s.busy:
		case s.exists:
			return s.replace(msg)
		default:
			return s.typed(msg)
		}
	}
	return s, nil
}

func (s save) typed(pressed tea.KeyPressMsg) (screen, step) {
	s.note = ""
	switch {
	case key.Matches(pressed, keys.cancel):
		return s.result, nil
	case key.Matches(pressed, keys.saveIt):
		if strings.TrimSpace(s.field.text) == "" {
			s.note = s.canvas.language.Say("There is no name yet. Type one, or press Esc.")
			return s, nil
		}
		s.busy = true
		return s, write(s.field.text, false)
	case key.Matches(pressed, keys.ending):
		return s.nextKind().fit(s.canvas), nil
	}
	s.field.press(pressed)
	return s, nil
}

// kind is the kind of file that the name ends in, -1 if it is none.
func (s save) kind() int {
	at, longest := -1, 0
	for i, kind := range s.kinds {
		if n := len(kind.Name); n > longest && strings.HasSuffix(strings.ToLower(s.field.text), kind.Name) {
			at, longest = i, n
		}
	}
	return at
}

// nextKind gives the name the ending of the next kind of file.
func (s save) nextKind() save {
	name, at := s.field.text, s.kind()
	if at >= 0 {
		name = name[:len(name)-len(s.kinds[at].Name)]
	}
	s.field, s.name = nil, name+s.kinds[(at+1)%len(s.kinds)].Name
	return s
}

func (s save) replace(pressed tea.KeyPressMsg) (screen, step) {
	switch {
	case saysYes(s.canvas.language, pressed):
		s.exists, s.busy = false, true
		return s, write(s.field.text, true)
	case key.Matches(pressed, keys.no):
		s.exists = false
	}
	return s, nil
}

// write saves outside of Update, which must not wait for a disk.
func write(name string, replace bool) step {
	return func(m *model) tea.Cmd {
		name := strings.TrimSpace(name)
		return guarded(func() tea.Msg {
			path, err := m.o.Save(name, m.page, replace)
			return savedMsg{path, err}
		})
	}
}

func (s save) saved(msg savedMsg) screen {
	s.busy = false
	switch {
	case errors.Is(msg.err, fs.ErrExist):
		s.exists = true
		return s
	case msg.err != nil:
		s.note = quiz.Sentence(s.canvas.language, msg.err)
		return s
	}
	s.result.note, s.result.kept = s.canvas.language.Sayf("Saved: %s", msg.path), true
	return s.result
}

func (s save) frame() frame {
	l, width := s.canvas.language, s.canvas.text()
	f := frame{title: l.Say("Save the result"), commands: commands{keys: []key.Binding{keys.saveIt, keys.ending, keys.cancel, keys.stop}}}
	f.body = wrap(l.Say("Type a file name, or take the one below."), width)
	f.body = append(f.body, s.field.blocks()[0]...)
	f.body = append(f.body, wrap(s.about(), width)...)
	switch {
	case s.busy:
		f.note = wrap(l.Say("Saving..."), width)
		f.keys = []key.Binding{keys.stop}
	case s.exists:
		f.note = drawn(s.canvas.look.warning, "! "+l.Say("There is a file of this name already. Replace it?"), width)
		f.keys = []key.Binding{keys.yes, keys.no}
	case s.note != "":
		f.note = drawn(s.canvas.look.warning, "! "+s.note, width)
	}
	return f
}

// about says what the name's ending stands for, and which others there are.
func (s save) about() string {
	l, at := s.canvas.language, s.kind()
	var others []string
	for i, kind := range s.kinds {
		if i != at {
			others = append(others, kind.Name)
		}
	}
	if at < 0 {
		return l.Sayf("End the name in one of %s. Tab does it for you.", strings.Join(others, ", "))
	}
	return l.Sayf("%s is %s. Tab changes it to %s.", s.kinds[at].Name, s.kinds[at].About, strings.Join(others, ", "))
}
