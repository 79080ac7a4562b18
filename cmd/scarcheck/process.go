package main

import (
	"io"
	"os"
	"runtime"
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
	locale string // that the system keeps outside the environment, "" if it does not
	now    time.Time
	screen bool // standard input and output are both a terminal
	talks  bool // standard error is a terminal
	spare  bool // standard error is a terminal, and standard output is none
	width  int  // of the terminal in columns, 0 if standard output is none
	height int  // of the terminal in rows, 0 if standard output is none

	// whole are the streams that may lose letters on their way to a terminal.
	whole struct{ stdout, stderr io.Writer }
}

// here is the process as the operating system started it.
func here() process {
	p := process{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.Environ(), now: time.Now(),
		locale: systemLocale(),
		screen: term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
		talks:  term.IsTerminal(os.Stderr.Fd()),
		spare:  term.IsTerminal(os.Stderr.Fd()) && !term.IsTerminal(os.Stdout.Fd()),
	}
	if width, height, err := term.GetSize(os.Stdout.Fd()); err == nil {
		p.width, p.height = p.columns(width), height
	}
	return p
}

// getenv returns the last value set for a variable, "" if there is none.
// Windows knows only one of NO_COLOR and No_Color.
func (p *process) getenv(name string) string {
	value := ""
	for _, entry := range p.env {
		key, v, ok := strings.Cut(entry, "=")
		if ok && (key == name || runtime.GOOS == "windows" && strings.EqualFold(key, name)) {
			value = v
		}
	}
	return value
}

// columns is the width to write lines of on a terminal: its own, or the one
// that COLUMNS asks for. A shell sets COLUMNS for itself; who exports it means
// it.
func (p *process) columns(width int) int {
	const narrowest, widest = 20, 1000 // beyond these it is a slip
	if asked, err := strconv.Atoi(p.getenv("COLUMNS")); err == nil && asked >= narrowest && asked <= widest {
		return asked
	}
	return width
}

// clock is the time of the assessment; SOURCE_DATE_EPOCH fixes it, so that the
// same answers give the same bytes.
func (p *process) clock() time.Time {
	if seconds, err := strconv.ParseInt(p.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return p.now
}

// carried is the protocol that the program carries, so that --version need not
// load it. A test compares.
const carried = "acne-scar@1"

// version is the version of the module as it was built: that of its tag, such
// as 1.2.3, or one that names the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}
