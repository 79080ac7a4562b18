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
// protocol up to the result.
func Reworded(t testing.TB, say func(string) string) *quiz.Protocol {
	t.Helper()
	p := Protocol(t)
	p.Language = words.Made("xx", func(t words.Text) string { return besideVerbs(string(t), say) })
	each := func(texts ...*string) {
		for _, text := range texts {
			*text = say(*text)
		}
	}
	each(&p.Title)
	p.Welcome, p.Questions = slices.Clone(p.Welcome), slices.Clone(p.Questions)
	for i := range p.Welcome {
		each(&p.Welcome[i])
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		each(&q.Section.Title, &q.Label, &q.Text, &q.Hint, &q.Why)
		q.Choices = slices.Clone(q.Choices)
		for j := range q.Choices {
			each(&q.Choices[j].Text, &q.Choices[j].Short, &q.Choices[j].Detail)
		}
	}
	g := *p.Guideline
	p.Guideline = &g
	g.Sources, g.Terms = slices.Clone(g.Sources), slices.Clone(g.Terms)
	for i := range g.Terms {
		each(&g.Terms[i].Term, &g.Terms[i].Plain)
	}
	for i, source := range g.Sources {
		g.Sources[i] = &rules.Source{ID: source.ID, Title: say(source.Title)}
	}
	each(&g.Crisis.Title, &g.Crisis.Says)
	return p
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
