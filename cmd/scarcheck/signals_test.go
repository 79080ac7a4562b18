//go:build !windows

package main

import (
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"scarcheck/quiz/history"
)

// stops are the signals that end the program in good order.
var stops = []struct {
	name   string
	signal syscall.Signal
}{
	{"interrupt", syscall.SIGINT}, {"a request to stop", syscall.SIGTERM}, {"the session ends", syscall.SIGHUP},
}

const stillKept = "stopped; your answers so far are kept"

// answeredIn is how many answers the draft under a home folder holds. It fails
// unless the draft is whole.
func answeredIn(t *testing.T, home string) int {
	t.Helper()
	d, err := history.ParseDraft(newSurvivor(t, 0).p, []byte(content(t, draftIn(home))))
	if err != nil {
		t.Fatal(err)
	}
	return d.Answered()
}

// twoAnswers sits down, starts, and gives two answers.
func twoAnswers(t *testing.T) *person {
	t.Helper()
	p := sit(t, 80, 24, everything)
	p.start()
	p.answer()
	p.answer()
	p.onScreen()
	return p
}

func TestSignalsOnTheScreen(t *testing.T) {
	for _, row := range stops {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			p := twoAnswers(t)
			if err := p.command.Process.Signal(row.signal); err != nil {
				t.Fatal(err)
			}
			if code := p.exits(); code != exitInterrupted {
				t.Errorf("exit code %d", code)
			}
			p.expectRestored()
			if !strings.Contains(p.written(), stillKept) {
				t.Errorf("it does not say that the answers are kept:\n%q", p.written())
			}
			if n := answeredIn(t, p.folder); n != 2 {
				t.Errorf("%d answers are kept", n)
			}
		})
	}
}

func TestSignalsInLineMode(t *testing.T) {
	for _, row := range stops {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			p := speak(t, t.TempDir())
			p.tells("2")
			p.tells("1")
			p.hears("Question 3 of")
			if err := p.command.Process.Signal(row.signal); err != nil {
				t.Fatal(err)
			}
			if code := p.exits(); code != exitInterrupted || !strings.Contains(p.all(), stillKept) {
				t.Errorf("exit code %d; it said\n%s", code, p.all())
			}
			if n := answeredIn(t, p.home); n != 2 {
				t.Errorf("%d answers are kept", n)
			}
		})
	}
}

// The window is closed: the terminal is gone, and with it whatever the program
// still writes.
func TestWindowClosed(t *testing.T) {
	for _, args := range [][]string{nil, {"--plain"}} {
		t.Run(strings.Join(append([]string{"scarcheck"}, args...), " "), func(t *testing.T) {
			t.Parallel()
			p := &person{terminal: open(t, 80, 24, nil, args...), session: newSurvivor(t, 0).p.Start()}
			if args == nil {
				p.start()
				p.press("d", "d")
				p.sees("Question 3")
			} else {
				p.press("d\r", "d\r")
				p.until("the third question", func() bool { return strings.Contains(p.written(), "Question 3") })
			}
			p.pty.Close()
			done := make(chan struct{})
			go func() { _ = p.command.Wait(); close(done) }()
			p.until("the end", func() bool {
				select {
				case <-done:
					return true
				default:
					return false
				}
			})
			if code := p.command.ProcessState.ExitCode(); code != exitInterrupted && code != exitStopped {
				t.Errorf("it ended with %v", p.command.ProcessState)
			}
			if n := answeredIn(t, p.folder); n != 2 {
				t.Errorf("%d answers are kept", n)
			}
		})
	}
}

// inShell runs the program under a shell with jobs, as people do.
func inShell(t *testing.T, args string) *person {
	t.Helper()
	script := built(t) + args + "; echo stopped: $?; read -r answer; fg; echo ended: $?"
	tt := openCommand(t, 80, 24, nil, exec.Command("/bin/sh", "-mc", script))
	return &person{terminal: tt, session: newSurvivor(t, 0).p.Start()}
}

// child is the process that the shell runs in the foreground of the terminal.
func (p *person) child() int {
	p.t.Helper()
	group, err := unix.IoctlGetInt(int(p.pty.Fd()), unix.TIOCGPGRP)
	if err != nil {
		p.t.Fatal(err)
	}
	return group
}

// In a window of its own there is nobody to come back from: Ctrl+Z does nothing,
// and the window does not die.
func TestNoShellToStopFor(t *testing.T) {
	p := twoAnswers(t)
	p.press("\x1a")
	p.answer()
	p.onScreen()
}

// Ctrl+Z, or a signal to stop for a while, and back: the shell has its terminal
// meanwhile, and afterwards the question stands there as before.
func TestStoppedForAWhile(t *testing.T) {
	for _, row := range []struct {
		name string
		stop func(p *person)
	}{
		{"Ctrl+Z", func(p *person) { p.press("\x1a") }},
		{"SIGTSTP", func(p *person) { _ = syscall.Kill(p.child(), syscall.SIGTSTP) }},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := inShell(t, "")
			p.start()
			p.press("d", "d")
			p.sees("Question 3")
			row.stop(p)
			p.sees("stopped: 147")
			p.expectRestored()
			p.press("\r")
			p.sees("Question 3")
			p.press("d")
			p.sees("Question 4")
			p.press(ctrlC)
			p.sees("ended: 130")
			p.expectRestored()
			if n := answeredIn(t, p.folder); n != 3 {
				t.Errorf("%d answers are kept", n)
			}
		})
	}
}
