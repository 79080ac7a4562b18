package plain

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

// In each language a word stands for one command, and the English words stand
// for what they do in English.
func TestWordsMeanOneCommand(t *testing.T) {
	for _, tag := range words.Tags() {
		l := language(t, tag)
		meant := map[string]verb{}
		for _, c := range commandWords {
			for _, word := range listed(l, c.words) {
				if before, known := meant[word]; known && before != c.verb {
					t.Errorf("%s: %q stands for the commands %d and %d", tag, word, before, c.verb)
				}
				meant[word] = c.verb
			}
		}
		v := newVocabulary(l)
		for word, want := range newVocabulary(words.English).verbs {
			if v.verbs[word] != want {
				t.Errorf("%s: %q stands for the command %d, want %d", tag, word, v.verbs[word], want)
			}
		}
		for _, word := range v.yes {
			if v.isNo(word) || v.verbs[word] == stop {
				t.Errorf("%s: %q is yes and no", tag, word)
			}
		}
	}
}

// Each language has whole words of its own for each command.
func TestEachCommandHasWords(t *testing.T) {
	for _, tag := range words.Other {
		l := language(t, tag)
		for _, c := range commandWords {
			own := slices.DeleteFunc(listed(l, c.words), func(word string) bool {
				return len(word) < 2 || slices.Contains(listed(words.English, c.words), word)
			})
			if len(own) == 0 {
				t.Errorf("%s: no word for %q", tag, c.words)
			}
		}
	}
}

func TestParseSpanish(t *testing.T) {
	spanish := newVocabulary(language(t, "es"))
	for _, c := range []struct {
		line string
		free bool
		want command
	}{
		{"atrás", false, command{verb: back}},
		{"ATRÁS", false, command{verb: back}},
		{"atras", false, command{verb: back}},
		{"atra\u0301s", false, command{verb: back}}, // a letter and its accent apart
		{"/ Volver.", false, command{verb: back}},
		{"back", false, command{verb: back}},
		{"¿Por qué?", false, command{verb: why}},
		{"por que", false, command{verb: why}},
		{"No lo sé.", false, command{verb: dontKnow}},
		{"no se", false, command{verb: dontKnow}},
		{"I don't know", false, command{verb: dontKnow}},
		{"prefiero  no decirlo", false, command{verb: preferNot}},
		{"s", false, command{verb: skip}},
		{"saltar", false, command{verb: skip}},
		{"dejar", false, command{verb: keep}},
		{"ayuda", false, command{verb: help}},
		{"salir", false, command{verb: stop}},
		{"ver el resultado", false, command{verb: result}},
		{"2, 3 y 4", false, command{verb: numbers, numbers: []int{2, 3, 4}}},
		{"2 Y 4", false, command{verb: numbers, numbers: []int{2, 4}}},
		{"2 and 4", false, command{verb: numbers, numbers: []int{2, 4}}},
		{"2 y", false, command{verb: other, text: "2 y"}},
		{"Sí", false, command{verb: other, text: "si"}},
		{"no", false, command{verb: other, text: "no"}},
		{"atrás", true, command{verb: bare}},
		{"/atras", true, command{verb: back}},
		{"piel más lisa", true, command{verb: text, text: "piel más lisa"}},
		{"/piel", true, command{verb: slash}},
	} {
		if got := spanish.parse(c.line, c.free); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q is %+v, want %+v", c.line, got, c.want)
		}
	}
	if got := english.parse("atrás", false); got.verb != other {
		t.Errorf("English knows %+v", got)
	}
}

// A choice may be typed in the protocol's language, its accents left out.
func TestChoicesTypedInSpanish(t *testing.T) {
	p := *in(t, language(t, "es"))
	p.Questions = slices.Clone(p.Questions)
	place, ok := p.Find("safety")
	if !ok {
		t.Fatal("nobody is asked about their safety")
	}
	p.Questions[place].Choices = slices.Clone(p.Questions[place].Choices)
	choices := p.Questions[place].Choices
	choices[0].Text, choices[1].Text = "Ningún pensamiento así", "Sí, he tenido pensamientos así"
	for line, want := range map[string]uint64{
		"NINGUN pensamiento así": 1, "no": 1, "NO.": 1,
		"sí, he tenido pensamientos así": 2, "Si, he tenido pensamientos asi.": 2, "sí": 2, "SI": 2, "yes": 2,
		"y": 0, "ninguno": 0,
	} {
		answers := make(quiz.Answers, len(p.Questions))
		s := quiztest.Resumed(&p, answers)
		for s.Question().ID != "safety" {
			s = s.Skip()
		}
		v := newVocabulary(p.Language)
		next, err := v.step(s, v.parse(line, false))
		if (err == nil) != (want > 0) || next.Answer(place).Chosen != want {
			t.Errorf("%q chooses %b, %v; want %b", line, next.Answer(place).Chosen, err, want)
		}
	}
}

// A yes or a no may be said in either language; an s is a yes where
// yes is sí, but for what could not be undone.
func TestYesAndNoInSpanish(t *testing.T) {
	spanish := language(t, "es")
	for line, want := range map[string]bool{"sí": true, "Si": true, "S": true, "y": true, "Yes.": true, "no": false, "N": false} {
		d := New(spanish, strings.NewReader("tal vez\n"+line+"\n"), &bytes.Buffer{}, 0)
		if goOn, err := d.Offer(nil); err != nil || goOn != want {
			t.Errorf("the offer: %q is %v, %v", line, goOn, err)
		}
	}
	for in, want := range map[string]string{
		"sí\n": "hoja.pdf", "s\nsí\n": "hoja.pdf", "s\n": "", "vieja.pdf\ns\nno\n\n": "", "y\n": "hoja.pdf", "no\n": "", "saltar\n": "", "salir\n": "", "\n": "",
		"atrás\nvieja.pdf\nno\notra.pdf\n": "otra.pdf", "vieja.pdf\nsí\n": "vieja.pdf replaced",
	} {
		saved := ""
		d := New(spanish, strings.NewReader(in), &bytes.Buffer{}, 0)
		err := d.Save("hoja.pdf", func(name string, replace bool) (string, error) {
			path, err := shelf(map[string]bool{"vieja.pdf": true})(name, replace)
			if saved = name; err != nil {
				saved = ""
			} else if replace {
				saved += " replaced"
			}
			return path, err
		})
		if err != nil || saved != want {
			t.Errorf("saving: %q saves %q, %v; want %q", in, saved, err, want)
		}
	}
}
