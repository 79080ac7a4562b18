package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"slices"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz/words"
)

// scroll writes a text to standard output. On a terminal that it is taller than
// it goes through the program that PAGER names, and through none without it.
func (a *app) scroll(text []byte) error {
	if pager := a.getenv("PAGER"); pager != "" && a.getenv("TERM") != "dumb" && a.taller(text) {
		err := a.leaf(pager, text)
		if err == nil {
			return nil
		}
		a.say("the program in PAGER cannot be run (%v); here is the text without it", err)
	}
	return a.write(text)
}

// write writes to standard output as it is.
func (a *app) write(text []byte) error {
	if _, err := a.stdout.Write(text); err != nil {
		return failed("writing to standard output: %w", err)
	}
	return nil
}

// taller tells whether a text does not fit on the terminal above a prompt.
// Lines wider than it take several rows.
func (a *app) taller(text []byte) bool {
	if a.width <= 0 || a.height <= 0 {
		return false
	}
	rows := 0
	for line := range bytes.Lines(text) {
		cells := ansi.StringWidth(string(line))
		rows += max(1, (cells+a.width-1)/a.width)
	}
	return rows >= a.height
}

// errNoPager is the error of a pager that is not there, or is no program.
var errNoPager = words.New("there is no such program")

// leaf lets the person turn the pages of a text. It returns an error if they
// saw nothing of it; how the pager ended is its own affair.
func (a *app) leaf(pager string, text []byte) error {
	held := make(chan os.Signal, 1)
	signal.Notify(held, os.Interrupt) // Ctrl+C is for the pager, which does not end by it
	defer signal.Stop(held)
	c := pagerCommand(pager)
	out, text := a.terminal(text)
	c.Stdin, c.Stdout, c.Stderr = bytes.NewReader(text), out, a.stderr
	// less remembers what is searched for, and can save the text or hand it to
	// another program; health answers are not for that.
	c.Env = append(slices.Clone(a.env), "LESSSECURE=1", "LESSHISTFILE=-")
	err := c.Run()
	var exit *exec.ExitError
	switch {
	case !errors.As(err, &exit):
		return err
	case exit.ExitCode() == shellNotExecutable || exit.ExitCode() == shellNotFound:
		return errNoPager
	}
	return nil
}

// The exit codes of a POSIX shell for a command that it could not start.
const (
	shellNotExecutable = 126
	shellNotFound      = 127
)
