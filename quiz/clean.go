package quiz

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// escapes are terminal control sequences: their letters must go with them, or
// "\x1b[31m" would leave "[31m" behind. Each has a form of two bytes, the first
// of them escape, and one of a single byte from 0x80.
var escapes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(
		`(?:\x1b[\]PX^_]|[\x{9d}\x{90}\x{98}\x{9e}\x{9f}])[^\x07\x1b\x{9c}]*(?:\x07|\x1b\\|\x{9c})?` + // OSC, DCS, SOS, PM, APC with their text
			`|(?:\x1b\[|\x{9b})[0-?]*[ -/]*[@-~]?` + // CSI
			`|\x1b[ -/]*[0-~]?`) // all others
})

// mostMarks is how many combining marks may follow one letter; no script needs
// more, and piles of them climb over the lines above.
const mostMarks = 4

// Clean makes text typed by a person safe to show anywhere: control and escape
// sequences, invisible and direction-changing characters go, white space
// becomes single spaces, and invalid UTF-8 is dropped.
func Clean(text string) string {
	if isPlain(text) {
		return text
	}
	var c cleaner
	for _, r := range escapes().ReplaceAllString(strings.ToValidUTF8(text, ""), "") {
		c.add(r)
	}
	return strings.Join(strings.Fields(c.String()), " ")
}

// isPlain reports whether a text is words of ASCII with single spaces between
// them, as most are: nothing of it would go.
func isPlain(text string) bool {
	space := true // also before the first word
	for i := range len(text) {
		b := text[i]
		if b < ' ' || b > '~' || b == ' ' && space {
			return false
		}
		space = b == ' '
	}
	return !space || text == ""
}

// cleaner is a cleaned text that grows by one character at a time.
type cleaner struct {
	strings.Builder
	last   rune
	marks  int  // in a row, at the end
	joiner rune // waits to be followed by what it can join to
}

func (c *cleaner) add(r rune) {
	switch {
	case unicode.IsSpace(r):
		r = ' '
	case isJoiner(r):
		if c.joiner == 0 && c.last > unicode.MaxASCII {
			c.joiner = r
		}
		return
	case invisible(r):
		return
	}
	switch {
	case !unicode.Is(unicode.M, r):
		c.marks = 0
	case c.marks == mostMarks:
		return
	default:
		c.marks++
	}
	if c.joiner != 0 && r > unicode.MaxASCII {
		c.WriteRune(c.joiner)
	}
	c.joiner, c.last = 0, r
	c.WriteRune(r)
}

func invisible(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Noncharacter_Code_Point) ||
		r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0' || // Hangul fillers look like nothing
		r == '\u2800' // so does the empty Braille cell
}

// isJoiner knows the zero-width joiners, which Persian, Indic scripts and
// emoji need inside a word; they have no business in plain ASCII.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }
