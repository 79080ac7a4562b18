package strict

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fault is one thing wrong in a file, and where.
type Fault struct {
	// File is the name that was given to Parse.
	File string
	// Line and Column count from 1, columns in characters. Both are 0 for a
	// fault of the file as a whole.
	Line, Column int
	// Message says what is wrong and, where that can be known, what to do.
	Message string
	// Source is the text of the line, made safe to print: one character for
	// each in the file, so that Column still points at the right one. It is
	// empty when there is no place.
	Source string
}

// String gives the place and the message on one line and below it, if there is
// a line to show, the source with a caret under the column. A line above 100
// characters is cut to a window around the column.
func (f Fault) String() string {
	file := printable(f.File)
	if f.Line == 0 {
		return fmt.Sprintf("%s: %s", file, f.Message)
	}
	head := fmt.Sprintf("%s:%d:%d: %s", file, f.Line, f.Column, f.Message)
	if strings.TrimSpace(f.Source) == "" {
		return head
	}
	shown, column := window(f.Source, f.Column)
	return head + "\n" + margin + shown + "\n" + margin + strings.Repeat(" ", column-1) + "^"
}

const (
	margin   = "      "
	maxWidth = 100
)

// window cuts a long line to maxWidth characters around the column and returns
// the column within what is left.
func window(line string, column int) (string, int) {
	column = max(column, 1)
	if utf8.RuneCountInString(line) <= maxWidth {
		return line, column
	}
	runes := []rune(line)
	start := min(max(column-1-maxWidth/2, 0), len(runes)-maxWidth)
	shown := runes[start : start+maxWidth]
	if start > 0 {
		shown[0] = '…'
	}
	if start+maxWidth < len(runes) {
		shown[maxWidth-1] = '…'
	}
	return string(shown), column - start
}

// Faults is every fault found, in the order of the files and of the lines in
// them. It is what [Log.Err] returns when there is any.
type Faults []Fault

// Error gives one fault after another, a newline between them.
func (fs Faults) Error() string {
	texts := make([]string, len(fs))
	for i, f := range fs {
		texts[i] = f.String()
	}
	return strings.Join(texts, "\n")
}
