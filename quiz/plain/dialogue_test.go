package plain

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

// allSkipped is the input that skips every question.
var allSkipped = strings.Repeat("s\n", 12) + "/s\n"

// ask plays an input and returns what came of it.
func ask(t *testing.T, in io.Reader) (quiz.Session, string, error) {
	t.Helper()
	var out bytes.Buffer
	s, err := New(words.English, in, &out, 0).Ask(protocol(t).Start())
	return s, out.String(), err
}

// given counts the answers of a session.
func given(s quiz.Session) int {
	n := 0
	for _, a := range s.Result() {
		if a.State == quiz.Answered {
			n++
		}
	}
	return n
}

func TestEndOfInput(t *testing.T) {
	broken := errors.New("the terminal went away")
	for _, c := range []struct {
		name string
		in   io.Reader
		want int // answers
	}{
		{"nothing at all", strings.NewReader(""), 0},
		{"an empty line", strings.NewReader("\n"), 0},
		{"a whole line", strings.NewReader("2\n"), 1},
		{"a last line without newline", strings.NewReader("2\n1"), 2},
		{"a last line of blanks", strings.NewReader("2\n  "), 1},
		{"carriage returns", strings.NewReader("2\r\n1\r\n"), 2},
		{"a byte order mark", strings.NewReader("\ufeff2\n1\n"), 2},
		{"byte by byte", iotest.OneByteReader(strings.NewReader("2\n1\n3 5\n")), 3},
		{"a failure in the middle of a line", io.MultiReader(strings.NewReader("2\n1"), iotest.ErrReader(broken)), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _, err := ask(t, c.in)
			if !errors.Is(err, ErrEnded) || given(s) != c.want {
				t.Errorf("%d answers and %v, want %d and ErrEnded", given(s), err, c.want)
			}
		})
	}
	if _, _, err := ask(t, iotest.ErrReader(broken)); !errors.Is(err, broken) || !errors.Is(err, ErrEnded) {
		t.Errorf("%v does not name the cause and ErrEnded", err)
	}
}

func TestLongLine(t *testing.T) {
	s, out, err := ask(t, strings.NewReader(strings.Repeat("1 ", longest)+"\n2\n"+strings.Repeat("1", 2*longest)))
	if !errors.Is(err, ErrEnded) || given(s) != 1 || strings.Count(out, "That line is too long.") != 2 {
		t.Errorf("%d answers and %v after\n%s", given(s), err, out)
	}
	if _, out, _ = ask(t, strings.NewReader(strings.Repeat("s\n", 12)+strings.Repeat("a", longest)+"\n")); !strings.Contains(out, "too long") {
		t.Error("a text longer than any line is not refused")
	}
}

// endless is a line without end, of many megabytes.
type endless struct{ left int }

func (r *endless) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = '1'
	}
	r.left -= len(p)
	return len(p), nil
}

func TestMemoryIsBounded(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, _, err := ask(t, &endless{256 << 20})
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; !errors.Is(err, ErrEnded) || grown > 2<<20 {
		t.Errorf("%v, with %d bytes allocated for one line", err, grown)
	}
}

// full refuses everything after the first writes, like a pipe that nobody
// reads any more.
type full struct{ room int }

var errFull = errors.New("nobody listens")

