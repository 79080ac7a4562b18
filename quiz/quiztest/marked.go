package quiztest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// Marked is a language whose only letter is ø, which any font has: what the
// program says without asking the language stands out. It has the lengths of
// English.
func Marked() words.Language { return made(mark) }

// MarkedProtocol is the embedded protocol in a language as Marked.
func MarkedProtocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	return Reworded(t, mark)
}

func mark(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'ø'
		case 'A' <= r && r <= 'Z':
			return 'Ø'
		}
		return r
	}, text)
}

var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// Unmarked lists the words that are not in Marked in what people are shown,
// but for some that are the same in all languages.
func Unmarked(shown string, but ...string) []string {
	return slices.DeleteFunc(latin.FindAllString(shown, -1), func(word string) bool { return slices.Contains(but, word) })
}
