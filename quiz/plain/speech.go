package plain

import (
	"io"
	"strings"
	"unicode"

	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// speak adds a paragraph to what the person is told next, in their language.
func (d *Dialogue) speak(t words.Text) { d.say(d.language.Say(t)) }

// say adds a paragraph that is in the person's language already.
func (d *Dialogue) say(text string) { d.sayItem(text, "") }

// sayItem adds a paragraph whose further lines, if it is wrapped, stand behind
// indent.
func (d *Dialogue) sayItem(text, indent string) {
	lines := []string{text}
	if d.width > 0 {
		lines = report.Wrap(text, "", indent, d.width)
	}
	for _, line := range lines {
		d.speech.WriteString(harmless(line) + "\n")
	}
}

// pause sets what follows apart with an empty line.
func (d *Dialogue) pause() { d.speech.WriteString("\n") }

// flush writes all that was said in one piece, because a screen reader may
// break off when more text arrives while it speaks.
func (d *Dialogue) flush() error {
	if d.broken == nil && d.speech.Len() > 0 {
		if _, err := io.WriteString(d.out, d.speech.String()); err != nil {
			d.broken = words.Errorf("the prompts cannot be written: %w", err)
		}
	}
	d.speech.Reset()
	return d.broken
}

// harmless keeps out of a line whatever could act on a terminal. Protocols and
// answers hold nothing of the kind; file names and error messages may.
func harmless(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u200c' || r == '\u200d': // joiners, part of words in some scripts
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == unicode.ReplacementChar:
			return '?'
		}
		return r
	}, line)
}

// sentence joins two texts so that a voice pauses between them.
func sentence(first, second string) string {
	switch {
	case first == "" || second == "":
		return first + second
	case strings.ContainsAny(first[len(first)-1:], ".?!:"):
		return first + " " + second
	}
	return first + ". " + second
}
