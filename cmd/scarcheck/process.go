package main

import (
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
)

// process is all of the outside that the program touches, as a value: tests
// run the same program with another one.
type process struct {
	args   []string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	env    []string
	now    time.Time
	screen bool // standard input and output are both a terminal
	spare  bool // standard error is a terminal, and standard output is none
	width  int  // of the terminal, 0 if standard output is none
}

// here is the process as the operating system started it.
func here() process {
	p := process{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.Environ(), now: time.Now(),
		screen: term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
		spare:  term.IsTerminal(os.Stderr.Fd()) && !term.IsTerminal(os.Stdout.Fd()),
	}
	if width, _, err := term.GetSize(os.Stdout.Fd()); err == nil {
		p.width = width
	}
	return p
}

// getenv returns the last value set for a variable, "" if there is none.
func (p *process) getenv(name string) string {
	value := ""
	for _, entry := range p.env {
		if key, v, ok := strings.Cut(entry, "="); ok && key == name {
			value = v
		}
	}
	return value
}

// clock is the time of the assessment; SOURCE_DATE_EPOCH fixes it, so that the
// same answers give the same bytes.
func (p *process) clock() time.Time {
	if seconds, err := strconv.ParseInt(p.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return p.now
}

// version is the version of the module as it was built.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
