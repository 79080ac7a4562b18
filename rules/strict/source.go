package strict

import (
	"strings"
	"unicode/utf8"
)

// source is one file under reading: where its faults go and what its lines say.
type source struct {
	log   *Log
	file  string
	text  string
	shown string // text made safe to print, made with the first fault
}

// faultf logs a fault at a line and column, both from 1. A place outside the
// file, which the YAML library gives for a value that is not there, is moved to
// the nearest inside.
func (s *source) faultf(line, column int, format string, args ...any) {
	if s.log.full(s.file) {
		return
	}
	if s.shown == "" {
		s.shown = showable(s.text)
	}
	text, line := lineAt(s.shown, line)
	column = min(max(column, 1), utf8.RuneCountInString(text)+1)
	s.log.add(Fault{
		File: s.file, Line: line, Column: column,
		Message: message(format, args), Source: text,
	})
}

// lineAt returns a line of the text and its number, which is at most that of
// the last line.
func lineAt(text string, want int) (string, int) {
	for number := 1; ; number++ {
		line, rest, more := strings.Cut(text, "\n")
		if number >= want || !more {
			return line, number
		}
		if rest == "" {
			return line, number // the newline that ends the file starts no line
		}
		text = rest
	}
}
