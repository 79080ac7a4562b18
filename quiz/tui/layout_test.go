package tui

import (
	"flag"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/rules"
)

// within fails unless the frame is no wider and exactly as high as the window.
func within(t *testing.T, p *person, width, height int) {
	t.Helper()
	lines := strings.Split(p.m.View().Content, "\n")
	if len(lines) > height {
		t.Fatalf("%dx%d: the frame has %d lines:\n%s", width, height, len(lines), p.sees())
	}
	for _, line := range lines {
		if ansi.StringWidth(line) > width {
			t.Fatalf("%dx%d: too wide:\n%s\nin\n%s", width, height, line, p.sees())
		}
	}
}

// inSight fails unless the pointer and the beginning of the question are in
// sight.
func inSight(t *testing.T, p *person, width, height int) {
	t.Helper()
	s, ok := p.m.screen.(question)
	if !ok {
		t.Fatalf("no question on the screen:\n%s", p.sees())
	}
	sign := "> "
	if s.shape.kind == rules.Text {
		sign = "+--"
	}
	begins := strings.Join(strings.Fields(s.session.Question().Text)[:2], " ")
	frame := p.sees()
	if !strings.Contains(frame, sign) || height > leastHeight && !strings.Contains(frame, begins) {
		t.Fatalf("%dx%d: no %q or no %q in\n%s", width, height, sign, begins, frame)
	}
}

var everyWidth = flag.Bool("every-width", false, "look at every question at every width")

// Every question, at widths from the least to 200 and at several heights, with
// the pointer at the first and at the last choice. Each question begins at
// another width, so that together they see all.
func TestFramesFitTheWindow(t *testing.T) {
	step := 13
	switch {
	case *everyWidth:
		step = 1
	case raceEnabled:
		step = 67
	}
	for i := range protocol(t).Questions {
		q := &protocol(t).Questions[i]
		t.Run(q.ID, func(t *testing.T) {
			t.Parallel()
			p := sit(t, at(t, q.ID), 80, 24).press("enter")
			for width := leastWidth + i%step; width <= 200; width += step {
				for _, height := range []int{leastHeight, 15, 24, 60} {
					p.resize(width, height)
					for _, to := range []string{"home", "down", "end"} {
						p.press(to)
						within(t, p, width, height)
						inSight(t, p, width, height)
					}
				}
			}
		})
	}
}

// Every other screen, on the way from the welcome to leaving.
func TestOtherScreensFitTheWindow(t *testing.T) {
	step := 0
	if raceEnabled {
		step = 40
	}
	for _, path := range []string{
		"", "enter", "enter end", "enter f", "enter f end", "enter f w", "enter f w enter w enter", "enter f q", "enter shift+tab f1",
		"enter shift+tab shift+tab shift+tab shift+tab down enter", "enter shift+tab f1 end",
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			p := sit(t, answered(t), 80, 24).press(strings.Fields(path)...)
			for width := 1; width <= 200; width += 9 + step {
				for _, height := range []int{1, 5, leastHeight, 15, 24, 60} {
					p.resize(width, height)
					within(t, p, width, height)
				}
			}
		})
	}
}

// Text that is wider than it is long stays within the window too.
func TestWideTextFitsTheWindow(t *testing.T) {
	p := sit(t, at(t, "goal"), 80, 24).press("enter", `" 皮膚が滑らかになりますように e`+"\u0301"+` 👩‍⚕️`+strings.Repeat("w", 90)+`"`)
	for width := leastWidth; width <= 120; width += 5 {
		p.resize(width, 15)
		within(t, p, width, 15)
	}
	p.press("enter")
	for width := leastWidth; width <= 120; width += 5 {
		p.resize(width, 15)
		within(t, p.press("end", "up"), width, 15)
	}
}

func TestTooSmallKeepsEverything(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).press("enter", "down", "down")
	before := p.sees()
	for _, size := range [][2]int{{29, 24}, {80, 9}, {1, 1}, {10, 3}, {0, 0}} {
		p.resize(size[0], size[1])
		if size[0] > 20 {
			p.wants("Please make the")
		}
		within(t, p, max(1, size[0]), max(1, size[1]))
	}
	p.press("enter", "d", "down")
	if p.resize(80, 24); p.sees() != before {
		t.Errorf("the frame is another one now:\n%s", p.sees())
	}
}

// A frame is drawn from the screen and the size alone: drawing changes nothing.
func TestViewsArePure(t *testing.T) {
	p := sit(t, at(t, "marks"), 60, 15).press("enter", "down", "down")
	if first := p.m.View().Content; first != p.m.View().Content {
		t.Error("the same frame is drawn differently")
	}
}

// Plain characters only: some terminals have no others.
func TestFramesAreASCII(t *testing.T) {
	for _, path := range []string{"", "enter", "enter shift+tab", "enter shift+tab f1", "enter f q", "enter f w"} {
		p := sit(t, answered(t), 80, 24).press(strings.Fields(path)...)
		for _, r := range p.sees() {
			if r > '~' {
				t.Errorf("after %q the frame has %q", path, r)
			}
		}
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	for _, id := range []string{"age", "marks", "goal"} {
		b.Run(id, func(b *testing.B) {
			p := sit(b, at(b, id), 80, 24).press("enter")
			for i := range b.N {
				p.press([]string{"down", "up"}[i%2])
				_ = p.m.View()
			}
		})
	}
	b.Run("resize", func(b *testing.B) {
		p := sit(b, at(b, "marks"), 80, 24).press("enter")
		for i := range b.N {
			p.resize(80+i%2, 24)
			_ = p.m.View()
		}
	})
}
