package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
)

// keeper keeps the session on disk while the next question is read already.
// One save is under way at most: the next key waits for it, so no answer given
// before the last key can be lost.
type keeper struct {
	keep  func(quiz.Session) error // nil where nothing is kept
	done  chan struct{}            // closed when the save under way has ended; nil before the first
	fault error                    // how it ended; read after done
}

// keptMsg says that a save has ended.
type keptMsg struct{}

// start saves a session and returns a command that waits for it.
func (k *keeper) start(s quiz.Session) tea.Cmd {
	if k.keep == nil {
		return nil
	}
	_ = k.wait() // what the last save met was told already
	done := make(chan struct{})
	k.done = done
	go func() {
		defer close(done)
		defer func() {
			if fault := recover(); fault != nil {
				k.fault = &Crash{Kind: fmt.Sprintf("%T", fault)} // the terminal must be put right first
			}
		}()
		k.fault = k.keep(s)
	}()
	return func() tea.Msg {
		<-done
		return keptMsg{}
	}
}

// wait returns how the last save ended, once it has.
func (k *keeper) wait() error {
	if k.done == nil {
		return nil
	}
	<-k.done
	return k.fault
}
