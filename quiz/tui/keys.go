package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/huh/v2"

	"scarcheck/quiz/words"
)

// keyMap is every key of the program. Each command has one name in the footer,
// of which footer.go makes that of the language, and may have more keys; letters count in either case, because Caps Lock is
// easy to miss.
type keyMap struct {
	up, down, pageUp, pageDown, top, bottom     key.Binding
	move, scroll                                key.Binding // what the footer calls the six above
	choose, toggle, next, goOn, start, edit     key.Binding
	back, why, dontKnow, preferNot, skip        key.Binding
	backTyping, whyTyping, dontKnowTyping       key.Binding // while letters are text
	preferNotTyping, skipTyping, aside, letters key.Binding
	result, save, change, leave, space          key.Binding
	print, copy, send                           key.Binding
	saveIt, yes, no, cancel, anyKey, ending     key.Binding
	afresh, language, stop, suspend, hide       key.Binding
}

// bind makes a command: the name of its first key, and what it does.
func bind(name string, does words.Text, keys ...string) key.Binding {
	b := unnamed(keys...)
	b.SetHelp(name, string(does))
	return b
}

// unnamed makes a command that no footer speaks of.
func unnamed(keys ...string) key.Binding {
	for _, k := range keys {
		if upper := strings.ToUpper(k); len(k) == 1 && upper != k {
			keys = append(keys, upper)
		}
	}
	return key.NewBinding(key.WithKeys(keys...))
}

// enter has two keys: a terminal not yet in raw mode turns Enter into a line
// feed, so an Enter typed too early arrives as Ctrl+J.
var enter = []string{"enter", "ctrl+j"}

var keys = keyMap{
	up:       unnamed("up", "k", "ctrl+p"),
	down:     unnamed("down", "j", "ctrl+n"),
	pageUp:   unnamed("pgup"),
	pageDown: unnamed("pgdown"),
	top:      unnamed("home"),
	bottom:   unnamed("end"),
	move:     bind("Up/Down", "move"),
	scroll:   bind("Up/Down", "scroll"),

	choose: bind("Enter", "choose", enter...),
	toggle: bind("Space", "mark", "space", "x"),
	next:   bind("Enter", "next", enter...),
	goOn:   bind("Enter", "go on", enter...),
	start:  bind("Enter", "start", enter...),
	edit:   bind("Enter", "change", enter...),

	back: bind("Left", "back", "left", "shift+tab"),
	why:  bind("?", "why we ask, keys", "?", "f1"),

	dontKnow:  bind("d", "don't know", "d", "f2"),
	preferNot: bind("p", "prefer not to say", "p", "f3"),
	skip:      bind("s", "skip", "s", "f4"),

	backTyping:      bind("Shift+Tab", "back", "shift+tab"),
	whyTyping:       bind("F1", "why we ask, keys", "f1"),
	dontKnowTyping:  bind("F2", "don't know", "f2"),
	preferNotTyping: bind("F3", "prefer not to say", "f3"),
	skipTyping:      bind("F4", "skip", "f4"),
	aside:           bind("Tab", "letters as keys", "tab"),
	letters:         bind("Tab", "type again", "tab"),

	result: bind("f", "show my result", "f"),
	save:   bind("w", "save to a file", "w"),
	change: bind("e", "change answers", "e", "left", "shift+tab"),
	leave:  bind("q", "leave", "q", "enter", "ctrl+j"),

	print: bind("p", "print", "p"),
	copy:  bind("c", "copy", "c"),
	send:  bind("Enter", "print there", enter...),

	space: bind("Space", "page down", "space"),

	saveIt:  bind("Enter", "save", enter...),
	yes:     bind("y", "yes, replace it", "y"),
	no:      bind("n", "no, another name", "n", "esc", "shift+tab"),
	cancel:  bind("Esc", "do not save", "esc", "shift+tab"),
	ending:  bind("Tab", "other kind of file", "tab"),
	anyKey:  bind("Any key", "goes back"),
	stop:    bind("Ctrl+C", "stop", "ctrl+c"),
	suspend: unnamed("ctrl+z"),
	hide:    bind("Ctrl+L", "hide the screen", "ctrl+l"),
	afresh:  bind("n", "start afresh", "n"),

	language: bind("l", "", "l"), // its name is added where it is known
}

// forOne, forMany and forText are the keys of a question.
func (k *keyMap) forOne() commands {
	return commands{
		[]key.Binding{k.choose, k.dontKnow, k.why, k.skip, k.preferNot, k.back},
		[]key.Binding{k.stop, k.move, k.hide},
	}
}

func (k *keyMap) forMany() commands {
	return commands{
		[]key.Binding{k.toggle, k.next, k.dontKnow, k.why, k.preferNot, k.skip, k.back},
		[]key.Binding{k.stop, k.move, k.hide},
	}
}

func (k *keyMap) forText() commands {
	return commands{
		[]key.Binding{k.next, k.skipTyping, k.dontKnowTyping, k.whyTyping, k.preferNotTyping, k.backTyping},
		[]key.Binding{k.aside, k.stop, k.hide},
	}
}

func (k *keyMap) forTextAside() commands {
	return commands{
		[]key.Binding{k.letters, k.skip, k.dontKnow, k.why, k.preferNot, k.back},
		[]key.Binding{k.next, k.stop, k.hide},
	}
}

// forHuh are the keys that reach a field. All others stay unbound: in Huh
// v2.0.3 a filter that matches nothing panics on the next choice, Ctrl+A marks
// choices that exclude each other, Shift+Tab on an invalid field loses the
// focus for good, and Ctrl+E opens an editor even with ExternalEditor(false),
// which is heeded only while help is drawn.
func (k *keyMap) forHuh() *huh.KeyMap {
	m := &huh.KeyMap{}
	m.Select.Up, m.Select.Down, m.Select.Submit = k.up, k.down, k.choose
	m.Select.GotoTop, m.Select.GotoBottom = k.top, k.bottom
	m.MultiSelect.Up, m.MultiSelect.Down, m.MultiSelect.Submit = k.up, k.down, k.next
	m.MultiSelect.GotoTop, m.MultiSelect.GotoBottom = k.top, k.bottom
	m.MultiSelect.Toggle = k.toggle
	m.Text.Submit, m.Input.Submit = k.next, k.next
	return m
}
