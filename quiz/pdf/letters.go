package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Missing is drawn where characters stood that the fonts lack.
const Missing = "[?]"

// Drawable returns the text as it is drawn, and whether something is missing
// in it: each run of characters that the fonts lack, or that cannot be laid out
// (scripts that join their letters or run from right to left, emoji, letters
// with accents that are not one character in Unicode), is one [Missing]. White
// space becomes plain spaces, and characters that show nothing are left out.
func Drawable(text string) (shown string, missing bool) {
	if plain(text) {
		return text, false
	}
	var l letters
	for _, r := range norm.NFC.String(text) {
		l.add(r)
	}
	return string(l.shown), l.missing
}

// plain reports whether the text is of printable ASCII only, which is drawn as
// it is.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// letters is a drawable text that grows by one character at a time.
type letters struct {
	shown   []rune
	missing bool
	gap     bool // the last was missing
}

func (l *letters) add(r rune) {
	switch {
	case has(r):
		l.shown, l.gap = append(l.shown, r), false
	case unicode.IsSpace(r):
		l.shown, l.gap = append(l.shown, ' '), false
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector):
	default:
		l.lack(r)
	}
}

// lack marks a character as missing. A mark takes its letter along: without it
// that would be another letter.
func (l *letters) lack(r rune) {
	if l.gap {
		return
	}
	if last := len(l.shown) - 1; unicode.Is(unicode.M, r) && last >= 0 && l.shown[last] != ' ' {
		l.shown = l.shown[:last]
	}
	if !strings.HasSuffix(string(l.shown[max(0, len(l.shown)-3):]), Missing) || !l.missing {
		l.shown = append(l.shown, []rune(Missing)...)
	}
	l.missing, l.gap = true, true
}

// has reports whether every font can draw a character.
func has(r rune) bool {
	if r > 0xFFFF {
		return false // fpdf v0.12.0 writes text as two bytes a character
	}
	for _, f := range faces {
		if f.metrics().advance[r] == lacking {
			return false
		}
	}
	return true
}
