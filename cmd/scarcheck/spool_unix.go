//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// spool is the print service of the computer, CUPS as a rule, reached through
// its programs. They heed PRINTER, LPDEST and CUPS_SERVER in env.
type spool struct {
	lang  words.Language // to speak with the person; the programs are spoken to in English
	env   []string
	limit time.Duration // on handing over a page
}

// askLimit is how long a question to the print service may take.
const askLimit = 10 * time.Second

// said is what a program wrote on its streams.
type said struct{ out, err string }

// errSlow is the error of a program that was still running at its limit.
var errSlow = words.New("it took too long")

// run runs a program of the print service in English. It is in a session of
// its own, without a terminal: lp would ask for a password there, in the
// middle of our screen. What it started ends with it.
func (s spool) run(ctx context.Context, limit time.Duration, name string, args ...string) (said, error) {
	limited, cancel := context.WithTimeoutCause(ctx, limit, errSlow)
	defer cancel()
	var out, err bytes.Buffer
	c := exec.CommandContext(limited, name, args...)
	c.Env = append(slices.Clone(s.env), "LC_ALL=C", "LANG=C", "LANGUAGE=C")
	c.Stdout, c.Stderr = &out, &err
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
	c.WaitDelay = time.Second
	failure := c.Run()
	if errors.Is(failure, exec.ErrWaitDelay) { // it did well, and left something running that holds its streams
		failure = nil
	}
	if failure != nil && limited.Err() != nil {
		failure = context.Cause(limited)
	}
	return said{out.String(), err.String()}, failure
}

// ask asks the print service something; no answer is an empty one.
func (s spool) ask(ctx context.Context, args ...string) string {
	answer, err := s.run(ctx, askLimit, "lpstat", args...)
	if err != nil {
		return ""
	}
	return answer.out
}

// queues are the names of the queues there are. lpstat -e, which knows those
// found on the network too, came with CUPS 1.7.
func (s spool) queues(ctx context.Context) []string {
	ctx, cancel := context.WithTimeout(ctx, askLimit) // for all tries together: a shell that completes a word waits
	defer cancel()
	for _, try := range []struct {
		flag   string
		column int // where the name stands
	}{{"-e", 0}, {"-a", 0}, {"-p", 1}} {
		var names []string
		for line := range strings.Lines(s.ask(ctx, try.flag)) {
			fields := strings.Fields(line)
			if len(fields) <= try.column || strings.HasPrefix(line, "\t") { // a tab begins a remark on the queue above
				continue
			}
			if name := quiz.Clean(fields[try.column]); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			return names
		}
	}
	return nil
}

// running tells whether the print service answers. lpstat says so in words.
func (s spool) running(ctx context.Context) bool {
	return !strings.Contains(s.ask(ctx, "-r"), "not running")
}

// paused tells whether a queue takes pages but prints none.
func (s spool) paused(ctx context.Context, queue string) bool {
	return strings.Contains(s.ask(ctx, "-p", queue), " disabled since ")
}

// job finds the id of a job, in "request id is OFFICE-12 (1 file(s))" or the
// same in another language: macOS does not heed LC_ALL.
var job = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\s)((\S+)-[0-9]+)(?:\s|$)`)
})

// parseJob finds the queue and the id of the job in what lp says.
func parseJob(out string) (queue, id string) {
	if found := job().FindStringSubmatch(quiz.Clean(out)); found != nil {
		return found[2], found[1]
	}
	return "", ""
}
