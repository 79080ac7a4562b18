package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"scarcheck/quiz/words"
)

// longest is how many bytes a line may have: far more than any answer needs,
// and all that is kept of a line that never ends.
const longest = 64 << 10

// errLong is a line longer than that. It was read to its end and dropped.
var errLong = errors.New("the line is too long")

// hear says what is to be said and reads the next command. Where text is
// asked for, free is true.
func (d *Dialogue) hear(free bool) (command, error) {
	line, err := d.line()
	if errors.Is(err, errLong) {
		return command{verb: long}, nil
	}
	if err != nil {
		return command{}, err
	}
	return d.known.parse(line, free), nil
}

// line writes what was said and reads the next line. The error is errLong,
// ErrEnded, or that the prompt could not be written: then nothing is read,
// because nobody knows what they would be answering.
func (d *Dialogue) line() (string, error) {
	if err := d.flush(); err != nil {
		return "", err
	}
	raw, err := d.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", d.dropLine()
	}
	if err != nil && (!errors.Is(err, io.EOF) || len(raw) == 0) {
		return "", ended(err)
	}
	line := strings.TrimRight(string(raw), "\r\n")
	if !d.begun {
		line = strings.TrimPrefix(line, "\ufeff") // some pipes on Windows begin with a byte order mark
	}
	d.begun = true
	return line, nil
}

// dropLine reads to the end of a line without keeping it.
func (d *Dialogue) dropLine() error {
	for {
		switch _, err := d.in.ReadSlice('\n'); {
		case err == nil, errors.Is(err, io.EOF):
			return errLong
		case !errors.Is(err, bufio.ErrBufferFull):
			return ended(err)
		}
	}
}

// ended is ErrEnded, with the cause where it is not the plain end. A terminal
// that goes away ends the input as surely as end of file does.
func ended(cause error) error {
	if errors.Is(cause, io.EOF) {
		return ErrEnded
	}
	return words.Errorf("%w: reading failed: %w", ErrEnded, cause)
}