func (w *full) Write(p []byte) (int, error) {
	if w.room--; w.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestNobodyListens sees that no line is taken for an answer to a prompt that
// could not be written.
func TestNobodyListens(t *testing.T) {
	for room := range 15 {
		d := New(words.English, strings.NewReader("2\n1\n1\n1\n"+allSkipped+"b\nb\nr\n"), &full{room}, 0)
		s, err := d.Ask(protocol(t).Start())
		if !errors.Is(err, errFull) || errors.Is(err, ErrEnded) || given(s) > room {
			t.Errorf("room for %d prompts: %d answers, %v", room, given(s), err)
		}
		if err := d.Save("acne.pdf", nil); !errors.Is(err, errFull) {
			t.Errorf("Save returns %v", err)
		}
	}
}

// TestOneReader sees that lines typed ahead reach Save.
func TestOneReader(t *testing.T) {
	d := New(words.English, strings.NewReader(allSkipped+"r\nmy page.pdf\n"), io.Discard, 0)
	if _, err := d.Ask(protocol(t).Start()); err != nil {
		t.Fatal(err)
	}
	saved := ""
	err := d.Save("acne.pdf", func(name string, _ bool) (string, error) {
		saved = name
		return name, nil
	})
	if err != nil || saved != "my page.pdf" {
		t.Errorf("saved as %q, %v", saved, err)
	}
}

func TestSave(t *testing.T) {
	for _, c := range []struct {
		name, suggest, in, want string
	}{
		{"the end is no", "a.pdf", "", ""},
		{"an empty line is no", "a.pdf", "\nb.pdf\n", ""},
		{"n is no", "a.pdf", "N\n", ""},
		{"skip is no", "a.pdf", "/skip\n", ""},
		{"y is the suggestion", "a.pdf", "Yes\n", "a.pdf"},
		{"y without a suggestion is no name", "", "y\nb.pdf\n", "b.pdf"},
		{"a command is no name", "a.pdf", "w\nb\nb.pdf\n", "b.pdf"},
		{"a control character is in no name", "a.pdf", "b\x1b.pdf\nb.pdf\n", "b.pdf"},
		{"a line without end is no name", "a.pdf", strings.Repeat("a", 2*longest) + "\nb.pdf\n", "b.pdf"},
		{"spaces around a name go", "a.pdf", "  b.pdf \r\n", "b.pdf"},
		{"a last line without newline", "a.pdf", "b.pdf", "b.pdf"},
		{"a file that is there, kept", "a.pdf", "old.pdf\nno\nb.pdf\n", "b.pdf"},
		{"a file that is there, replaced", "old.pdf", "y\ny\n", "replaced old.pdf"},
		{"a file that is there, unclear", "a.pdf", "old.pdf\n\nb.pdf\n" + strings.Repeat("y", 2*longest) + "\n", ""},
		{"a failure, then another name", "a.pdf", "bad.pdf\nb.pdf\n", "b.pdf"},
	} {
		t.Run(c.name, func(t *testing.T) {
			saved := ""
			var out bytes.Buffer
			err := New(words.English, strings.NewReader(c.in), &out, 0).Save(c.suggest, func(name string, replace bool) (string, error) {
				switch {
				case name == "bad.pdf":
					return "", errors.New("the disk is full")
				case name == "old.pdf" && !replace:
					return "", fs.ErrExist
				case replace:
					name = "replaced " + name
				}
				saved = name
				return name, nil
			})
			if err != nil || saved != c.want {
				t.Errorf("saved %q, %v; want %q", saved, err, c.want)
			}
			if told := "Saved as " + c.want + "\n"; c.want != "" && !strings.HasSuffix(out.String(), told) {
				t.Errorf("%q does not end with %q", out.String(), told)
			}
		})
	}
}

// TestResumed goes on with a draft.
func TestResumed(t *testing.T) {
	answers := make(quiz.Answers, len(protocol(t).Questions))
	answers[0] = quiz.Answer{State: quiz.Answered, Chosen: 2}
	var out bytes.Buffer
	s, err := New(words.English, strings.NewReader("1\n"), &out, 0).Ask(quiztest.Resumed(protocol(t), answers))
	if !errors.Is(err, ErrEnded) || given(s) != 2 {
		t.Errorf("%d answers, %v", given(s), err)
	}
	if said := out.String(); !strings.Contains(said, "You go on where you stopped.\n") || strings.Contains(said, protocol(t).Welcome[0]) {
		t.Error("a draft is welcomed like a new assessment")
	}
}

// TestCrisisFirst sees that help is named before anything else, in the words
// of the guideline and in the same breath as the line that called for it.
func TestCrisisFirst(t *testing.T) {
	p := protocol(t)
	var out bytes.Buffer
	d := New(words.English, strings.NewReader(strings.Repeat("s\n", 9)+"2\n"), &out, 0)
	s, _ := d.Ask(p.Start())
	help := p.Guideline.Crisis.Title + ". " + p.Guideline.Crisis.Says
	_, after, found := strings.Cut(out.String(), help)
	if !s.Crisis() || !found || !strings.Contains(after, s.Question().Text) {
		t.Error("help is not named before the next question")
	}
	out.Reset()
	_, _ = New(words.English, strings.NewReader(""), &out, 0).Ask(s)
	if !strings.Contains(out.String(), help) {
		t.Error("help is not named at the start of a session that calls for it")
	}
}
