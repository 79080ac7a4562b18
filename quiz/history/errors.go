package history

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// What can stand in the way; errors.Is finds them in the errors of a [Store].
var (
	ErrNotFolder = errors.New("a file stands where a folder should be; move it away, or choose another data folder")
	ErrLink      = errors.New("a link or another odd thing stands there, and it is not followed; remove it, or choose another data folder")
	ErrBusy      = errors.New("another scarcheck is open with this data folder; close it there, or go on without saving")
	ErrUnknown   = errors.New("there is no assessment of this name; scarcheck history lists them")
	ErrNotUnique = errors.New("more than one assessment begins like this; give the whole name")
	ErrNone      = errors.New("there is no saved assessment yet")
)

// WriteError says that something could not be saved, why, and what to do. What
// stood there before still does.
type WriteError struct {
	Path string // of the file or folder
	Err  error  // why, as the system says it
}

// Error says it in one line.
func (e *WriteError) Error() string {
	return fmt.Sprintf("%s cannot be written: %v; %s", e.Path, e.Err, e.NextStep())
}

// Unwrap is why.
func (e *WriteError) Unwrap() error { return e.Err }

// NextStep says what to do.
func (e *WriteError) NextStep() string {
	switch {
	case e.Full():
		return "make room on this disk and try again, or save to another place"
	case errors.Is(e.Err, fs.ErrPermission):
		return "choose a data folder that is yours"
	case errors.Is(e.Err, syscall.EROFS):
		return "this disk can only be read; choose a data folder on another one"
	}
	return "choose another data folder"
}

// Full reports whether there is no room: the disk, a quota or a limit on the
// size of files.
func (e *WriteError) Full() bool {
	for _, full := range noRoom {
		if errors.Is(e.Err, full) {
			return true
		}
	}
	return false
}

// notWritten makes an error a WriteError, once.
func notWritten(path string, err error) error {
	if err == nil {
		return nil
	}
	if done := (*WriteError)(nil); errors.As(err, &done) {
		return err
	}
	return &WriteError{path, bare(err)}
}

// bare is an error without the system call and the path that os puts before it.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// notRead says which file cannot be read, and why.
func notRead(path string, err error) error {
	return fmt.Errorf("%s cannot be read: %w", path, bare(err))
}

// Damaged says that a draft could not be used, and where it is now: it is never
// overwritten.
type Damaged struct {
	Path  string // where it was
	Aside string // where it is now; "" if it could not be moved and is still there
	Err   error  // what is wrong: quiz.Faults, or why it is no file
}

// Error says it in a line or more.
func (e *Damaged) Error() string {
	where := "it is kept as " + e.Aside
	if e.Aside == "" {
		where = "it stays there"
	}
	return fmt.Sprintf("the draft %s cannot be used, and %s: %v", e.Path, where, e.Err)
}

// Unwrap is what is wrong.
func (e *Damaged) Unwrap() error { return e.Err }
