package quiz

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fault is one thing wrong in an answers file. It names the place and the
// question, never the answer that stands there: answers are secrets, and error
// messages end up in logs.
type Fault struct {
	Line, Column int    // from 1; columns count characters
	Question     string // or "" where none is concerned
	Message      string
}

// Error is "3:14: question "lesions": message".
func (f Fault) Error() string {
	if f.Question == "" {
		return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, f.Message)
	}
	return fmt.Sprintf("%d:%d: question %q: %s", f.Line, f.Column, f.Question, f.Message)
}

// Faults are all that is wrong in an answers file, in its order.
type Faults []Fault

// Error is one fault a line.
func (fs Faults) Error() string { return fs.Prefix("") }

// Prefix is one fault a line, each behind the name of its file.
func (fs Faults) Prefix(file string) string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
		if file != "" {
			lines[i] = file + ":" + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// place turns an offset into a line and a column, both from 1.
func place(src []byte, offset int) (line, column int) {
	before := src[:min(offset, len(src))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// FaultAt is the fault at a byte offset of a file, for parsers of other files
// that hold answers. The message must not repeat an answer.
func FaultAt(src []byte, offset int, question, message string) Fault {
	line, column := place(src, offset)
	return Fault{line, column, question, message}
}
