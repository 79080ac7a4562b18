package quiz

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escapes are terminal control sequences: their letters must go with them, or
// "\x1b[31m" would leave "[31m" behind.
var escapes = regexp.MustCompile(
	`\x1b[\]PX^_][^\x07\x1b\x{9c}]*(?:\x07|\x1b\\|\x{9c})?` + // OSC, DCS, SOS, PM, APC with their text
		`|[\x1b\x{9b}]\[?[0-9:;<=>?]*[ -/]*[@-~]?`) // CSI and two-byte escapes

// mostMarks is how many combining marks may follow one letter; no script needs
// more, and piles of them climb over the lines above.
const mostMarks = 4

// Clean makes text typed by a person safe to show anywhere: control and escape
// sequences, invisible and direction-changing characters go, white space
// becomes single spaces, and invalid UTF-8 is dropped.
func Clean(text string) string {
	text = strings.ToValidUTF8(text, "")
	text = escapes.ReplaceAllString(text, "")
	runes := []rune(text)
	var b strings.Builder
	marks := 0
	for i, r := range runes {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case isJoiner(r):
			if !joins(runes, i) {
				continue
			}
		case invisible(r):
			continue
		}
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if marks <= mostMarks {
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func invisible(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) ||
		r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0' || // Hangul fillers look like nothing
		r == '\u2800' // so does the empty Braille cell
}

// isJoiner knows the zero-width joiners, which Persian, Indic scripts and
// emoji need inside a word.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

func joins(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && beyondASCII(runes[i-1]) && beyondASCII(runes[i+1])
}

func beyondASCII(r rune) bool {
	return r > unicode.MaxASCII && !unicode.IsSpace(r) && !isJoiner(r) && !invisible(r)
}
