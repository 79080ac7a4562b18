package quiz

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"scarcheck/quiz/words"
)

// Fault is one thing wrong in an answers file. It names the place and the
// question, never the answer that stands there: answers are secrets, and error
// messages end up in logs.
type Fault struct {
	Line, Column int    // from 1; columns count characters
	Question     string // or "" where none is concerned
	Why          error
}

// Error is "3:14: question "lesions": why".
func (f Fault) Error() string { return f.In(words.English) }

// In is the fault in a language.
func (f Fault) In(l words.Language) string {
	if f.Question == "" {
		return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, l.Tell(f.Why))
	}
	return fmt.Sprintf("%d:%d: %s: %s", f.Line, f.Column, l.Sayf("question %q", f.Question), l.Tell(f.Why))
}

// Faults are all that is wrong in an answers file, in its order.
type Faults []Fault

// Error is one fault a line.
func (fs Faults) Error() string { return fs.In(words.English) }

// In is one fault a line, in a language.
func (fs Faults) In(l words.Language) string { return FileFaults{Faults: fs}.In(l) }

// FileFaults are the faults of a file with its name, which stands before each.
type FileFaults struct {
	File string
	Faults
}

// Error is one fault a line.
func (ff FileFaults) Error() string { return ff.In(words.English) }

// In is one fault a line, in a language.
func (ff FileFaults) In(l words.Language) string {
	lines := make([]string, len(ff.Faults))
	for i, f := range ff.Faults {
		lines[i] = f.In(l)
		if ff.File != "" {
			lines[i] = ff.File + ":" + lines[i]
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
// that hold answers. Why must not repeat an answer.
func FaultAt(src []byte, offset int, question string, why error) Fault {
	line, column := place(src, offset)
	return Fault{line, column, question, why}
}
