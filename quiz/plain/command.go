package plain

import (
	"slices"
	"strings"
	"unicode"

	"scarcheck/quiz"
)

// verb is what a typed line asks for.
type verb uint8

const (
	nothing verb = iota // an empty line
	other               // neither a command nor numbers: perhaps a choice in words
	long                // longer than any answer
	numbers             // choices, or a line of the review
	text                // the answer to a question that takes text
	slash               // a slash, and no command behind it
	bare                // a command without its slash, where text is asked for
	back
	why
	dontKnow
	preferNot
	skip
	keep
	help
	stop
	result
)

// command is a line understood.
type command struct {
	verb    verb
	numbers []int
	text    string
}

// parse reads one line. Where free is true the line is an answer in the
// person's own words, and only a slash makes it a command.
func (v *vocabulary) parse(line string, free bool) command {
	shown := strings.TrimSpace(line)
	if free {
		shown = quiz.Clean(line) // what would be kept of it
	}
	word, slashed := strings.CutPrefix(shown, "/")
	meant, known := v.verbs[phrase(word)]
	switch {
	case shown == "":
		return command{verb: nothing}
	case known && (slashed || !free):
		return command{verb: meant}
	case slashed:
		return command{verb: slash}
	case known: // not taken for an answer: "skip" would end up on the doctor's page
		return command{verb: bare}
	case free:
		return command{verb: text, text: line}
	}
	if ns := v.parseNumbers(shown); ns != nil {
		return command{verb: numbers, numbers: ns}
	}
	return command{verb: other, text: phrase(shown)}
}

// parseNumbers reads "2 4", "2,4", "2, 3 and 4" or "2."; anything else is nil.
func (v *vocabulary) parseNumbers(line string) []int {
	fields := strings.FieldsFunc(strings.TrimSuffix(line, "."), func(r rune) bool {
		return r == ',' || unicode.IsSpace(r)
	})
	var found []int
	for i, field := range fields {
		if i > 0 && i < len(fields)-1 && slices.Contains(v.and, strings.ToLower(field)) {
			continue
		}
		n, ok := parseNumber(field)
		if !ok {
			return nil
		}
		found = append(found, n)
	}
	return found
}

// parseNumber reads a few digits; no list here is longer than two of them.
func parseNumber(field string) (n int, ok bool) {
	if len(field) > 4 {
		return 0, false
	}
	for _, r := range field {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = 10*n + int(r-'0')
	}
	return n, true
}
