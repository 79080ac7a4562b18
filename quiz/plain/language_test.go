package plain

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// everything is lines that go everywhere and make every mistake, up to the
// result.
func everything(p *quiz.Protocol) (lines []string) {
	v := newVocabulary(p.Language)
	s := p.Start()
	try := func(line string, must bool) {
		next, err := v.step(s, v.parse(line, !s.AtReview() && s.Question().Kind == rules.Text))
		if must || err != nil {
			lines = append(lines, line)
		}
		if must {
			s = next
		}
	}
	for !s.AtReview() {
		lines = append(lines, "/w", "/h", "", strings.Repeat("1", longest+1))
		for _, mistake := range []string{"/zz", "w", "zz", "99", "1 2", "/b", "/k", strings.Repeat("1 ", 300)} {
			if number, _ := s.Progress(); number == 1 || mistake != "/b" {
				try(mistake, false)
			}
		}
		answer := "2 2" // own words
		if n := len(s.Question().Choices); n > 0 {
			answer = fmt.Sprint(n)
		}
		if s.Question().ID == "marks" {
			answer = "1" // none; that there are some is told in the review
		}
		try(answer, true)
	}
	place, _ := p.Find("marks")
	marks := fmt.Sprint(slices.Index(s.Asked(), place) + 1)
	lines = append(lines, "", "h", "99", "w", "b", "/k")
	return append(lines, marks, "b", marks, "7", "d", "d", "d", "r")
}

// TestNothingIsSaidInEnglish finds no word that did not come from the language,
// or from outside.
func TestNothingIsSaidInEnglish(t *testing.T) {
	p := quiztest.Reworded(t, quiztest.Greek)
	lines := append([]string{"what", "y"}, everything(p)...)
	lines = append(lines, "w", "a\x1bb", "a/b", "old.pdf", "what", "n", "old.pdf", "y")
	var out bytes.Buffer
	d := New(p.Language, strings.NewReader(strings.Join(lines, "\n")), &out, 0)
	d.Keep = func(quiz.Session) error { return words.New("no space left on device") }
	if _, err := d.Offer(nil); err != nil {
		t.Fatal(err)
	}
	s, err := d.Ask(p.Start())
	if err != nil {
		t.Fatalf("%v after\n%s", err, out.String())
	}
	err = d.Save("acne.pdf", func(name string, replace bool) (string, error) {
		if name == "a/b" {
			return "", words.New("not a directory")
		}
		return shelf(map[string]bool{"old.pdf": true})(name, replace)
	})
	if err != nil {
		t.Fatal(err)
	}
	_, _ = New(p.Language, strings.NewReader(""), &out, 0).Ask(s) // the welcome of a draft
	for _, said := range []words.Text{
		"The questions go on below.", "This is the first question.", "There is no answer to keep yet.", "cannot stand with others",
		"That is too long: ", "That line is too long.", "Here a command needs a slash", "there is no such command", "Your answer so far: ",
		"answered, not saved and not printed", " means: ", "Your answers are not kept: ", "Your change brings up", "That cannot be done here.",
	} {
		if !strings.Contains(out.String(), quiztest.Greek(string(said))) {
			t.Errorf("the dialogue does not come to say %q", said)
		}
	}
	left := strings.NewReplacer("acne.pdf", "", "old.pdf", "", "/home/ada/", "").Replace(out.String())
	for _, word := range regexp.MustCompile(`[A-Za-z]+`).FindAllString(left, -1) {
		t.Errorf("%q is said in English", word)
	}
}

// Errors are told in the language, and stay themselves.
func TestErrorsInSpanish(t *testing.T) {
	spanish := language(t, "es")
	_, err := New(spanish, strings.NewReader(""), &bytes.Buffer{}, 0).Ask(in(t, spanish).Start())
	if !errors.Is(err, ErrEnded) || err.Error() != "stopped before the end of the questions" {
		t.Errorf("%v", err)
	}
	if got, want := spanish.Tell(err), "detenido antes del final de las preguntas"; got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	_, err = New(spanish, strings.NewReader("2\n"), &full{0}, 0).Ask(in(t, spanish).Start())
	if got := spanish.Tell(err); !errors.Is(err, errFull) || !strings.HasPrefix(got, "no se pueden escribir las preguntas: ") {
		t.Errorf("told %q", got)
	}
}

// Before anything is answered, the name of the other language changes to it;
// after that, and where there is none, it is no command.
func TestOtherLanguage(t *testing.T) {
	other := Other{Name: "español", Invites: "Para seguir en español, escribe español."}
	for _, row := range []struct {
		name, in string
		other    Other
		invited  bool
		want     error
		given    int
		rest     string // what the next dialogue reads
	}{
		{"its name", "español\n2\n", other, true, ErrOther, 0, "2\n"},
		{"without the accent, in capitals", "ESPANOL\n", other, true, ErrOther, 0, ""},
		{"after a slip", "nonsense\nespañol\n", other, true, ErrOther, 0, ""},
		{"once something is answered", "2\nespañol\n", other, true, ErrEnded, 1, ""},
		{"back at the first question with an answer", "2\nb\nespañol\n", other, true, ErrEnded, 1, ""},
		{"where there is none", "español\n", Other{}, false, ErrEnded, 0, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			var out bytes.Buffer
			in := Reader(strings.NewReader(row.in))
			d := New(words.English, in, &out, 0)
			d.Other = row.other
			s, err := d.Ask(protocol(t).Start())
			if !errors.Is(err, row.want) || given(s) != row.given {
				t.Errorf("%d answers, %v", given(s), err)
			}
			if strings.Contains(out.String(), other.Invites) != row.invited {
				t.Errorf("invited: %v\n%s", !row.invited, out.String())
			}
			if rest, _ := io.ReadAll(Reader(in)); string(rest) != row.rest {
				t.Errorf("%q is left to read", rest)
			}
		})
	}
}
