//go:build unix

package main

import (
	"context"
	"errors"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

const (
	notAllowed words.Text = "you are not allowed to print on %s; choose another one (--printer), or ask whoever looks after it"
	// CUPS may hang up before lp has heard that a page is too large.
	brokeOff words.Text = "%s broke off; perhaps it does not take a page of this size, or its disk is full; try once more, or choose another one (--printer)"
)

// refusals are what lp says when a queue does not take a page, in the words of
// CUPS 2.4, and what that means for the person.
var refusals = []struct {
	says  string
	means words.Text
}{
	{"not accepting jobs", "%s takes no pages at the moment; choose another one (--printer), or ask whoever looks after it"},
	{"not allowed to print", notAllowed},
	{"forbidden", notAllowed},
	{"unauthorized", "%s asks for a password, which scarcheck does not handle; choose another one (--printer)"},
	{"too many active jobs", "too many pages wait in %s; try again when they are through, or choose another one (--printer)"},
	{"quota limit", "you have printed all you may on %s; ask whoever looks after it, or choose another one (--printer)"},
	{"entity too large", "%s does not take a page of this size, or its disk is full; ask whoever looks after it, or choose another one (--printer)"},
	{"broken pipe", brokeOff},
	{"connection reset", brokeOff},
}

// byDefault finds the variable that names a default queue that is not there.
var byDefault = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([A-Z]+) environment variable names`)
})

// refusal is why lp did not take the page, and what to do. It rests on what the
// print service reports about itself where it can, and else on lp's words.
func (s spool) refusal(ctx context.Context, printer string, answer said, err error) error {
	var exit *exec.ExitError
	answered := quiz.Clean(answer.err)
	switch {
	case ctx.Err() != nil:
		return &exitError{exitInterrupted, words.New("stopped; if the page got into the print queue, lpstat -o lists it")}
	case errors.Is(err, errSlow):
		return failed("the print service gave no answer for %g seconds; if the page got into the queue all the same, lpstat -o lists it", s.limit.Seconds())
	case errors.Is(err, exec.ErrNotFound):
		return failed("printing needs the program lp, which is not installed here; it comes with CUPS")
	case !errors.As(err, &exit):
		return failed("the program lp cannot be run: %w", err)
	case exit.Sys().(syscall.WaitStatus).Signaled():
		return failed("the program lp was ended from outside (%v); try again", exit.Sys().(syscall.WaitStatus).Signal())
	}
	for _, r := range refusals {
		if strings.Contains(strings.ToLower(answered), r.says) {
			return failed(r.means, queueName(s.lang, printer))
		}
	}
	return s.noQueue(ctx, printer, answered)
}

func queueName(l words.Language, printer string) string {
	if printer == "" {
		return l.Say("the default print queue")
	}
	return l.Sayf("the print queue %s", quiz.Clean(printer))
}

// noQueue is a refusal for want of a queue. To lp, a print service that does
// not run is one that has no queues; lpstat tells the two apart.
func (s spool) noQueue(ctx context.Context, printer, answered string) error {
	if !s.running(ctx) {
		return s.notRunning()
	}
	queues, lower := s.queues(ctx), strings.ToLower(answered)
	variable := byDefault().FindStringSubmatch(answered)
	unknown := strings.Contains(lower, "does not exist") || printer != "" && len(queues) > 0 && !known(queues, printer)
	switch {
	case len(queues) == 0 && (unknown || strings.Contains(lower, "no default destination")):
		return failed("there is no print queue on this computer; add a printer in its settings, then try again")
	case variable != nil && len(queues) > 0:
		return choose(queues, "%s in the environment names a print queue that is not there", variable[1])
	case unknown && printer != "":
		return choose(queues, "there is no print queue %q", printer)
	case strings.Contains(lower, "no default destination"):
		return choose(queues, "no print queue is named, and none is the default")
	case answered == "":
		return failed("lp did not take the page and does not say why; lpstat -t shows the state of the print service")
	}
	return failed("lp did not take the page: %s; lpstat -t shows the state of the print service", strings.TrimPrefix(answered, "lp: "))
}

// choose is a chooseError as bad usage: another --printer mends it.
func choose(queues []string, why words.Text, args ...any) error {
	return &exitError{exitUsage, &chooseError{words.Errorf(why, args...), queues}}
}

func (s spool) notRunning() error {
	if server := (&process{env: s.env}).getenv("CUPS_SERVER"); server != "" {
		return failed("the print service is not running at %s, which CUPS_SERVER in the environment names; "+
			"start it, or ask whoever looks after this computer, then try again", quiz.Clean(server))
	}
	return failed("the print service is not running; start it, or ask whoever looks after this computer, then try again")
}

// known tells whether a queue is among those there are. To CUPS, case makes
// no difference, and what follows a slash is a set of options.
func known(queues []string, printer string) bool {
	printer, _, _ = strings.Cut(printer, "/")
	return slices.ContainsFunc(queues, func(queue string) bool {
		queue, _, _ = strings.Cut(queue, "/")
		return strings.EqualFold(queue, printer)
	})
}
