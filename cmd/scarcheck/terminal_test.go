//go:build !windows

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// binary builds the program once for all stories on a terminal.
var binary = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "scarcheck-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "scarcheck")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// terminal is the built program in a pseudo-terminal with an emulator behind
// it. The emulator answers no query, as some terminals do not.
type terminal struct {
	t       *testing.T
	folder  string // the working folder of the program
	command *exec.Cmd
	pty     *os.File
	screen  vt10x.Terminal
	mu      sync.Mutex
	raw     bytes.Buffer // all that was written
	closed  chan struct{}
}

// epoch fixes the clock: 23 November 2026, 12:00 UTC.
const epoch = "1795435200"

// patience is how long a story waits for a screen before it fails. It is no
// measure of speed.
const patience = 10 * time.Second

func open(t *testing.T, columns, rows int, env []string, args ...string) *terminal {
	t.Helper()
	return openCommand(t, columns, rows, env, exec.Command(built(t), args...))
}

// openCommand has another command in the terminal, such as a shell.
func openCommand(t *testing.T, columns, rows int, env []string, command *exec.Cmd) *terminal {
	t.Helper()
	tt := &terminal{t: t, folder: t.TempDir(), command: command, screen: vt10x.New(vt10x.WithSize(columns, rows)), closed: make(chan struct{})}
	command.Dir = tt.folder
	command.Env = append([]string{"TERM=xterm-256color", "HOME=" + tt.folder, "PATH=" + os.Getenv("PATH"), "SOURCE_DATE_EPOCH=" + epoch}, env...)
	var err error
	tt.pty, err = pty.StartWithSize(command, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	tt.pty = closable(t, tt.pty)
	go tt.read()
	t.Cleanup(func() {
		_ = tt.command.Process.Kill()
		tt.pty.Close()
		<-tt.closed
	})
	return tt
}

// closable returns the file in a form that Close closes also while it is read.
func closable(t *testing.T, file *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(file.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	syscall.CloseOnExec(fd)
	file.Close()
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), "terminal")
}

func (tt *terminal) read() {
	defer close(tt.closed)
	buffer := make([]byte, 32<<10)
	for {
		n, err := tt.pty.Read(buffer)
		tt.mu.Lock()
		tt.raw.Write(buffer[:n])
		_, _ = tt.screen.Write(buffer[:n])
		tt.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// text is what stands on the screen, one line a row, blanks at the ends cut.
func (tt *terminal) text() string {
	tt.mu.Lock()
	defer tt.mu.Unlock()
	lines := strings.Split(tt.screen.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// written is all that the program ever wrote to the terminal.
func (tt *terminal) written() string {
	tt.mu.Lock()
	defer tt.mu.Unlock()
	return tt.raw.String()
}

// sees waits until all of these stand on the screen, however they wrap.
func (tt *terminal) sees(wanted ...string) {
	tt.t.Helper()
	tt.until("sees "+strings.Join(wanted, " | "), func() bool {
		flat := strings.Join(strings.Fields(tt.text()), " ")
		for _, want := range wanted {
			if !strings.Contains(flat, want) {
				return false
			}
		}
		return true
	})
}

func (tt *terminal) until(what string, holds func() bool) {
	tt.t.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			tt.t.Fatalf("waited in vain: %s; the screen shows:\n%s", what, tt.text())
		}
	}
}

// The keys as a terminal sends them.
const (
	enter    = "\r"
	down     = "\x1b[B"
	left     = "\x1b[D"
	home     = "\x1b[H"
	shiftTab = "\x1b[Z"
	f2       = "\x1bOQ"
	f3       = "\x1bOR"
	f4       = "\x1bOS"
	ctrlC    = "\x03"
	ctrlU    = "\x15"
)

func (tt *terminal) press(keys ...string) {
	tt.t.Helper()
	for _, key := range keys {
		if _, err := tt.pty.WriteString(key); err != nil {
			tt.t.Fatalf("pressing %q: %v", key, err)
		}
		time.Sleep(2 * time.Millisecond) // keys that arrive in one read are one key to some parsers
	}
}

func (tt *terminal) resize(columns, rows int) {
	tt.t.Helper()
	tt.mu.Lock()
	tt.screen.Resize(columns, rows)
	tt.mu.Unlock()
	if err := pty.Setsize(tt.pty, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)}); err != nil {
		tt.t.Fatal(err)
	}
}

// exits waits for the end of the program and returns its exit code.
func (tt *terminal) exits() int {
	tt.t.Helper()
	done := make(chan error, 1)
	go func() { done <- tt.command.Wait() }()
	select {
	case <-done:
	case <-time.After(patience):
		tt.t.Fatalf("the program does not end; the screen shows:\n%s", tt.text())
	}
	<-tt.closed
	return tt.command.ProcessState.ExitCode()
}
