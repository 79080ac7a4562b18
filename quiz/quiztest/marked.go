package quiztest

import (
	"regexp"
	"slices"
	"testing"

	"scarcheck/quiz"
)

// MarkedProtocol is the program's own protocol in the language Marked.
func MarkedProtocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	p := In(t, Marked())
	p.Hash = "sha256:0123456789abcdef"
	return p
}

// Unmarked lists the words that are not in Marked in what people are shown,
// but for some that are the same in all languages.
func Unmarked(shown string, but ...string) []string {
	found := regexp.MustCompile(`[A-Za-z]{2,}`).FindAllString(shown, -1)
	return slices.DeleteFunc(found, func(word string) bool { return slices.Contains(but, word) })
}
