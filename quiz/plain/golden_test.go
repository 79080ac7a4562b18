package plain

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

// TestDialogues plays every testdata/*.txt. A file is the transcript of one
// dialogue: first lines with "# " on what it is about, then what is said, and
// in between, behind "> ", what is typed (as a Go string where it holds what
// an editor would not show), and at the end, behind "= ", what came of it. To
// add a story, write its "# " and "> " lines and run go test -update.
func TestDialogues(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			quiztest.Golden(t, file, []byte(play(t, readScript(t, string(want)))))
		})
	}
}

// script is what a transcript's file asks for.
type script struct {
	about    []string       // the "# " lines as they stand
	width    int            // from a line "# width 40"
	language words.Language // from a line "# language es"
	typed    []string       // the "> " lines as they stand
}

func readScript(t *testing.T, src string) script {
	t.Helper()
	var s script
	for line := range strings.Lines(src) {
		line = strings.TrimSuffix(line, "\n")
		if typed, ok := strings.CutPrefix(line, ">"); ok {
			s.typed = append(s.typed, strings.TrimPrefix(typed, " "))
		}
		if strings.HasPrefix(line, "# ") {
			s.about = append(s.about, line)
			_, _ = fmt.Sscanf(line, "# width %d", &s.width)
			if tag, ok := strings.CutPrefix(line, "# language "); ok {
				s.language = language(t, tag)
			}
		}
	}
	return s
}

// play runs a script and returns its transcript.
func play(t *testing.T, s script) string {
	t.Helper()
	var b bytes.Buffer
	for _, line := range s.about {
		fmt.Fprintln(&b, line)
	}
	allowed := said(t, s.typed)
	if s.language != words.English {
		allowed += "áéíóúñÁÉÍÓÚÑ¿¡"
	}
	d := New(s.language, &typist{t: t, lines: s.typed, transcript: &b}, &careful{t: t, out: &b, allowed: allowed}, s.width)
	session, err := d.Ask(in(t, s.language).Start())
	if err == nil {
		err = d.Save("acne.pdf", shelf(map[string]bool{"old.pdf": true}))
	}
	if err != nil {
		fmt.Fprintf(&b, "= error: %v\n", err)
	}
	p := session.Protocol()
	for i, a := range session.Result() {
		switch q := p.Questions[i]; {
		case a.Text != "":
			fmt.Fprintf(&b, "= %s: %q\n", q.ID, a.Text)
		case a.State == quiz.Answered:
			fmt.Fprintf(&b, "= %s: %s\n", q.ID, strings.Join(q.IDs(a.Chosen), ", "))
		case a.State != quiz.Unanswered:
			fmt.Fprintf(&b, "= %s: (%s)\n", q.ID, a.State)
		}
	}
	return b.String()
}

// shelf saves nowhere, and refuses what a person may meet.
func shelf(taken map[string]bool) func(string, bool) (string, error) {
	return func(name string, replace bool) (string, error) {
		switch {
		case strings.Contains(name, "/"):
			return "", errors.New("there is no such folder\x1b[2J")
		case taken[name] && !replace:
			return "", fmt.Errorf("%s: %w", name, os.ErrExist)
		}
		return "/home/ada/" + name, nil
	}
}

// typist hands over one line a read, as a terminal does, and notes it in the
// transcript.
type typist struct {
	t          *testing.T
	lines      []string
	transcript io.Writer
}

func (r *typist) Read(p []byte) (int, error) {
	if len(r.lines) == 0 {
		return 0, io.EOF
	}
	line := r.lines[0]
	r.lines = r.lines[1:]
	fmt.Fprintln(r.transcript, strings.TrimRight("> "+line, " "))
	if len(p) <= len(line) {
		r.t.Fatalf("a line of %d bytes is too long for a transcript", len(line))
	}
	return copy(p, unquoted(r.t, line)+"\n"), nil
}

func unquoted(t testing.TB, line string) string {
	t.Helper()
	if !strings.HasPrefix(line, `"`) {
		return line
	}
	typed, err := strconv.Unquote(line)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return typed
}

// careful fails the test when something is written that could act on a
// terminal, or a character above ASCII that nobody's own words hold.
type careful struct {
	t       *testing.T
	out     io.Writer
	allowed string
}

func (w *careful) Write(p []byte) (int, error) {
	for _, r := range string(p) {
		switch {
		case r == '\n', ' ' <= r && r <= '~':
		case r < 0xa0 || !strings.ContainsRune(w.allowed, r):
			w.t.Errorf("%U is written", r)
		}
	}
	return w.out.Write(p)
}

// said is all text that may be repeated: the protocol's, and what was typed,
// made safe.
func said(t testing.TB, typed []string) string {
	t.Helper()
	src, err := os.ReadFile("../data/questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := string(src) + "\u200c\u200d" // joiners are part of words, and of file names
	for _, line := range typed {
		all += quiz.Clean(unquoted(t, line))
	}
	for _, source := range protocol(t).Guideline.Sources {
		all += source.Title
	}
	return all
}

func protocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// in is the protocol as asked in a language, its own texts in English: how
// they are put into the language is for package quiz to see.
func in(t testing.TB, l words.Language) *quiz.Protocol {
	t.Helper()
	p := *protocol(t)
	p.Language = l
	return &p
}

func language(t testing.TB, tag string) words.Language {
	t.Helper()
	l, ok := words.Find(tag)
	if !ok {
		t.Fatalf("there is no language %q", tag)
	}
	return l
}
