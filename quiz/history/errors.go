package history

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"scarcheck/quiz/words"
)

// What can stand in the way; errors.Is finds them in the errors of a [Store].
var (
	ErrNotFolder = words.New("a file stands where a folder should be; move it away, or choose another data folder")
	ErrLink      = words.New("a link or another odd thing stands there, and it is not followed; remove it, or choose another data folder")
	ErrBusy      = words.New("another scarcheck is open with this data folder; close it there, or go on without saving")
	ErrUnknown   = words.New("there is no assessment of this name; scarcheck history lists them")
	ErrNotUnique = words.New("more than one assessment begins like this; give the whole name")
	ErrNone      = words.New("there is no saved assessment yet")
)

// WriteError says that something could not be saved, why, and what to do. What
// stood there before still does.
type WriteError struct {
	Path string // of the file or folder
	Err  error  // why, as the system says it
}

// Error says it in one line.
func (e *WriteError) Error() string { return e.In(words.English) }

// In says it in one line of a language.
func (e *WriteError) In(l words.Language) string {
	return l.Sayf("%s cannot be written: %v; %s", e.Path, e.Err, e.NextStep())
}

// Unwrap is why.
func (e *WriteError) Unwrap() error { return e.Err }

// NextStep says what to do.
func (e *WriteError) NextStep() words.Text {
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

// placed is an error about something in the data folder.
type placed struct {
	path string
	err  error
}

func pathError(path string, err error) error { return &placed{path, err} }

func (p *placed) Error() string { return p.In(words.English) }

// In names the place in a language.
func (p *placed) In(l words.Language) string { return l.Sayf("data folder %s: %v", p.path, p.err) }

// Unwrap is what is wrong there.
func (p *placed) Unwrap() error { return p.err }

// bare is an error without the system call and the path that os or this package
// puts before it.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	var place *placed
	switch {
	case errors.As(err, &place):
		return place.err
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// notRead says which file cannot be read, and why.
func notRead(path string, err error) error {
	return words.Errorf("%s cannot be read: %w", path, bare(err))
}

// Damaged says that a draft could not be used, and where it is now: it is never
// overwritten.
type Damaged struct {
	Path  string // where it was
	Aside string // where it is now; "" if it could not be moved and is still there
	Err   error  // what is wrong: quiz.Faults, or why it is no file
}

// Error says it in a line or more.
func (e *Damaged) Error() string { return e.In(words.English) }

// In says it in a language.
func (e *Damaged) In(l words.Language) string {
	if e.Aside == "" {
		return l.Sayf("the draft %s cannot be used, and it stays there: %v", e.Path, e.Err)
	}
	return l.Sayf("the draft %s cannot be used, and it is kept as %s: %v", e.Path, e.Aside, e.Err)
}

// Unwrap is what is wrong.
func (e *Damaged) Unwrap() error { return e.Err }
