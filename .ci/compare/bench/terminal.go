package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/creack/pty"
)

// screen is a program that runs in a terminal of 80 columns and 24 rows.
type screen struct {
	command *exec.Cmd
	tty     *os.File
	output  chan []byte
	seen    []byte
	answers bool
}

// replies are what a terminal answers to the questions programs put to it: its
// background, where the cursor is, what it can do.
var replies = []struct{ question, answer string }{
	{"\x1b]11;?", "\x1b]11;rgb:0000/0000/0000\x1b\\"},
	{"\x1b[6n", "\x1b[1;1R"},
	{"\x1b[c", "\x1b[?62;22c"},
	{"\x1b[?2026$p", "\x1b[?2026;2$y"},
	{"\x1b[?2027$p", "\x1b[?2027;0$y"},
}

// open starts a program in a terminal, which answers questions or keeps silent.
func open(answers bool, args []string) (*screen, error) {
	s := &screen{command: exec.Command(args[0], args[1:]...), output: make(chan []byte, 256), answers: answers}
	s.command.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "SCARCHECK_HOME="+os.TempDir()+"/scarcheck-bench")
	tty, err := pty.StartWithSize(s.command, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		return nil, err
	}
	s.tty = tty
	go func() {
		defer close(s.output)
		for {
			piece := make([]byte, 1<<14)
			n, err := tty.Read(piece)
			if err != nil {
				return
			}
			s.output <- piece[:n]
		}
	}()
	return s, nil
}

func (s *screen) close() {
	_ = s.command.Process.Kill()
	_ = s.command.Wait()
	s.tty.Close()
}

// take takes one piece of output, and answers what it asks.
func (s *screen) take(within time.Duration) bool {
	select {
	case piece, ok := <-s.output:
		if !ok {
			return false
		}
		s.seen = append(s.seen, piece...)
		for _, r := range replies {
			if s.answers && bytes.Contains(piece, []byte(r.question)) {
				_, _ = s.tty.WriteString(r.answer)
			}
		}
		return true
	case <-time.After(within):
		return false
	}
}

// await takes output until a word stands in it.
func (s *screen) await(word string) error {
	s.seen = nil
	for s.take(20 * time.Second) {
		if bytes.Contains(s.seen, []byte(word)) {
			return nil
		}
	}
	return fmt.Errorf("no %q in %q", word, s.seen)
}

// press presses a key and returns how long it takes until something is drawn.
// Both programs draw at ticks, 60 a second, so keys must not come in step with
// those.
func (s *screen) press(key string) (time.Duration, error) {
	for s.take(40 * time.Millisecond) { // until it is quiet
	}
	time.Sleep(time.Duration(rand.IntN(17_000)) * time.Microsecond)
	start := time.Now()
	if _, err := s.tty.WriteString(key); err != nil {
		return 0, err
	}
	if !s.take(5 * time.Second) {
		return 0, fmt.Errorf("nothing was drawn after %q", key)
	}
	return time.Since(start), nil
}

// asker is a program that asks a question on the screen.
type asker struct {
	name, first string // a word of the first frame
	keys        []string
	args        []string
}

const down, up = "\x1b[B", "\x1b[A"

func terminals(dir string) {
	askers := []asker{
		{"gum choose", "Under", nil, []string{filepath.Join(dir, "gum"), "choose", "Under 13", "13 to 17", "18 to 24", "25 or older"}},
		{"scarcheck", "acne", []string{"\r"}, []string{filepath.Join(dir, "scarcheck"), "--theme", "auto"}},
	}
	section("From the start to the first frame, in a terminal that answers questions", firstFrames(askers, true, 31))
	section("The same in a terminal that keeps silent", firstFrames(askers, false, 5))
	section("From a key to the frame it brings", keyPresses(askers, 200))
}

func firstFrames(askers []asker, answers bool, times int) []row {
	rows := make([]row, len(askers))
	for range times {
		for i, a := range askers {
			start := time.Now()
			s, err := open(answers, a.args)
			fail(err)
			fail(s.await(a.first))
			rows[i].name = a.name
			rows[i].times = append(rows[i].times, time.Since(start))
			s.close()
		}
	}
	return rows
}

func keyPresses(askers []asker, times int) []row {
	rows := make([]row, len(askers))
	screens := make([]*screen, len(askers))
	for i, a := range askers {
		s, err := open(true, a.args)
		fail(err)
		defer s.close()
		fail(s.await(a.first))
		for _, key := range a.keys {
			_, err := s.press(key)
			fail(err)
		}
		rows[i].name, screens[i] = a.name, s
	}
	for n := range times {
		for i, s := range screens {
			took, err := s.press([]string{down, up}[n%2])
			fail(err)
			rows[i].times = append(rows[i].times, took)
		}
	}
	return rows
}
