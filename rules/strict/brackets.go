package strict

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// unbalanced is a bracket or quote without its other half.
type unbalanced struct {
	line, column int
	message      string
}

// opened is a bracket or quote that waits for its other half. What it holds must
// be indented deeper than indent.
type opened struct {
	mark   byte
	line   int
	source string // the line
	at     int    // the byte in it
	indent int
}

func (o opened) column() int { return utf8.RuneCountInString(o.source[:o.at]) + 1 }

// brackets reads just enough YAML to pair brackets and quotes. It is only asked
// after the real parser has refused the file, to find where the mistake began.
type brackets struct {
	open   []opened
	line   int
	block  int  // indent of the key of the block text we are in, or -1
	start  bool // a value or key may begin at this character
	parent int  // indent of the key or dash the current value belongs to
	word   int  // where the current key or value began
	after  bool // a bracketed value has just ended: what follows is no text
}

// findUnbalanced returns the first bracket or quote without its other half.
func findUnbalanced(text string) (unbalanced, bool) {
	b := brackets{block: -1}
	for line := range strings.Lines(text) {
		b.line++
		if found, ok := b.readLine(strings.TrimRight(line, "\r\n")); ok {
			return found, true
		}
	}
	return b.unclosed()
}

func (b *brackets) unclosed() (unbalanced, bool) {
	if len(b.open) == 0 {
		return unbalanced{}, false
	}
	last := b.open[len(b.open)-1]
	what := fmt.Sprintf("this %q is never closed", string(last.mark))
	if last.mark == '"' || last.mark == '\'' {
		what = "this quote is never closed"
	}
	return unbalanced{last.line, last.column(), what}, true
}

func (b *brackets) readLine(line string) (unbalanced, bool) {
	content := strings.TrimLeft(line, " ")
	indent := len(line) - len(content)
	if content == "" || (b.block >= 0 && indent > b.block) {
		return unbalanced{}, false
	}
	b.block = -1
	if len(b.open) > 0 && indent <= b.open[0].indent && !strings.ContainsRune(`#]}'"`, rune(content[0])) {
		return b.unclosed()
	}
	b.start, b.after = true, false
	if len(b.open) == 0 {
		b.parent = indent
	}
	for i := indent; i < len(line); {
		next, found, ok := b.readChar(line, i)
		if ok {
			return found, true
		}
		i = next
	}
	return unbalanced{}, false
}

// readChar reads what begins at byte i and returns where to go on.
func (b *brackets) readChar(line string, i int) (int, unbalanced, bool) {
	c := line[i]
	end := len(line)
	spaced := i+1 == end || line[i+1] == ' '
	switch flow := len(b.open) > 0; {
	case b.inQuote():
		return b.readQuote(line, i), unbalanced{}, false
	case c == ' ':
	case c == '#' && (i == 0 || line[i-1] == ' '):
		return end, unbalanced{}, false
	case b.start && (c == '"' || c == '\''), (b.start || flow) && (c == '[' || c == '{'):
		b.push(line, i)
	case (flow || b.after) && (c == ']' || c == '}'):
		found, ok := b.pop(line, i)
		return i + 1, found, ok
	case flow && c == ',':
		b.start = true
	case c == ':' && (spaced || flow):
		b.colon(flow)
	case b.start && (c == '-' || c == '?') && spaced && !flow:
		b.parent = i
	case b.start && !flow && (c == '|' || c == '>'):
		b.block = b.parent
		return end, unbalanced{}, false
	case b.start:
		b.word, b.start = i, false
	}
	return i + 1, unbalanced{}, false
}

// colon notes that a key has ended and its value may begin.
func (b *brackets) colon(flow bool) {
	if !flow {
		b.parent = b.word
	}
	b.start = true
}

func (b *brackets) inQuote() bool {
	if len(b.open) == 0 {
		return false
	}
	mark := b.open[len(b.open)-1].mark
	return mark == '"' || mark == '\''
}

// readQuote takes one character of a quoted text, or an escaped pair.
func (b *brackets) readQuote(line string, i int) int {
	mark := b.open[len(b.open)-1].mark
	switch {
	case mark == '"' && line[i] == '\\':
		return i + 2
	case line[i] == mark && mark == '\'' && strings.HasPrefix(line[i+1:], "'"):
		return i + 2
	case line[i] == mark:
		b.open = b.open[:len(b.open)-1]
		b.start = false
	}
	return i + 1
}

func (b *brackets) push(line string, i int) {
	if len(b.open) == 0 {
		b.word = i
	}
	b.open = append(b.open, opened{line[i], b.line, line, i, b.parent})
	b.start = line[i] == '[' || line[i] == '{'
}

// pop closes the innermost bracket, or says why this closes nothing.
func (b *brackets) pop(line string, i int) (unbalanced, bool) {
	closing := string(line[i])
	here := opened{source: line, at: i}
	if len(b.open) == 0 {
		return unbalanced{b.line, here.column(), fmt.Sprintf("this %q closes nothing", closing)}, true
	}
	last := b.open[len(b.open)-1]
	if (last.mark == '[') != (closing == "]") {
		return unbalanced{b.line, here.column(), fmt.Sprintf("this %q cannot close the %q of line %d, column %d",
			closing, string(last.mark), last.line, last.column())}, true
	}
	b.open = b.open[:len(b.open)-1]
	b.start = false
	b.after = len(b.open) == 0
	return unbalanced{}, false
}
