//go:build !windows

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
)

// sizes are those the screen is made for.
var sizes = []struct{ columns, rows int }{{80, 24}, {40, 15}, {200, 60}}

func atEachSize(t *testing.T, story func(t *testing.T, columns, rows int)) {
	t.Helper()
	for _, size := range sizes {
		t.Run(fmt.Sprintf("%dx%d", size.columns, size.rows), func(t *testing.T) {
			t.Parallel()
			story(t, size.columns, size.rows)
		})
	}
}

// Somebody answers all, looks over the answers, saves the report, keeps the
// page, and leaves. The saved report is byte for byte that of an answers file.
func TestScreenAnswersAll(t *testing.T) {
	atEachSize(t, func(t *testing.T, columns, rows int) {
		p := sit(t, columns, rows, everything)
		p.start()
		p.answerAll()
		p.press("f")
		p.sees("Your result", "Ask for a dermatologist soon")
		p.saves("report.json")
		p.press("q")
		p.sees("What should stay here")
		p.press(enter)
		if code := p.exits(); code != exitDone {
			t.Errorf("exit code %d", code)
		}
		if p.file("report.json") != summaryOf(t, everything, "json") {
			t.Error("the report saved on the screen is not the one from the answers file")
		}
		page := summaryOf(t, everything, "text")
		written := strings.ReplaceAll(p.written(), "\r\n", "\n")
		if !strings.Contains(written, strings.ReplaceAll(page, "\f", "")) {
			t.Error("the page is not what stays in the window")
		}
		if !strings.HasSuffix(written, "removes it\n") {
			t.Error("it does not say where the assessment is kept")
		}
		p.expectRestored()
	})
}

// Don't know, everywhere; and nothing is left in the window.
func TestScreenDontKnowEverywhere(t *testing.T) {
	atEachSize(t, func(t *testing.T, columns, rows int) {
		p := sit(t, columns, rows, `{"protocol": "acne-scar@1", "answers": {}}`)
		for i := range p.answers {
			p.answers[i].State = quiz.DontKnow
		}
		p.start()
		p.answerAll()
		p.press("f")
		p.sees("Your result")
		p.saves("report.json")
		p.press("q")
		p.sees("What should stay here")
		p.press(down, enter)
		if code := p.exits(); code != exitDone {
			t.Errorf("exit code %d", code)
		}
		if !strings.Contains(p.file("report.json"), `"state": "dont-know"`) || strings.Contains(p.file("report.json"), `"state": "unanswered"`) {
			t.Error("don't know did not arrive as don't know")
		}
		after := p.written()[strings.LastIndex(p.written(), "\x1b[?1049l"):]
		if strings.Contains(after, "know") {
			t.Error("something was left in the window")
		}
		p.expectRestored()
	})
}

// Back is never blocked and nothing is lost by it; an edit from the review
// asks only what it opens.
func TestScreenGoesBackAndEdits(t *testing.T) {
	atEachSize(t, func(t *testing.T, columns, rows int) {
		p := sit(t, columns, rows, strings.Replace(everything, `"marks": ["flat-dark", "narrow-deep"]`, `"marks": ["none"]`, 1))
		p.start()
		p.answer()
		p.answer()
		p.onScreen()
		p.press(left)
		p.session = p.session.Back()
		p.onScreen()
		p.press(shiftTab)
		p.session = p.session.Back()
		p.onScreen()
		p.sees("(your answer)")
		p.answerAll()

		// From the top of the review down to the marks.
		marks, _ := p.session.Protocol().Find("marks")
		for _, place := range p.session.Asked() {
			if place < marks {
				p.press(down)
			}
		}
		p.press(enter)
		p.session = p.session.Edit(marks)
		p.onScreen()
		p.answers[marks] = quiz.Answer{State: quiz.Answered, Chosen: 1 << 3}
		p.answer()
		for _, id := range []string{"new-scars", "visibility"} {
			if q := p.onScreen(); q.ID != id {
				t.Fatalf("the edit led to %s, not %s", q.ID, id)
			}
			p.answer()
		}
		p.sees("Your answers")
		p.press("f")
		p.sees("Your result")
		p.press(ctrlC)
		if code := p.exits(); code != exitInterrupted {
			t.Errorf("exit code %d", code)
		}
	})
}

