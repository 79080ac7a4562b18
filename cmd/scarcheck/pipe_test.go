//go:build !windows

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// talk is the built program in line mode, at the two ends of a pipe.
type talk struct {
	t       *testing.T
	home    string // its home folder, which it also works in
	command *exec.Cmd
	in      io.WriteCloser
	out     bytes.Buffer // standard output, to read once it has ended

	mu    sync.Mutex
	said  bytes.Buffer // standard error
	heard int          // how much of it was waited for
	ended chan struct{}
}

// built is the path of the program, built for tests.
func built(t *testing.T) string {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// programAt is the built program with a home folder of its own.
func programAt(t *testing.T, home string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(built(t), args...)
	c.Dir = home
	c.Env = []string{"HOME=" + home, "TMPDIR=" + home, "PATH=" + os.Getenv("PATH"), "SOURCE_DATE_EPOCH=" + epoch}
	return c
}

// ran runs a command to its end.
func ran(t *testing.T, c *exec.Cmd) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	c.Stdout, c.Stderr = &out, &err
	if failure := c.Run(); c.ProcessState == nil {
		t.Fatal(failure)
	}
	return c.ProcessState.ExitCode(), out.String(), err.String()
}

func speak(t *testing.T, home string, args ...string) *talk {
	t.Helper()
	return speakWith(t, home, programAt(t, home, append([]string{"--plain"}, args...)...))
}

func speakWith(t *testing.T, home string, command *exec.Cmd) *talk {
	t.Helper()
	p := &talk{t: t, home: home, command: command, ended: make(chan struct{})}
	var err error
	if p.in, err = command.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	command.Stdout, command.Stderr = &p.out, p
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = command.Wait()
		close(p.ended)
	}()
	t.Cleanup(p.kill)
	return p
}

// Write takes what the program says.
func (p *talk) Write(said []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said.Write(said)
}

// all is what the program said so far.
func (p *talk) all() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said.String()
}

// hears waits until the program says this, after what was heard before.
func (p *talk) hears(wanted string) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(500 * time.Microsecond) {
		said := p.all()
		if at := strings.Index(said[p.heard:], wanted); at >= 0 {
			p.heard += at + len(wanted)
			return
		}
		select {
		case <-p.ended:
			end = time.Now() // once more, now that all is said
		default:
		}
	}
	p.t.Fatalf("it does not say %q; it said\n%s", wanted, p.all())
}

func (p *talk) tells(line string) {
	p.t.Helper()
	if _, err := io.WriteString(p.in, line+"\n"); err != nil {
		p.t.Fatalf("telling %q: %v; it said\n%s", line, err, p.all())
	}
}

func (p *talk) kill() {
	_ = p.command.Process.Kill()
	<-p.ended
}

// exits waits for the end of the program and returns its exit code.
func (p *talk) exits() int {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.t.Fatalf("it does not end; it said\n%s", p.all())
	}
	return p.command.ProcessState.ExitCode()
}

// hearsQuestion waits until the question of a session is asked.
func (p *talk) hearsQuestion(s quiz.Session) {
	p.t.Helper()
	if s.AtReview() {
		p.hears("To see the result, type r.")
		return
	}
	number, of := s.Progress()
	p.hears(fmt.Sprintf("Question %d of %d", number, of))
}

// lineFor is how an answer is typed.
func lineFor(q *quiz.Question, a quiz.Answer) string {
	command := map[quiz.State]string{quiz.DontKnow: "d", quiz.PreferNot: "p", quiz.Unanswered: "s"}[a.State]
	switch {
	case command != "" && q.Kind == rules.Text:
		return "/" + command
	case command != "":
		return command
	}
	line := a.Text
	for i := range q.Choices {
		if a.Chosen&(1<<i) != 0 {
			line += fmt.Sprintf("%d ", i+1)
		}
	}
	return line
}

// dataIn is the data folder under a home folder.
func dataIn(home string) string { return filepath.Join(home, ".local", "share", "scarcheck") }

// draftIn is the file that the draft under a home folder is in.
func draftIn(home string) string { return filepath.Join(dataIn(home), "draft.json") }

func content(t *testing.T, path string) string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// programFed is the built program with this as its input.
func programFed(t *testing.T, home, input string, args ...string) *exec.Cmd {
	t.Helper()
	c := programAt(t, home, args...)
	c.Stdin = strings.NewReader(input)
	return c
}
