package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz/words"
)

const (
	low   = 13 // rows below which one line of keys must do
	roomy = 15 // rows from which keys that must be named may take a third line
)

// commands are the keys of a screen: those that its footer must name, and those
// that it names where there is room, in each the ones needed most first.
type commands struct{ keys, also []key.Binding }

// number is how many keys there are; at is one of them.
func (c *commands) number() int { return len(c.keys) + len(c.also) }

func (c *commands) at(i int) key.Binding {
	if i < len(c.keys) {
		return c.keys[i]
	}
	return c.also[i-len(c.keys)]
}

// footer lists keys in at most two lines, or one in a low window. Where they
// find no room they are said in fewer words, and then the last ones are left
// out; but the ones that must be named may take a third line.
func (f *frame) footer(c canvas) []string {
	most := 2
	if c.height < low {
		most = 1
	}
	lines, told := f.keyLines(c, does, most)
	if told < f.number() {
		lines, told = f.keyLines(c, inShort, most)
	}
	if told < len(f.keys) && c.height >= roomy {
		lines, _ = f.keyLines(c, inShort, 3)
	}
	return lines
}

// keyLines says as many keys as so many lines hold.
func (f *frame) keyLines(c canvas, say func(key.Binding) words.Text, most int) (lines []string, told int) {
	line, width := "", 0
	for i := range f.number() {
		k := f.at(i)
		item := c.look.key.Render(named(c.language, k)) + " " + c.language.Say(say(k))
		size := ansi.StringWidth(item)
		switch {
		case width == 0:
			line, width = item, size
		case width+2+size <= c.text():
			line, width = line+"  "+item, width+2+size
		case len(lines)+1 < most:
			lines = append(lines, line)
			line, width = item, size
		default:
			return append(lines, line), i
		}
	}
	return append(lines, line), f.number()
}

// yesKey is the letter that a person says yes with.
const yesKey words.Text = "y"

// saysYes reports whether a key says yes, in English or in the language.
func saysYes(l words.Language, pressed tea.KeyPressMsg) bool {
	return key.Matches(pressed, keys.yes) || strings.EqualFold(pressed.Text, l.Say(yesKey))
}

// named is what a key is called in a language. Other letters, F1, Tab, Esc and
// Ctrl+C are the same in all.
func named(l words.Language, k key.Binding) string {
	for _, name := range [...]words.Text{"Enter", "Space", "Left", "Up/Down", "Any key", yesKey} {
		if k.Help().Key == string(name) {
			return l.Say(name)
		}
	}
	return k.Help().Key
}

// does is what a key does.
func does(k key.Binding) words.Text { return words.Text(k.Help().Desc) }

// inShort is what a footer says that a key does, where it is narrow.
func inShort(k key.Binding) words.Text {
	switch does := does(k); does {
	case "prefer not to say":
		return "prefer not"
	case "save to a file":
		return "save"
	case "change answers":
		return "change"
	case "why we ask, keys":
		return "why"
	case "other kind of file":
		return "other kind"
	default:
		return does
	}
}
