package tui

import (
	"fmt"
	"runtime/debug"
	"strings"

	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz/words"
)

// Crash is a fault of the program itself, caught so that the terminal is put
// right and the session kept. It holds no answer.
type Crash struct {
	Kind  string // the type of what went wrong, never its text, which may hold an answer
	Stack string // the functions and lines where it went wrong, without their arguments
}

// Error names the kind of fault.
func (c *Crash) Error() string { return c.In(words.English) }

// In names the kind of fault in a language.
func (c *Crash) In(l words.Language) string { return l.Sayf("a fault in the program (%s)", c.Kind) }

// CrashOf is the crash of what recover returned, called where it was recovered.
func CrashOf(fault any) *Crash {
	return &Crash{Kind: fmt.Sprintf("%T", fault), Stack: withoutArguments(string(debug.Stack()))}
}

// withoutArguments is a stack as Go prints it, but for the arguments of its
// functions: a choice is a bit of an answer, and stands there as a number.
func withoutArguments(stack string) string {
	var b strings.Builder
	for line := range strings.Lines(stack) {
		if at := strings.LastIndexByte(line, '('); at > 0 && line[0] != '\t' {
			line = line[:at] + "\n"
		}
		b.WriteString(line)
	}
	return b.String()
}

// rescue ends the program in good order after a fault of its own.
func (m *model) rescue(next *tea.Model, cmd *tea.Cmd) {
	fault := recover()
	if fault == nil {
		return
	}
	m.crashed(CrashOf(fault))
	if next != nil {
		*next, *cmd = m, m.quit()
	} else if m.abort != nil {
		m.abort() // drawing can give no command
	}
}

// crashed takes a fault down. The first one counts: others can follow from it.
func (m *model) crashed(c *Crash) {
	if m.crash == nil {
		m.crash = c
	}
	m.interrupted = true
}

// crashMsg tells of a fault outside of Update.
type crashMsg struct{ crash *Crash }

// guarded is a command that may fail by a fault of the program. Bubble Tea
// v2.1.1 would catch it as well, and write its words to the terminal, which may
// hold an answer.
func guarded(work tea.Cmd) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if fault := recover(); fault != nil {
				msg = crashMsg{CrashOf(fault)}
			}
		}()
		return work()
	}
}
