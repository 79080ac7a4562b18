package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

func TestNarrowTerminals(t *testing.T) {
	for _, row := range []struct {
		name string
		env  []string
		want bool
	}{
		{"nothing is set", nil, false},
		{"UTF-8", []string{"LANG=es_ES.UTF-8"}, false},
		{"UTF-8 in another spelling", []string{"LANG=es_ES.utf8"}, false},
		{"UTF-8 with a modifier", []string{"LANG=es_ES.UTF-8@euro"}, false},
		{"no encoding is named", []string{"LANG=es_ES"}, false},
		{"C with UTF-8", []string{"LC_ALL=C.UTF-8"}, false},
		{"C", []string{"LC_ALL=C", "LANG=es_ES.UTF-8"}, true},
		{"POSIX", []string{"LANG=POSIX"}, true},
		{"Latin-1", []string{"LANG=es_ES.ISO-8859-1"}, true},
		{"Latin-9 with a modifier", []string{"LANG=es_ES.ISO8859-15@euro"}, true},
		{"LC_CTYPE before LANG", []string{"LC_CTYPE=C", "LANG=es_ES.UTF-8"}, true},
		{"LC_ALL before LC_CTYPE", []string{"LC_ALL=es_ES.UTF-8", "LC_CTYPE=C"}, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := (&process{env: row.env}).narrow(); got != row.want {
				t.Errorf("narrow: %v", got)
			}
		})
	}
}

// However a text is cut into pieces, it comes out the same.
func TestPlainWriter(t *testing.T) {
	const text, want = "¿Cuántos años tienes? ¡Bien! Pingüino, ÁÉÍÓÚ, 1º y 2ª: 12 €.\n", "Cuantos anios tienes? Bien! Pinguino, AEIOU, 1o y 2a: 12 €.\n"
	for first := range len(text) {
		for second := first; second < len(text); second += 3 {
			var out bytes.Buffer
			w := newPlainWriter(&out)
			for _, piece := range []string{text[:first], text[first:second], text[second:]} {
				if n, err := w.Write([]byte(piece)); n != len(piece) || err != nil {
					t.Fatalf("wrote %d of %d (%v)", n, len(piece), err)
				}
			}
			if out.String() != want {
				t.Fatalf("cut at %d and %d: %q, want %q", first, second, out.String(), want)
			}
		}
	}
}

// Every letter of the Spanish that the program says has a form for such terminals.
func TestEverySpanishLetterHasAPlainForm(t *testing.T) {
	a := &app{lang: quiztest.Language(t, "es")}
	texts := []string{manPageText(a)}
	p, err := a.protocol()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range p.Texts() {
		texts = append(texts, text.Text)
	}
	var out bytes.Buffer
	_, _ = newPlainWriter(&out).Write([]byte(strings.Join(texts, "\n")))
	for _, r := range out.String() {
		if r >= utf8.RuneSelf {
			t.Errorf("%q has no plain form", r)
		}
	}
}

// manPageText is all that help says.
func manPageText(a *app) string {
	all := ""
	for _, c := range append(allVerbs(a.root()), a.root()) {
		all += c.Long + usageText(a.lang, c)
	}
	return all
}

// Files and other programs get UTF-8; terminals without letters do not, and
// English needs none.
func TestWhoGetsPlainLetters(t *testing.T) {
	for _, row := range []struct {
		name     string
		l        words.Language
		width    int
		talks    bool
		out, err bool
	}{
		{"a terminal", quiztest.Language(t, "es"), 80, true, true, true},
		{"a pipe", quiztest.Language(t, "es"), 0, true, false, true},
		{"errors into a file", quiztest.Language(t, "es"), 80, false, true, false},
		{"English", words.English, 80, true, false, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := process{env: []string{"LC_ALL=C"}, width: row.width, talks: row.talks, stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}
			p.plainLetters(row.l)
			_, out := p.stdout.(*plainWriter)
			_, err := p.stderr.(*plainWriter)
			if out != row.out || err != row.err {
				t.Errorf("standard output %v, standard error %v", out, err)
			}
		})
	}
	var stdout, stderr bytes.Buffer
	if code := run(process{args: []string{"--help", "--lang", "es"}, env: []string{"LC_ALL=C"}, width: 80, stdout: &stdout, stderr: &stderr}); code != exitDone {
		t.Fatal(stderr.String())
	}
	if got := stdout.String(); !strings.Contains(got, "cuando ver") || strings.ContainsFunc(got, func(r rune) bool { return r >= utf8.RuneSelf }) {
		t.Errorf("help is not plain:\n%s", got)
	}
}

// A pager still finds the terminal itself, and who changes the language finds it
// as it was.
func TestPlainTerminalStaysATerminal(t *testing.T) {
	whole, told := &bytes.Buffer{}, &bytes.Buffer{}
	a := &app{process: process{env: []string{"LC_ALL=C"}, width: 80, talks: true, stdout: whole, stderr: told}}
	for range 3 {
		a.speak(quiztest.Language(t, "es"))
		out, text := a.terminal([]byte("¿Qué?\n"))
		if out != whole || string(text) != "Que?\n" {
			t.Errorf("the pager writes %q to %T", text, out)
		}
		if w, ok := a.stdout.(*plainWriter); !ok || w.out != whole {
			t.Errorf("standard output is %T", a.stdout)
		}
		a.speak(words.English)
		if a.stdout != whole || a.stderr != told {
			t.Errorf("in English it is written to %T and %T", a.stdout, a.stderr)
		}
	}
}