func TestScreenInterrupted(t *testing.T) {
	atEachSize(t, func(t *testing.T, columns, rows int) {
		p := sit(t, columns, rows, everything)
		p.start()
		p.answer()
		p.onScreen()
		p.press(ctrlC)
		if code := p.exits(); code != exitInterrupted {
			t.Errorf("exit code %d", code)
		}
		p.expectRestored()
		if !strings.Contains(p.written(), "stopped; your answers so far are kept") {
			t.Error("it does not say that the answers are kept")
		}
	})
}

// The window changes its size in the middle of a text; nothing typed is lost.
func TestScreenResizesWhileTyping(t *testing.T) {
	p := sit(t, 80, 24, everything)
	p.start()
	for p.session.Question().ID != "goal" {
		p.answer()
	}
	p.onScreen()
	p.press(strings.Split("Will these", "")...)
	p.resize(40, 15)
	p.sees("Will these")
	p.press(strings.Split(" marks", "")...)
	p.sees("Will these marks") // in a window too small to see them, keys do nothing
	p.resize(20, 8)
	p.sees("larger")
	p.resize(200, 60)
	p.sees("Will these marks")
	p.press(strings.Split(" stay?", "")...)
	p.press(enter)
	p.sees("Your answers", "Will these marks stay?")
}

// The emulator answers no query at all. What is measured here is only that the
// first frame does not wait for an answer; how fast it is, benchmarks tell.
func TestScreenDoesNotWaitForTheTerminal(t *testing.T) {
	p := sit(t, 80, 24, everything)
	from := time.Now()
	p.sees("Acne scar check")
	t.Logf("first frame after %v", time.Since(from))
	if strings.Contains(p.text(), "waiting") {
		t.Error("it waits")
	}
}

func TestScreenWithoutColour(t *testing.T) {
	p := sit(t, 80, 24, everything)
	plain := &person{open(t, 80, 24, []string{"NO_COLOR=1"}), p.session, p.answers}
	plain.start()
	plain.answer()
	plain.onScreen()
	for _, colour := range []string{"[3", "[9", "[4", "[38;", "[48;"} {
		for i := range 8 {
			if sgr := fmt.Sprintf("\x1b%s%dm", colour, i); strings.Contains(plain.written(), sgr) {
				t.Errorf("%q was written", sgr)
			}
		}
	}
}

// Line mode on a terminal: the same answers, the same bytes, no escape ever.
func TestLineModeOnATerminal(t *testing.T) {
	p := sit(t, 80, 24, everything)
	for name, env := range map[string][]string{
		"--plain": nil, "ACCESSIBLE": {"ACCESSIBLE=1"}, "dumb": {"TERM=dumb"},
	} {
		t.Run(name, func(t *testing.T) {
			var args []string
			if env == nil {
				args = []string{"--plain"}
			}
			line := &person{open(t, 80, 24, env, args...), p.session, p.answers}
			for !line.session.AtReview() {
				line.say()
			}
			line.press("r\r")
			line.sees("Type a name for the file")
			line.press("report.json\r")
			if code := line.exits(); code != exitDone {
				t.Errorf("exit code %d", code)
			}
			if line.file("report.json") != summaryOf(t, everything, "json") {
				t.Error("the report saved in line mode is not the one from the answers file")
			}
			if strings.Contains(line.written(), "\x1b") {
				t.Error("line mode wrote an escape sequence")
			}
		})
	}
}

// A PDF on a screen is noise: it is refused, with what to do instead.
func TestPDFIsNotForAScreen(t *testing.T) {
	answers := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(answers, []byte(`{"protocol": "acne-scar@1", "answers": {}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	tt := open(t, 80, 24, nil, "summary", answers, "-f", "pdf")
	tt.sees("pdf is not for a screen; name a file for it: -o page.pdf")
	if code := tt.exits(); code != exitUsage || strings.Contains(tt.written(), "%PDF") {
		t.Errorf("exit code %d\n%s", code, tt.written())
	}
}
