package strict

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkChars faults the first character of each line that has no business in a
// text file, and reports whether there was none.
func (s *source) checkChars() bool {
	good, line, column, faulted := true, 1, 0, 0
	for i := 0; i < len(s.text); {
		r, size := rune(s.text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s.text[i:])
		}
		column++
		switch {
		case r == '\n':
			line, column = line+1, 0
		case r >= ' ' && r <= '~', faulted == line, strings.HasPrefix(s.text[i:], "\r\n"):
		default:
			if why := s.refusal(i, r, size); why != "" {
				good, faulted = false, line
				s.faultf(line, column, "%s", why)
			}
		}
		i += size
	}
	return good
}

// refusal says why the character at a byte offset is refused, or "".
func (s *source) refusal(at int, r rune, size int) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("byte 0x%02X is not UTF-8; save the file as UTF-8", s.text[at])
	case r == '\t' && strings.TrimLeft(s.lineBefore(at), " \t") == "":
		return "a tab is used as indentation; use spaces"
	case r == '\t':
		return "a tab; use spaces"
	}
	if name := hidden(r); name != "" {
		return fmt.Sprintf("%s (U+%04X) is not allowed; delete it", name, r)
	}
	return ""
}

func (s *source) lineBefore(at int) string {
	return s.text[strings.LastIndexByte(s.text[:at], '\n')+1 : at]
}

// hidden names the class of a character that a reader cannot see, or that
// changes how its neighbours are seen; it returns "" for any other.
func hidden(r rune) string {
	switch {
	case r < ' ', r >= 0x7F && r <= 0x9F:
		return "a control character"
	case r < 0xAD:
		return ""
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return "a character that changes the direction of text"
	case r == 0x00AD, r == 0x034F, r == 0x180E, r >= 0x200B && r <= 0x200D, r >= 0x2060 && r <= 0x2064, r == 0xFEFF:
		return "a zero-width character"
	case r == 0x2028, r == 0x2029:
		return "a line separator"
	case r >= 0xFFF9 && r <= 0xFFFB, r >= 0x206A && r <= 0x206F, r >= 0xE0000 && r <= 0xE007F:
		return "an invisible format character"
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return "a code point that is no character"
	}
	return ""
}

// showable replaces what must not be printed, one character for one, and keeps
// the line breaks.
func showable(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case hidden(r) != "":
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// printable writes what must not be printed as an escape, line breaks too.
func printable(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r == utf8.RuneError || hidden(r) != "" }) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if hidden(r) != "" {
			fmt.Fprintf(&b, "<U+%04X>", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
