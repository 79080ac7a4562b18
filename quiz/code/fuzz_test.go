package code_test

import (
	"errors"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
)

// FuzzDecode reads anything, and the same again as the end of a code whose
// beginning and check letters are right. What is read must be answers that fit
// and the only ones of these letters; what is not must be an error that says
// which.
func FuzzDecode(f *testing.F) {
	p := protocol(f)
	_, all := assessments(f, p)
	for _, answers := range all {
		letters := code.Encode(p, answers, day)
		f.Add(letters)
		f.Add(strings.ToLower(letters[:7]) + " " + letters[6:])
	}
	for _, text := range []string{"", "-", "K7QF2", "answers.json", "ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ", "\u2013\x00\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		decode(t, p, text)
		code.Is(text)
		if own := ownLetters(text); len(own) > 0 && len(own) < 200 {
			decode(t, p, code.Sound(append([]string{"9M83", "90RJ"}, own...)...))
		}
	})
}

// ownLetters are the letters of a text in groups of four, the rest left out.
func ownLetters(text string) (groups []string) {
	var own strings.Builder
	for _, r := range strings.ToUpper(text) {
		if strings.ContainsRune(alphabet, r) {
			own.WriteRune(r)
		}
	}
	for s := own.String(); len(s) >= 4; s = s[4:] {
		groups = append(groups, s[:4])
	}
	return groups
}

func decode(t *testing.T, p *quiz.Protocol, text string) {
	t.Helper()
	answers, on, err := code.Decode(p, text)
	if err != nil {
		wrong, mistyped := errors.AsType[code.Mistyped](err)
		_, other := errors.AsType[code.OtherProtocol](err)
		if !mistyped && !other && !errors.Is(err, code.ErrFormat) && !errors.Is(err, code.ErrNoCode) {
			t.Errorf("an error of no kind: %v", err)
		}
		if answers != nil || !on.IsZero() || mistyped && wrong.Group < 1 {
			t.Errorf("%v, %v, %v", answers, on, err)
		}
		return
	}
	for i, a := range answers {
		if err := p.Questions[i].Check(a); err != nil {
			t.Errorf("%s has %+v: %v", p.Questions[i].ID, a, err)
		}
	}
	if _, dropped := p.Apply(answers); len(dropped) > 0 {
		t.Errorf("answers to questions that are not asked: %v", dropped)
	}
	if again := code.Encode(p, answers, on); ownAll(again) != ownAll(text) {
		t.Errorf("%q is read as %s", text, again)
	}
}

// ownAll is the letters of a text as they are read.
func ownAll(text string) string {
	return strings.Join(strings.FieldsFunc(strings.NewReplacer("I", "1", "L", "1", "O", "0").Replace(strings.ToUpper(text)),
		func(r rune) bool { return !strings.ContainsRune(alphabet, r) }), "")
}
