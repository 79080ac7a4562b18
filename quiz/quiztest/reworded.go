package quiztest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// Reworded is the embedded protocol in a language of its own, in which say
// makes every word from the English: those of the program, and those of the
// protocol, even the titles of sources, which no language translates.
func Reworded(t testing.TB, say func(string) string) *quiz.Protocol {
	t.Helper()
	p := In(t, made(say))
	for i, source := range p.Guideline.Sources {
		p.Guideline.Sources[i] = &rules.Source{ID: source.ID, Title: say(source.Title)}
	}
	return p
}

func made(say func(string) string) words.Language {
	return words.Made("xx", func(t words.Text) string { return besideVerbs(string(t), say) })
}

var verb = regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]`)

// besideVerbs says what stands between the verbs of a format.
func besideVerbs(format string, say func(string) string) string {
	var b strings.Builder
	at := 0
	for _, v := range verb.FindAllStringIndex(format, -1) {
		b.WriteString(say(format[at:v[0]]) + format[v[0]:v[1]])
		at = v[1]
	}
	b.WriteString(say(format[at:]))
	return b.String()
}

// Greek is a text in Greek letters: what is left in Latin ones was said past
// the language.
func Greek(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'α' + (r-'a')%17
		case 'A' <= r && r <= 'Z':
			return 'Α' + (r-'A')%17
		}
		return r
	}, text)
}

// Lengthened is a text whose words are a third longer than in English, rounded.
func Lengthened(text string) string {
	return regexp.MustCompile(`[A-Za-z]+`).ReplaceAllStringFunc(text, func(word string) string {
		return word + strings.Repeat(word[len(word)-1:], (len(word)+1)/3)
	})
}

var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// Unmarked lists the words in Latin letters in what people are shown in Greek,
// but for some that are the same in all languages.
func Unmarked(shown string, but ...string) []string {
	return slices.DeleteFunc(latin.FindAllString(shown, -1), func(word string) bool { return slices.Contains(but, word) })
}
