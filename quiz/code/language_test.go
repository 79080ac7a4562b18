package code_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"scarcheck/quiz/code"
	"scarcheck/quiz/quiztest"
)

// A code is of the answers, in whatever language they were given: what one
// language writes is what the other writes, and each reads it.
func TestCodeKnowsNoLanguage(t *testing.T) {
	p, other, random := protocol(t), quiztest.Reworded(t, quiztest.Greek), rand.New(rand.NewPCG(61, 62))
	if p.Language == other.Language || p.Questions[0].Text == other.Questions[0].Text {
		t.Fatal("the protocols do not differ")
	}
	for range 500 {
		answers := randomAnswers(p, random)
		letters := code.Encode(p, answers, day)
		if got := code.Encode(other, answers, day); got != letters {
			t.Fatalf("%s in one language and %s in the other", letters, got)
		}
		want, _, err := code.Decode(p, letters)
		got, at, otherErr := code.Decode(other, letters)
		if err != nil || otherErr != nil || !slices.Equal(got, want) || !at.Equal(day) {
			t.Fatalf("%s: %v, %v", letters, err, otherErr)
		}
	}
}

var mistakes = []error{
	code.ErrNoCode, code.ErrFormat,
	code.ErrSign, code.ErrLength, code.ErrLetter, code.ErrSwapped, code.ErrBefore, code.ErrAfter, code.ErrLast,
}

// Every mistake can be told in any language, and so can its place.
func TestMistakesAreTold(t *testing.T) {
	told := slices.Clone(mistakes)
	for n := range 12 {
		told = append(told, code.Mistyped{Group: n + 1, Err: mistakes[2+n%7]})
	}
	told = append(told, code.OtherProtocol{Version: 2, Hash: "0a1b2c", HaveVersion: 1, HaveHash: "123456"})
	for _, err := range told {
		if left := quiztest.Unmarked(quiztest.Reworded(t, quiztest.Greek).Language.Tell(err)); len(left) > 0 {
			t.Errorf("%v: %q are English still", err, left)
		}
	}
}

func TestMistakesInSpanish(t *testing.T) {
	p, l := protocol(t), quiztest.Language(t, "es")
	for _, row := range []struct{ name, text, want string }{
		{"a wrong letter", "9M83P-90RJB-8SE4V-NXZ0M-YWXMZ-WD70X", "el tercer grupo del código tiene una letra equivocada, o dos letras cambiadas de lugar"},
		{"a group missing", "9M83P-90RJB-NXZ0M-YWXMZ-WD70X", "el tercer grupo del código parece llegar antes de tiempo: falta un grupo antes de él, o tiene una letra equivocada"},
		{"no letters", " - ", "este no es el código de una hoja"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, _, err := code.Decode(p, row.text)
			if got := l.Tell(err); got != row.want {
				t.Errorf("it says %q\nwant    %q", got, row.want)
			}
		})
	}
	other := *p
	other.Version = 7
	_, _, err := code.Decode(&other, full(t, p))
	if _, is := errors.AsType[code.OtherProtocol](err); !is {
		t.Fatal(err)
	}
	const want = "el código pide la versión 1 de las preguntas y reglas (012345), y aquí está la versión 7 (012345)"
	if got := l.Tell(err); got != want {
		t.Errorf("it says %q\nwant    %q", got, want)
	}
}
