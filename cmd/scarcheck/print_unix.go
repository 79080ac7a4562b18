//go:build unix

package main

import (
	"context"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// tempVariable names the folder for temporary files.
const tempVariable = "TMPDIR"

// pageTitle is what a queue shows of the page to everybody. It tells nothing.
const pageTitle = "scarcheck page"

// sendLimit is how long handing over may take. It takes milliseconds; a print
// service that hangs must not hang us.
const sendLimit = time.Minute

// queues are the names of the print queues there are, as far as can be told.
func (a *app) queues(ctx context.Context) []string { return spool{env: a.env}.queues(ctx) }

// send hands a drawn page to the print queue and returns what became of it, as
// a sentence without its full stop. The error may be a chooseError. Told to
// stop, by ctx or by a signal, it gives up; the page is removed in any case.
func (a *app) send(ctx context.Context, page []byte, o printOptions) (string, error) {
	return a.sendTo(ctx, spool{lang: a.lang, env: a.env, limit: sendLimit}, page, o)
}

func (a *app) sendTo(ctx context.Context, s spool, page []byte, o printOptions) (string, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	sweep(os.TempDir(), a.now)
	path, remove, err := pageFile(page)
	if err != nil {
		return "", err
	}
	defer remove()
	answer, err := s.run(ctx, s.limit, "lp", lpArguments(path, o)...)
	if err != nil {
		return "", s.refusal(ctx, o.printer, answer, err)
	}
	return s.queued(ctx, o.printer, answer.out), nil
}

// lpArguments are the arguments that queue a file. The second page is for the
// person and the first for the doctor, so they must not share a sheet, whatever
// the queue does by default. CUPS has read the file when lp ends; -c asks that
// of older print services too.
func lpArguments(path string, o printOptions) []string {
	args := []string{"-c", "-n", strconv.Itoa(o.copies), "-t", pageTitle, "-o", "sides=one-sided"}
	if o.printer != "" {
		args = append(args, "-d", o.printer)
	}
	return append(args, "--", path)
}

// queued says where the page is, and how to take it back. Out of a queue that
// is paused nothing comes until somebody starts it.
func (s spool) queued(ctx context.Context, printer, out string) string {
	queue, job := parseJob(out)
	switch {
	case queue != "" && s.paused(ctx, queue):
		return s.lang.Sayf("sent to the print queue %s, but it is paused: the page waits there until somebody starts it; cancel %s takes it back", queue, job)
	case queue != "":
		return s.lang.Sayf("sent to the print queue %s; cancel %s takes it back", queue, job)
	case printer != "":
		return s.lang.Sayf("sent to the print queue %s", printer)
	}
	return s.lang.Say("sent to the default print queue")
}
