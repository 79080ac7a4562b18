package main

import (
	"errors"
	"regexp"
	"strings"
	"sync"

	"scarcheck/quiz"
	"scarcheck/quiz/tui"
	"scarcheck/quiz/words"
	"scarcheck/rules/strict"
)

// The exit codes, a contract with scripts.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitStopped     = 3
	exitFaults      = 4
	exitInterrupted = 130
)

// ways are the ways the program ends, as help and man pages tell them.
var ways = []struct {
	code  int
	means words.Text
}{
	{exitDone, "Done."},
	{exitFailed, "It failed: the disk, the printer, the terminal."},
	{exitUsage, "The command line is wrong, or the input is."},
	{exitStopped, "It stopped before the end, because the input ran out."},
	{exitFaults, "The protocol has faults."},
	{exitInterrupted, "You stopped it with Ctrl+C."},
}

// exitError is an error with its exit code.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

func failed(t words.Text, args ...any) error {
	return &exitError{exitFailed, words.Errorf(t, args...)}
}

func usage(t words.Text, args ...any) error {
	return &exitError{exitUsage, words.Errorf(t, args...)}
}

// crashed is a fault of the program itself, and what became of the answers.
func crashed(crash *tui.Crash, kept words.Text) error {
	return failed("%w; %s\nplease report where it happened; no answer is in this:\n%s", crash, kept, crash.Stack)
}

// exitCode is the code of any error that reaches the top. What cobra says of
// flags and verbs is usage.
func exitCode(err error) int {
	var coded *exitError
	var faults strict.Faults
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &coded):
		return coded.code
	case errors.As(err, &faults):
		return exitFaults
	}
	return exitUsage
}

// inFile puts the name of the file before what is wrong in it.
func inFile(name string, err error) error {
	var faults quiz.Faults
	if errors.As(err, &faults) {
		return &exitError{exitUsage, quiz.FileFaults{File: name, Faults: faults}}
	}
	return usage("%s: %w", name, err)
}

// tell is an error as one message: its own words, and where cobra is terse,
// the next step.
func tell(l words.Language, err error) string {
	text := l.Tell(ofCobra(err))
	if english := err.Error(); exitCode(err) == exitUsage && strings.HasPrefix(english, "unknown") && !strings.Contains(english, "--help") {
		text += "\n" + l.Sayf("%s --help lists what there is", "scarcheck")
	}
	return text
}

// bothSet finds the flags that cobra v1.10.2 refuses together.
var bothSet = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^if any flags in the group \[(.*)\] are set none of the others can be; \[(.*)\] were all set$`)
})

// ofCobra is an error of cobra as one that can be told in any language.
func ofCobra(err error) error {
	var coded *exitError
	if errors.As(err, &coded) {
		return err
	}
	if found := bothSet().FindStringSubmatch(err.Error()); found != nil {
		return usage("if any flags in the group [%s] are set none of the others can be; [%s] were all set", found[1], found[2])
	}
	return err
}
