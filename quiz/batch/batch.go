package batch

import (
	"context"
	"errors"
	"io"
	"runtime"
	"sync"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// Format is what a line out looks like.
type Format uint8

// The formats.
const (
	JSON Format = iota // one object a line; the refused lines among them
	CSV                // one row a line under a header, by RFC 4180; refused lines are only told to Refused
)

// Formats are their names, in the order of the constants.
var Formats = []string{"json", "csv"}

// Options say how lines are judged and told. Run calls Refused and Progress
// itself, one at a time.
type Options struct {
	Report   report.Options
	Format   Format
	Texts    bool                             // JSON: whole reports, with their texts
	Workers  int                              // how many lines are judged at a time; 0: one a core, at most 8
	Refused  func(line int, fault quiz.Fault) // told of each refused line, in order; may be nil
	Progress func(lines int, bytes int64)     // told of what is done, every now and then; may be nil

	instead func(*judge, int, []byte) quiz.Fault // of judge.one, in tests
}

// Tally counts lines; empty ones only as Lines.
type Tally struct {
	Lines   int // read
	Reports int // written
	Refused int // told of as faulty
	Dropped int // had answers to questions that their other answers do not lead to
}

func (t *Tally) add(other Tally) {
	t.Lines += other.Lines
	t.Reports += other.Reports
	t.Refused += other.Refused
	t.Dropped += other.Dropped
}

// mostWorkers keeps memory flat on machines with many cores; one reader and
// one writer could not keep up with more.
const mostWorkers = 8

// Run judges each line of in and writes what it finds to out, in order, until
// in ends. It returns what was done, and an error if reading or writing failed
// or ctx ended; what is written by then is whole lines.
//
// All it started has ended when it returns, but for a Read that is still
// waiting: that ends with the Read.
func Run(ctx context.Context, p *quiz.Protocol, in io.Reader, out io.Writer, o Options) (Tally, error) {
	if o.Workers <= 0 {
		o.Workers = min(runtime.GOMAXPROCS(0), mostWorkers)
	}
	l := newLine(o.Workers + 2)
	words := newPhrases(p, o)
	if o.Format == CSV {
		if _, err := out.Write(words.header); err != nil {
			return Tally{}, err
		}
	}
	var workers sync.WaitGroup
	for range o.Workers {
		workers.Go(func() { l.judge(newJudge(words)) })
	}
	go l.read(in)
	tally, err := l.write(ctx, out, o)
	close(l.stop)
	workers.Wait()
	return tally, err
}

// line is the assembly line: chunks go from free over work to free again, and
// in order stands the order in which they must come out. No channel is ever
// full, for each has room for every chunk.
type line struct {
	free, work, order chan *chunk
	stop              chan struct{}
}

func newLine(chunks int) *line {
	l := &line{make(chan *chunk, chunks), make(chan *chunk, chunks), make(chan *chunk, chunks), make(chan struct{})}
	for range chunks {
		l.free <- &chunk{done: make(chan struct{}, 1)}
	}
	return l
}

// read fills chunks until the input ends.
func (l *line) read(in io.Reader) {
	cut := newCutter(in)
	for {
		select {
		case <-l.stop:
			return
		case c := <-l.free:
			cut.fill(c)
			l.order <- c
			l.work <- c
			if c.err != nil {
				return
			}
		}
	}
}

// judge judges chunks until all is written.
func (l *line) judge(j *judge) {
	for {
		select {
		case <-l.stop:
			return
		case c := <-l.work:
			j.chunk(c)
			c.done <- struct{}{}
		}
	}
}

// write passes on the chunks that are done, in order.
func (l *line) write(ctx context.Context, out io.Writer, o Options) (Tally, error) {
	var all Tally
	for {
		var c *chunk
		select {
		case <-ctx.Done():
			return all, ctx.Err()
		case c = <-l.order:
		}
		select {
		case <-ctx.Done():
			return all, ctx.Err()
		case <-c.done:
		}
		if len(c.out) > 0 {
			if _, err := out.Write(c.out); err != nil {
				return all, err
			}
		}
		all.add(c.tally)
		if o.Refused != nil {
			for _, r := range c.refused {
				o.Refused(r.line, r.fault)
			}
		}
		if o.Progress != nil {
			o.Progress(all.Lines, c.end)
		}
		switch {
		case c.err == nil:
			l.free <- c
		case errors.Is(c.err, io.EOF):
			return all, nil
		default:
			return all, &ReadError{c.err}
		}
	}
}

// ReadError says that the input could not be read any further.
type ReadError struct{ Err error }

// Error is the error of the input.
func (e *ReadError) Error() string { return e.Err.Error() }

// Unwrap returns it.
func (e *ReadError) Unwrap() error { return e.Err }
