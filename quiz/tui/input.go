package tui

import (
	"errors"
	"io"
	"syscall"
)

// terminal is what Bubble Tea must see to switch a terminal to raw mode and to
// stop reading from it.
type terminal interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// watch makes the end of the input an error. Bubble Tea v2.1.1 reads on io.EOF
// as "nothing more to come", and waits for ever on a terminal that is gone.
func watch(in io.Reader) io.Reader {
	if file, ok := in.(terminal); ok {
		return watchedTerminal{file}
	}
	return watched{in}
}

type watched struct{ io.Reader }

func (w watched) Read(p []byte) (int, error) { return gone(w.Reader.Read(p)) }

type watchedTerminal struct{ terminal }

func (w watchedTerminal) Read(p []byte) (int, error) { return gone(w.terminal.Read(p)) }

func gone(n int, err error) (int, error) {
	if errors.Is(err, io.EOF) || hungUp(err) {
		err = ErrGone
	}
	return n, err
}

// hungUp knows the error of a terminal whose window was closed, whether it was
// read, written to or set up just then.
func hungUp(err error) bool { return errors.Is(err, syscall.EIO) }
