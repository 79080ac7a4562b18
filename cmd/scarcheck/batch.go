package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/batch"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// batchOptions are the flags of batch.
type batchOptions struct {
	format       string
	texts, plain bool
}

func (a *app) batch() *cobra.Command {
	var o batchOptions
	c := &cobra.Command{
		Use:   "batch " + a.lang.Say("[FILE]"),
		Short: a.lang.Say("Judge many answers files, one a line, into reports, one a line"),
		Long: a.lang.Say(`batch reads one answers file a line, as JSON, from FILE or standard input, and
writes one report a line to standard output, in the same order. A line may have
an "id", a text or a whole number, which comes back with its report:

  {"id": "p-17", "protocol": "acne-scar@1", "answers": {"worst": "mild"}}
  {"id":"p-17","report":{"schema":"scarcheck.report-ids/1", ...}}

Reports are as summary -f json writes them, but on one line and without texts;
--texts puts them in, and takes more than twenty times as long. They are English
unless --lang names another language. -f csv writes a table with a row a line:
id, level, could_be, and each factor as present, absent or unknown.

A bad line does not stop the others. In its place stands what is wrong with it,
{"id", "line", "error": {"question", "message"}}, never with an answer; of a
table it is left out and told on standard error. If any line was bad, the exit
code is 1. A line of more than 64 KiB is bad. Empty lines are passed over.

Nobody sits before a batch, so nothing is said at once to who thinks of hurting
themselves. "support" tells whom that may be; with --include-sensitive "crisis"
tells who it is. See that somebody reads it.

It is a plain filter that keeps no more than a few lines in memory, so other
programs can spread the work. Set SOURCE_DATE_EPOCH to have the same time in all
parts; "line" counts within the part.

  parallel --pipe --keep-order scarcheck batch < answers.jsonl > reports.jsonl
  sc.textFile("answers.jsonl").pipe("scarcheck batch")           # PySpark

PySpark goes on when there are bad lines, unless told checkCode=True; in Scala
and Java any exit code but 0 ends the job.`),
		Example: `  scarcheck batch answers.jsonl > reports.jsonl
  scarcheck batch answers.jsonl -f csv > factors.csv
  zcat answers.jsonl.gz | scarcheck batch | jq -c '[.id, .report.care.level]'`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("batch takes one file, not %d; see scarcheck batch --help", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.runBatch(strings.Join(args, ""), o) },
	}
	c.Flags().StringVarP(&o.format, "format", "f", batch.Formats[0], a.lang.Sayf("the `FORMAT` of a line: %s", a.lang.Or(batch.Formats)))
	c.Flags().BoolVar(&o.texts, "texts", false, a.lang.Say("write whole reports, with their texts"))
	c.Flags().BoolVar(&a.sensitive, "include-sensitive", false, a.lang.Say("leave in the answer about hurting yourself"))
	c.Flags().BoolVar(&o.plain, "plain", false, a.lang.Say("no progress line, even on a terminal"))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(batch.Formats, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (a *app) runBatch(name string, o batchOptions) error {
	format := slices.Index(batch.Formats, o.format)
	switch {
	case format < 0:
		return usage("batch has no format %q; it has %s", o.format, a.lang.And(batch.Formats))
	case o.texts && batch.Format(format) == batch.CSV:
		return usage("--texts goes with -f json; a table has no texts")
	}
	l := words.English // what it writes is for programs
	if a.langNamed && o.texts {
		l = a.lang
	}
	p, err := a.protocolIn(l)
	if errors.Is(err, quiz.ErrLanguage) {
		return a.noWords(l)
	}
	if err != nil {
		return err
	}
	in, called, size, err := a.lines(name)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	progress := a.newProgress(size, o.plain)
	options := batch.Options{
		Report: report.Options{Program: program(), Now: a.clock(), Sensitive: a.sensitive},
		Format: batch.Format(format), Texts: o.texts, Progress: progress.tell,
	}
	if options.Format == batch.CSV {
		options.Refused = func(line int, f quiz.Fault) {
			progress.clear()
			f.Line, f.Column = line, max(f.Column, 1)
			a.say("%s", quiz.FileFaults{File: called, Faults: quiz.Faults{f}})
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	tally, err := batch.Run(ctx, p, in, a.stdout, options)
	progress.clear()
	if err := a.ended(tally, called, err); err != nil {
		return err
	}
	return refused(a.lang, tally, called, options.Format)
}

// lines opens the input of a batch, and says how large it is, 0 if that cannot
// be known.
func (a *app) lines(name string) (in io.ReadCloser, called string, size int64, err error) {
	if name == "" || name == "-" {
		return io.NopCloser(a.stdin), a.lang.Say("standard input"), sizeOf(a.stdin), nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, name, 0, usage("%w; give the path of a file with one answers object a line, or - for standard input", unwrapPath(name, err))
	}
	return file, name, sizeOf(file), nil
}

func sizeOf(in io.Reader) int64 {
	file, ok := in.(*os.File)
	if !ok {
		return 0
	}
	about, err := file.Stat()
	if err != nil || !about.Mode().IsRegular() {
		return 0
	}
	return about.Size()
}

// ended says how a batch went that came to an end, and why another did not.
func (a *app) ended(tally batch.Tally, called string, err error) error {
	var read *batch.ReadError
	switch {
	case errors.Is(err, context.Canceled):
		return &exitError{exitInterrupted, words.Errorf("stopped after %s; what is written is whole", linesInWords(a.lang, tally.Lines))}
	case errors.As(err, &read):
		return failed("%s cannot be read any further, after %s: %w", called, linesInWords(a.lang, tally.Lines), withoutPath(read.Err))
	case closedPipe(err):
		return &exitError{exitFailed, errors.New("")} // who reads has had enough; that is no news to anybody
	case err != nil:
		return failed("writing to standard output: %w", err)
	}
	if tally.Dropped > 0 {
		a.say("%s: %s with answers left out, because the other answers do not lead to the question", called, linesInWords(a.lang, tally.Dropped))
	}
	return nil
}

// withoutPath is why a file cannot be read.
func withoutPath(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// refused says how many lines were bad, if any were, and where to see why.
func refused(l words.Language, tally batch.Tally, called string, format batch.Format) error {
	if tally.Refused == 0 {
		return nil
	}
	if format == batch.CSV {
		return failed("%s: %s of %s refused; what is wrong stands above", called, linesInWords(l, tally.Refused), thousands(l, tally.Lines))
	}
	return failed("%s: %s of %s refused; what is wrong stands in their place", called, linesInWords(l, tally.Refused), thousands(l, tally.Lines))
}

// closedPipe reports whether who reads our output has gone. On Unix the
// program is then ended by SIGPIPE, as any filter is, before it gets here.
func closedPipe(err error) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows
	var number syscall.Errno
	if !errors.As(err, &number) {
		return errors.Is(err, io.ErrClosedPipe)
	}
	return number == syscall.EPIPE || runtime.GOOS == "windows" && (number == brokenPipe || number == noData)
}

// newProgress is a progress line where there is a terminal for it that shows
// nothing else.
func (a *app) newProgress(size int64, plain bool) *progress {
	if !a.spare || plain || a.getenv("TERM") == "dumb" || a.getenv("ACCESSIBLE") != "" {
		return &progress{}
	}
	return &progress{lang: a.lang, out: a.stderr, clock: time.Now, size: size}
}
