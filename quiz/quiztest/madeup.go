package quiztest

import (
	"regexp"
	"slices"
	"strings"
)

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

// Greek is a text in Greek letters, one for each Latin one and of the same case:
// what is left in Latin ones was said past the language.
func Greek(text string) string {
	const small, capital = "αβγδεζηθικλμνξοπρστυφχψωάέ", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈ"
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return []rune(small)[r-'a']
		case 'A' <= r && r <= 'Z':
			return []rune(capital)[r-'A']
		}
		return r
	}, text)
}

var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// Unmarked lists the words in Latin letters in what people are shown in Greek,
// but for those that are the same in all languages: words, or whole phrases.
func Unmarked(shown string, but ...string) []string {
	for _, phrase := range but {
		if latin.FindString(phrase) != phrase {
			shown = strings.ReplaceAll(shown, phrase, "")
		}
	}
	return slices.DeleteFunc(latin.FindAllString(shown, -1), func(word string) bool { return slices.Contains(but, word) })
}

var word = regexp.MustCompile(`[A-Za-z]+`)

// Longer makes texts longer by this part of their length, word by word: 1.0/3
// is a third.
func Longer(part float64) func(string) string {
	return func(text string) string {
		owed := 0.0
		return word.ReplaceAllStringFunc(text, func(w string) string {
			owed += part * float64(len(w)+1) // and what stands behind it
			more := min(int(owed), len(w))
			owed -= float64(more)
			return w + strings.ToLower(w[:more])
		})
	}
}
