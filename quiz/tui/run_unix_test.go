//go:build unix

package tui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// patience is far more than anything here takes.
const patience = 5 * time.Second

// desk is a terminal of 80 by 24 with the program running in it. It answers no
// query, as some terminals do.
type desk struct {
	t      *testing.T
	master *os.File
	screen vt10x.Terminal
	out    chan Outcome
	err    chan error

	mu  sync.Mutex
	raw bytes.Buffer // all that the program wrote
}

var heldOpen []*os.File

func run(t *testing.T, ctx context.Context, environ ...string) *desk {
	t.Helper()
	p := protocol(t)
	return runBuilding(t, ctx, func(a quiz.Answers) *report.Report { return report.Build(p, a, report.Options{Now: noon}) }, environ...)
}

// runBuilding runs with another way to make the report.
func runBuilding(t *testing.T, ctx context.Context, build func(quiz.Answers) *report.Report, environ ...string) *desk {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	master = closable(t, master)
	if err := pty.Setsize(slave, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, master: master, screen: vt10x.New(vt10x.WithSize(80, 24)), out: make(chan Outcome, 1), err: make(chan error, 1)}
	// The program's end stays open: Bubble Tea v2.1.1 may still read from it when
	// Run has returned, and to close a file while it is read is a race.
	heldOpen = append(heldOpen, slave)
	t.Cleanup(func() { master.Close() })
	go d.draw()
	p := protocol(t)
	go func() {
		out, err := Run(ctx, Options{
			Session: p.Start(), In: slave, Out: slave, Environ: append([]string{"TERM=xterm-256color"}, environ...), Theme: Dark,
			Suggest: "page.txt", Build: build,
		})
		d.out <- out
		d.err <- err
	}()
	return d
}

// closable returns the file in a form that Close closes also while it is read.
func closable(t *testing.T, file *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(file.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	file.Close()
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), "terminal")
}

func (d *desk) draw() {
	buf := make([]byte, 4096)
	for {
		n, err := d.master.Read(buf)
		d.mu.Lock()
		d.raw.Write(buf[:n])
		_, _ = d.screen.Write(buf[:n])
		d.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (d *desk) sees(text string) {
	d.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if strings.Contains(d.shows(), text) {
			return
		}
	}
	d.t.Fatalf("the screen does not show %q:\n%s", text, d.shows())
}

func (d *desk) shows() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.screen.String()
}

func (d *desk) types(keys string) {
	d.t.Helper()
	if _, err := io.WriteString(d.master, keys); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) ends() (Outcome, error) {
	d.t.Helper()
	select {
	case out := <-d.out:
		return out, <-d.err
	case <-time.After(patience):
		d.t.Fatal("the program does not end")
		return Outcome{}, nil
	}
}

func TestRunOnATerminal(t *testing.T) {
	d := run(t, t.Context())
	d.sees("Enter start") // the terminal has answered no query
	d.types("\r")
	d.sees("How old are you?")
	d.types("j\r")
	d.sees("Do you have any of these right now?")
	d.types("\x03")
	out, err := d.ends()
	if err != nil || !out.Interrupted || out.Report != nil || out.Session.Answer(0).Chosen != 2 {
		t.Errorf("outcome %+v, error %v", out, err)
	}
}

func TestRunToTheEnd(t *testing.T) {
	d := run(t, t.Context())
	d.sees("Enter start")
	d.types("\r")
	for range 11 {
		d.types("s")
	}
	d.sees("Question 12 of 13")
	d.types("ss")
	d.sees("letters used") // the last question takes text: the second s is typed
	d.types("\r")
	d.sees("Your answers")
	d.types("f")
	d.sees("WHAT TO DO")
	d.types("q")
	d.sees("What should stay here")
	d.types("\r")
	out, err := d.ends()
	if err != nil || out.Interrupted || !out.Keep || out.Report == nil {
		t.Errorf("outcome %+v, error %v", out, err)
	}
}

var colours = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

func TestNoColour(t *testing.T) {
	for _, test := range []struct {
		environ string
		colour  bool
	}{{"", true}, {"NO_COLOR=", true}, {"NO_COLOR=1", false}, {"NO_COLOR=yes", false}} {
		d := run(t, t.Context(), test.environ)
		d.sees("Enter start")
		d.types("\r")
		d.sees("How old are you?")
		d.types("\x03")
		_, _ = d.ends()
		d.mu.Lock()
		found := false
		for _, code := range colours.FindAllString(d.raw.String(), -1) {
			for _, n := range strings.FieldsFunc(strings.Trim(code, "\x1b[m"), func(r rune) bool { return r == ';' || r == ':' }) {
				found = found || len(n) == 2 && strings.ContainsAny(n[:1], "349") || len(n) == 3
			}
		}
		d.mu.Unlock()
		if found != test.colour {
			t.Errorf("%q: colours sent: %v", test.environ, found)
		}
	}
}

// A fault of the program while somebody sits there: the terminal is as it was,
// the answers are there to be kept, and what can be reported holds none of them.
func TestCrashOnATerminal(t *testing.T) {
	d := runBuilding(t, t.Context(), func(a quiz.Answers) *report.Report {
		panic(fmt.Sprintf("deep-few %v", a))
	})
	d.sees("Enter start")
	d.types("\rj\r")
	d.sees("Do you have any of these right now?")
	for range 12 {
		d.types("s")
	}
	d.types("\x1bOS") // F4 skips where letters are typed
	d.sees("Your answers")
	d.types("f")
	out, err := d.ends()
	crash, ok := errors.AsType[*Crash](err)
	if !ok || !out.Interrupted || out.Report != nil || out.Session.Answer(0).Chosen != 2 {
		t.Fatalf("outcome %+v, error %v", out, err)
	}
	if !strings.Contains(crash.Stack, "TestCrashOnATerminal") || strings.Contains(crash.Error()+crash.Stack, "deep-few") {
		t.Errorf("%v\n%s", crash, crash.Stack)
	}
	time.Sleep(50 * time.Millisecond) // what was written last is still being read
	d.mu.Lock()
	defer d.mu.Unlock()
	raw := d.raw.String()
	if !strings.Contains(raw[strings.LastIndex(raw, "\x1b[?1049h"):], "\x1b[?1049l") || strings.Contains(raw, "deep-few") {
		t.Error("the terminal is not put right, or shows the words of the fault")
	}
}

// Bubble Tea v2.1.1 would wait for ever on a terminal that is gone.
func TestTerminalGone(t *testing.T) {
	d := run(t, t.Context())
	d.sees("Enter start")
	d.types("\r")
	d.sees("How old are you?")
	d.types("\r")
	d.sees("any of these")
	d.master.Close()
	out, err := d.ends()
	if err == nil || !out.Interrupted || out.Session.Answer(0).Chosen != 1 {
		t.Errorf("outcome %+v, error %v", out, err)
	}
}

func TestInputEnds(t *testing.T) {
	p := protocol(t)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	out, err := Run(ctx, Options{Session: p.Start(), In: strings.NewReader(""), Out: io.Discard, Theme: Dark})
	if !errors.Is(err, ErrGone) || !out.Interrupted {
		t.Errorf("outcome %+v, error %v", out, err)
	}
}

func TestRunStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	d := run(t, ctx)
	d.sees("Enter start")
	cancel()
	if out, err := d.ends(); !out.Interrupted || !errors.Is(err, context.Canceled) {
		t.Errorf("outcome %+v, error %v", out, err)
	}
}
