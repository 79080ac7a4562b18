package words

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// failure is an error that can be put into any language.
type failure struct {
	text Text
	args []any
	err  error // the same in English, with what it wraps
}

// Errorf is fmt.Errorf for an error that is told to people.
func Errorf(t Text, args ...any) error { return &failure{t, args, fmt.Errorf(string(t), args...)} }

// New is errors.New for an error that is told to people.
func New(t Text) error { return &failure{text: t, err: errors.New(string(t))} }

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// In is the error in a language.
func (f *failure) In(l Language) string {
	if len(f.args) == 0 {
		return l.Say(f.text)
	}
	return fmt.Sprintf(strings.ReplaceAll(l.Say(f.text), "%w", "%v"), l.each(f.args)...)
}

// Speaker is an error that knows how it is said in a language.
type Speaker interface {
	error
	In(l Language) string
}

// Tell is an error in the language. An error that only adds to another what
// is not said, such as an exit code, is told as that other one; one that the
// language has no words for stays English.
func (l Language) Tell(err error) string {
	if l.speaker == nil {
		return err.Error()
	}
	switch e := err.(type) { //nolint:errorlint // each layer is told on its own
	case Speaker:
		return e.In(l)
	case *fs.PathError:
		return e.Path + ": " + l.Tell(e.Err)
	}
	if inner := errors.Unwrap(err); inner != nil && inner.Error() == err.Error() {
		return l.Tell(inner)
	}
	if text := Text(err.Error()); slices.Contains(bySystem[:], text) {
		return l.Say(text)
	}
	return err.Error()
}

// bySystem are what operating systems and Go's library say when a file cannot
// be read or written, as far as people meet it. They are said by no line of this
// program, so they are listed here.
var bySystem = [...]Text{
	"permission denied", "operation not permitted", "access is denied",
	"no such file or directory", "file does not exist", "file exists", "file already exists",
	"is a directory", "not a directory", "directory not empty",
	"no space left on device", "disk quota exceeded", "file too large", "read-only file system",
	"input/output error", "broken pipe", "unexpected EOF", "file name too long",
	"device or resource busy", "too many open files", "invalid argument",
}
