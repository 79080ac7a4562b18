//go:build !windows

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"scarcheck/quiz/quiztest"
)

// batchCommand is the built program on a batch, at a fixed time.
func batchCommand(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, append([]string{"batch"}, args...)...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH="+epoch)
	return c
}

// fewer leaves fewer lines where a test has to be short.
func fewer(lines int) int {
	if testing.Short() || raceDetector {
		return lines / 50
	}
	return lines
}

// digest is the hash of what a command writes, and its size.
func digest(t *testing.T, c *exec.Cmd) string {
	t.Helper()
	sum := sha256.New()
	c.Stdout, c.Stderr = sum, os.Stderr
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v", c, err)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// GNU parallel cuts a million lines into blocks, runs the program on each, and
// puts what comes out together: the same bytes as from one process.
func TestBatchUnderParallel(t *testing.T) {
	parallel := quiztest.Tool(t, "parallel")
	lines := fewer(1_000_000)
	one := batchCommand(t)
	one.Stdin = newCrowd(t, lines)
	began := time.Now()
	alone := digest(t, one)
	between := time.Now()

	many := batchCommand(t)
	many.Args = []string{parallel, "--will-cite", "--pipe", "--block", "4M", "--keep-order", many.Path + " batch"}
	many.Path = parallel
	many.Env = append(many.Env, "HOME="+t.TempDir())
	many.Stdin = newCrowd(t, lines)
	if together := digest(t, many); together != alone {
		t.Errorf("of %d lines parallel makes other bytes", lines)
	}
	t.Logf("%d lines: one process %.1f s, parallel %.1f s", lines, between.Sub(began).Seconds(), time.Since(between).Seconds())
}

// Who reads the output may stop whenever they like: the program ends as any
// filter does, and says nothing.
func TestBatchIntoClosedPipe(t *testing.T) {
	c := batchCommand(t)
	var stderr bytes.Buffer
	c.Stdin, c.Stderr = newCrowd(t, 50_000), &stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	out.Close()
	err = c.Wait()
	if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() || status.Signal() != syscall.SIGPIPE {
		t.Errorf("it ended with %v", err)
	}
	if stderr.Len() > 0 {
		t.Errorf("it says %q", stderr.String())
	}
}

// Ctrl+C stops it though it waits for input; what is written is whole lines.
func TestBatchInterrupted(t *testing.T) {
	c := batchCommand(t)
	var stdout, stderr bytes.Buffer
	c.Stderr = &stderr
	feed, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(feed, newCrowd(t, 1)); err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1)
	if _, err := io.ReadFull(out, first); err != nil { // it has begun, and now waits
		t.Fatal(err)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(&stdout, out)
	_ = c.Wait()
	if code := c.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	if stderr.String() != "scarcheck: stopped after 1 line; what is written is whole\n" || !strings.HasSuffix(stdout.String(), "}}\n") {
		t.Errorf("%q, and the output ends in %q", stderr.String(), stdout.String()[max(0, stdout.Len()-20):])
	}
}

// On a terminal a long batch tells how far it is; into a pipe, with --plain or
// on a dumb terminal it does not, and never on standard output.
func TestBatchProgress(t *testing.T) {
	for _, row := range []struct {
		name, term string
		args       []string
		told       bool
	}{{"terminal", "xterm", nil, true}, {"plain", "xterm", []string{"--plain"}, false}, {"dumb", "dumb", nil, false}} {
		t.Run(row.name, func(t *testing.T) {
			ours, theirs, err := pty.Open()
			if err != nil {
				t.Fatal(err)
			}
			defer ours.Close()
			c := batchCommand(t, row.args...)
			c.Env = append(c.Env, "TERM="+row.term, "ACCESSIBLE=")
			var stdout bytes.Buffer
			c.Stdin, c.Stdout, c.Stderr = &slowly{from: newCrowd(t, 20), pause: 100 * time.Millisecond}, &stdout, theirs
			if err := c.Run(); err != nil {
				t.Fatal(err)
			}
			theirs.Close()
			said, err := io.ReadAll(ours)
			if err != nil && !errors.Is(err, syscall.EIO) { // which ends a terminal that nobody holds
				t.Fatal(err)
			}
			if told := regexp.MustCompile(`\r\d+ lines, \d+ a second`).Match(said); told != row.told || !row.told && len(said) > 0 {
				t.Errorf("it says %q", said)
			}
			if bytes.Contains(said, []byte("\x1b")) || bytes.Contains(stdout.Bytes(), []byte("\r")) {
				t.Errorf("escapes on the terminal, or progress in the output: %q", said)
			}
		})
	}
}

// slowly reads a line at a time and waits after each.
type slowly struct {
	from  *crowd
	pause time.Duration
}

func (s *slowly) Read(to []byte) (int, error) {
	time.Sleep(s.pause)
	n, err := s.from.Read(to[:1])
	if err != nil {
		return n, err
	}
	return n + copy(to[1:], s.rest()), nil
}

// rest is what is left of the current line.
func (s *slowly) rest() []byte {
	rest := s.from.line
	s.from.line = nil
	return rest
}

// A file that cannot be read to its end is no success.
func TestBatchOfAFolder(t *testing.T) {
	c := batchCommand(t, filepath.Dir(t.TempDir()))
	out, _ := c.CombinedOutput()
	if c.ProcessState.ExitCode() != exitFailed || !strings.Contains(string(out), "cannot be read any further, after 0 lines: is a directory") {
		t.Errorf("exit code %d, %s", c.ProcessState.ExitCode(), out)
	}
}
