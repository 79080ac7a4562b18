package plain

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// walk is a way through the questions: the lines typed, and the session that
// each of them must lead to, found without a Dialogue.
type walk struct {
	lines []string
	after []quiz.Session // after[i] is the session before line i
	done  bool           // the last line asked for the result
}

// wander makes a random walk: answers of every kind, back, keep and edits,
// until the result or most lines.
func wander(t *testing.T, r *rand.Rand, most int) walk {
	t.Helper()
	s := protocol(t).Start()
	w := walk{after: []quiz.Session{s}}
	for len(w.lines) < most && !w.done {
		var line string
		if s.AtReview() {
			s, line, w.done = stroll(r, s)
		} else {
			s, line = move(t, r, s)
		}
		w.lines = append(w.lines, line)
		w.after = append(w.after, s)
	}
	return w
}

// stroll is a move at the review.
func stroll(r *rand.Rand, s quiz.Session) (quiz.Session, string, bool) {
	asked := s.Asked()
	switch n := r.IntN(len(asked)); r.IntN(4) {
	case 0:
		return s, "r", true
	case 1:
		return s.Back(), "b", false
	default:
		return s.Edit(asked[n]), fmt.Sprint(n + 1), false
	}
}

// move is a move at a question.
func move(t *testing.T, r *rand.Rand, s quiz.Session) (quiz.Session, string) {
	t.Helper()
	must := func(next quiz.Session, err error) quiz.Session {
		if err != nil {
			t.Fatal(err)
		}
		return next
	}
	q := s.Question()
	switch number, _ := s.Progress(); r.IntN(12) {
	case 0:
		return s.Skip(), "/s"
	case 1:
		return s.DontKnow(), "/don't know"
	case 2:
		return s.PreferNot(), "/P"
	case 3:
		if number > 1 || s.Editing() {
			return s.Back(), "/back"
		}
	case 4:
		if s.Current().State != quiz.Unanswered {
			return must(s.Give(s.Current())), "/k"
		}
	case 5:
		return s, "/w"
	case 6:
		return s, "/not a command"
	}
	a, line := answer(r, q)
	return must(s.Give(a)), line
}

// answer is a random answer that fits, and the line that gives it.
func answer(r *rand.Rand, q *quiz.Question) (quiz.Answer, string) {
	a := quiz.Answer{State: quiz.Answered}
	if q.Kind == rules.Text {
		pieces := []string{"new ", "scars? ", "\x1b[31m", "\u202e", "na\u00efve ", "\t", "3 ", "/ "}
		a.Text = "I wish"
		for range r.IntN(20) {
			a.Text += pieces[r.IntN(len(pieces))]
		}
		return a, a.Text
	}
	for a.Chosen == 0 || q.Check(a) != nil {
		a.Chosen = r.Uint64() & (1<<len(q.Choices) - 1)
		if q.Kind == rules.One {
			a.Chosen = 1 << r.IntN(len(q.Choices))
		}
	}
	var numbers []string
	for i := range q.Choices {
		if a.Chosen&(1<<i) != 0 {
			numbers = append(numbers, fmt.Sprint(i+1))
		}
	}
	r.Shuffle(len(numbers), func(i, j int) { numbers[i], numbers[j] = numbers[j], numbers[i] })
	return a, strings.Join(numbers, []string{" ", ",", ", ", " and "}[r.IntN(4)])
}

// TestSameAsSession gives the same random answers through a Dialogue and
// through a Session, and cuts the input after every line: what comes back is
// what the lines before said, never more.
func TestSameAsSession(t *testing.T) {
	for seed := range uint64(200) {
		w := wander(t, rand.New(rand.NewPCG(seed, 1)), 60)
		full, err := New(words.English, strings.NewReader(strings.Join(w.lines, "\n")), io.Discard, 0).Ask(protocol(t).Start())
		if (err == nil) != w.done || !reflect.DeepEqual(full.Result(), w.after[len(w.lines)].Result()) {
			t.Fatalf("seed %d: %q gives %v, %v", seed, w.lines, full.Result(), err)
		}
		if seed%8 > 0 {
			continue // every cut of every walk would take long and find the same
		}
		for cut := range w.lines {
			in := strings.Join(w.lines[:cut], "\n")
			if cut > 0 && cut%2 == 0 {
				in += "\n" // with and without the last newline
			}
			s, err := New(words.English, strings.NewReader(in), io.Discard, 0).Ask(protocol(t).Start())
			if !errors.Is(err, ErrEnded) || !reflect.DeepEqual(s, w.after[cut]) {
				t.Fatalf("seed %d: %q cut after %d lines gives %+v, %v", seed, w.lines, cut, s, err)
			}
		}
	}
}

// TestAnyInput types nonsense: nothing panics, every line is read once, the
// end is the end, and nothing that acts on a terminal is ever written.
func TestAnyInput(t *testing.T) {
	pieces := []string{
		"1", "2", "3", "4", "5", "8", " ", " ", ",", "and", "b", "w", "d", "p", "s", "s", "s", "k", "q", "r", "h", "?", "/", "y", "n", "yes",
		".", "\x1b[2J", "\x1b]0;t\x07", "\x00", "\x7f", "\r", "\u202e", "\u200d", "\u2028", "\xff", "\u00e9", "\U0001f600", "x", "old.pdf", "a/b",
	}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 2))
		var in strings.Builder
		var lines []string
		for range 1 + r.IntN(120) {
			line := ""
			for range r.IntN(4) {
				line += pieces[r.IntN(len(pieces))]
			}
			lines = append(lines, fmt.Sprintf("%q", line))
			in.WriteString(line + "\n")
		}
		width := []int{0, 1, 20, 80, -5}[r.IntN(5)]
		source := &once{Reader: strings.NewReader(in.String())}
		d := New(words.English, source, &careful{t: t, out: io.Discard, allowed: said(t, lines)}, width)
		if _, err := d.Ask(protocol(t).Start()); err != nil && !errors.Is(err, ErrEnded) {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if err := d.Save("acne.pdf", shelf(map[string]bool{"old.pdf": true})); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if source.ends > 2 {
			t.Fatalf("seed %d: read %d times behind the end", seed, source.ends)
		}
	}
}

// once counts the reads behind the end: one by Ask and one by Save.
type once struct {
	io.Reader
	ends int
}

func (r *once) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if n == 0 && errors.Is(err, io.EOF) {
		r.ends++
	}
	return n, err
}

// TestNothingRepeated types a secret that fits nowhere: no complaint repeats it.
func TestNothingRepeated(t *testing.T) {
	var out bytes.Buffer
	in := "mysecret\n/mysecret\n1 2 mysecret\n" + strings.Repeat("s\n", 12) + "/mysecret\n" + strings.Repeat("mysecret ", 40) + "\n/s\nmysecret\n"
	if _, err := New(words.English, strings.NewReader(in), &out, 0).Ask(protocol(t).Start()); !errors.Is(err, ErrEnded) {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "mysecret") {
		t.Error("a complaint repeats what was typed")
	}
}
