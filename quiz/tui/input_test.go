package tui

import (
	"errors"
	"fmt"
	"io"
	"syscall"
	"testing"
)

// A terminal that goes away says so in more than one way.
func TestGone(t *testing.T) {
	for _, test := range []struct {
		name string
		err  error
		gone bool
	}{
		{"the end of the input", io.EOF, true},
		{"a window closed while it is read", fmt.Errorf("read /dev/tty: %w", syscall.EIO), true},
		{"another fault", fmt.Errorf("read /dev/tty: %w", syscall.EINVAL), false},
		{"no fault", nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := gone(0, test.err); errors.Is(err, ErrGone) != test.gone {
				t.Errorf("got %v", err)
			}
		})
	}
}
