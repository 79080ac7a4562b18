package form_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

// inEach is the program's own questionnaire in each language, by its tag, and
// in one whose texts are all a third longer than English.
func inEach(t testing.TB) map[string]*quiz.Protocol {
	t.Helper()
	all := map[string]*quiz.Protocol{"en": protocol(t), "longer": longer(t)}
	for _, tag := range words.Other {
		all[tag] = quiztest.ProtocolIn(t, tag)
	}
	return all
}

// longer is the questionnaire in English with all that the program adds to it a
// third longer.
func longer(t testing.TB) *quiz.Protocol {
	t.Helper()
	p := *protocol(t)
	p.Language = words.Made("xx", func(text words.Text) string {
		return string(text) + strings.Repeat("x", len(text)/3)
	})
	return &p
}

// No word of the form is the program's own in a language that it was not told.
func TestNothingIsEnglishOnly(t *testing.T) {
	p := quiztest.MarkedProtocol(t)
	p.Unchecked = true
	for name, pages := range map[string][]string{
		"text": textPages(drawn(t, "text", p, form.Options{})),
		"pdf":  pdfPages(t, p, form.Options{}),
	} {
		left := quiztest.Unmarked(strings.Join(pages, " "), "scarcheck", "test", "acne", "scar", "sha", "or")
		if len(left) > 0 {
			t.Errorf("%s: these are English still: %q", name, left)
		}
	}
	_, err := form.Lookup("paper")
	if left := quiztest.Unmarked(p.Language.Tell(err), "paper", "text", "pdf", "fhir"); len(left) > 0 {
		t.Errorf("these are English still: %q", left)
	}
}

// All gates that random conditions make are told as well.
func TestGatesAreNotEnglishOnly(t *testing.T) {
	for _, row := range gateRows {
		p := small(t, row.fourth, row.fifth)
		p.Language = quiztest.Marked()
		page := string(drawn(t, "text", p, form.Options{}))
		_, page, _ = strings.Cut(page, " 3  ")
		page, _, _ = strings.Cut(page, "scarcheck test")
		if left := quiztest.Unmarked(page, "All", "Question", "of", "place", "yes", "no", "SMALL", "or"); len(left) > 0 {
			t.Errorf("%s: these are English still: %q", row.name, left)
		}
	}
}

// A PDF says what language it is in, for programs that read it aloud.
func TestPDFNamesItsLanguage(t *testing.T) {
	for _, l := range tongues {
		path := save(t, l.put(t, protocol(t)), form.Options{})
		if plain := quiztest.Run(t, "qpdf", "--qdf", "--object-streams=disable", path, "-"); !strings.Contains(plain, "/Lang ("+l.tag+")") {
			t.Errorf("%s: the language is not named", l.tag)
		}
	}
}

func TestSpanishGoldens(t *testing.T) {
	p := tongues[1].put(t, protocol(t))
	quiztest.Golden(t, "testdata/form.es.golden.txt", drawn(t, "text", p, form.Options{}))
	quiztest.Golden(t, "testdata/a4.es.layout.golden.txt", []byte(quiztest.Run(t, "pdftotext", "-layout", save(t, p, form.Options{}), "-")))
}

// Spanish says "u" in place of "o" before ocho and once.
func TestSpanishOr(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	right := 0
	for range 60 {
		p, _ := randomProtocol(t, random, 13, 1)
		page := string(drawn(t, "text", tongues[1].put(t, p), form.Options{}))
		right += len(regexp.MustCompile(`(8[a-z] u 8|11[a-z] u 11)[a-z]`).FindAllString(page, -1))
		if wrong := regexp.MustCompile(` o (8|11)[a-z]`).FindString(page); wrong != "" {
			t.Errorf("the form says %q", wrong)
		}
	}
	if right == 0 {
		t.Error("no form has such boxes")
	}
}
