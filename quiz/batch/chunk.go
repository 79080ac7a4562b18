package batch

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"scarcheck/quiz"
)

// MaxLine is the longest line that is read, in bytes: 64 KiB. A longer one is
// refused and not held.
const MaxLine = 64 << 10

// How much stands in a chunk: enough that handing it over costs little a line,
// and so little that what is written for it stays small.
const (
	chunkLines = 16
	chunkBytes = 64 << 10
)

// chunk is some lines on their way.
type chunk struct {
	first   int    // number of the first line
	lines   []byte // whole lines
	long    bool   // one more line follows them, too long to be held
	end     int64  // how much of the input has been read with them
	err     error  // what ended the input behind them
	out     []byte // what is written for them
	refused []refusal
	tally   Tally
	done    chan struct{}
}

// refusal is a line that was refused, and why.
type refusal struct {
	line  int
	fault quiz.Fault
}

// cutter cuts a stream into chunks.
type cutter struct {
	in   *bufio.Reader
	line int   // number of the next line
	read int64 // bytes
}

// newCutter makes room for the longest line and its end.
func newCutter(in io.Reader) *cutter {
	return &cutter{in: bufio.NewReaderSize(in, MaxLine+len("\r\n")), line: 1}
}

// fill takes the next lines, as many as fit or are there: it never waits for
// more while it holds a whole line, so that a program can write one line and
// wait for its answer.
func (c *cutter) fill(k *chunk) {
	k.first, k.lines, k.long, k.err = c.line, k.lines[:0], false, nil
	if c.read == 0 {
		c.mark()
	}
	for lines := 0; lines < chunkLines && len(k.lines) < chunkBytes; lines++ {
		line, err := c.in.ReadSlice('\n')
		if k.long = errors.Is(err, bufio.ErrBufferFull); k.long {
			err = c.pass()
		}
		c.read += int64(len(line))
		if k.err = err; err != nil && !errors.Is(err, io.EOF) {
			break // what came of this line is not all of it
		}
		if len(line) > 0 {
			c.line++
		}
		if k.long {
			break
		}
		k.lines = append(k.lines, line...)
		if err != nil || !c.ready() {
			break
		}
	}
	k.end = c.read
}

// mark passes over the byte order mark that some editors put before UTF-8.
func (c *cutter) mark() {
	const mark = "\ufeff"
	if start, err := c.in.Peek(len(mark)); err == nil && string(start) == mark {
		n, _ := c.in.Discard(len(mark))
		c.read += int64(n)
	}
}

// pass passes over the rest of a line.
func (c *cutter) pass() error {
	for {
		rest, err := c.in.ReadSlice('\n')
		c.read += int64(len(rest))
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// ready reports whether a whole line can be had without waiting.
func (c *cutter) ready() bool {
	there, _ := c.in.Peek(c.in.Buffered())
	return bytes.IndexByte(there, '\n') >= 0
}
