package form_test

import (
	"regexp"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// tongue is what a reader knows of a language: no more than is needed to do
// what a form says.
type tongue struct {
	tag string

	gate     *regexp.Regexp // the first and the last question, the condition, where to go if not
	end      string         // where that is
	all, any string         // the conditions that a list follows
	and, or  string         // between tests
	verb     *regexp.Regexp // of a test; one of several may stand before the next as well
	not      string         // how a verb begins that denies
	either   *regexp.Regexp // between boxes
	some     *regexp.Regexp // before many boxes
	dontKnow *regexp.Regexp // the box in words, and the number of its question
	written  *regexp.Regexp // the number of a question answered in writing
	run      string         // between the first and the last of boxes in a row
}

var tongues = []*tongue{
	{
		tag:  "en",
		gate: regexp.MustCompile(`^Questions? (\d+)(?: (?:and|to) (\d+))?: only if (.*)\. If not, go to (the end|\d+)\.$`),
		end:  "the end",
		all:  "all of these are true", any: "one of these or more is true",
		and: ", and ", or: ", or ",
		verb:     regexp.MustCompile(`^(you marked|you did not mark|you wrote|you did not write) `),
		not:      "you did not ",
		either:   regexp.MustCompile(` or `),
		some:     regexp.MustCompile(`^any of `),
		dontKnow: regexp.MustCompile(`^"Don't know" in (\d+)$`),
		written:  regexp.MustCompile(`^an answer to (\d+)$`),
		run:      " to ",
	},
	{
		tag:  "es",
		gate: regexp.MustCompile(`^Preguntas? (\d+)(?: (?:y|a) (\d+))?: solo si (.*)\. Si no, ve (al final|a la \d+)\.$`),
		end:  "al final",
		all:  "se cumplen todas estas", any: "se cumple una de estas o más",
		and: ", y ", or: ", o bien ",
		verb:     regexp.MustCompile(`^(marcaste|no marcaste|escribiste|no escribiste) `),
		not:      "no ",
		either:   regexp.MustCompile(` (?:o|u|ni) `),
		some:     regexp.MustCompile(`^(?:alguna|ninguna) de `),
		dontKnow: regexp.MustCompile(`^"No lo sé" en la (\d+)$`),
		written:  regexp.MustCompile(`^(?:algo|nada) en la (\d+)$`),
		run:      " a ",
	},
}

// language is the language of the tongue.
func (l *tongue) language(t testing.TB) words.Language {
	t.Helper()
	language, ok := words.Find(l.tag)
	if !ok {
		t.Fatalf("there is no language %q", l.tag)
	}
	return language
}

// put is a protocol whose form speaks this language. Its own words stay what
// they are: they are not what the reader is told by.
func (l *tongue) put(t testing.TB, p *quiz.Protocol) *quiz.Protocol {
	t.Helper()
	told := *p
	told.Language = l.language(t)
	return &told
}
