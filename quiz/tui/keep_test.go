package tui

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// What is kept after each key is the session as it then stands.
func TestEachStepIsKept(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).keeps().press("enter", "down")
	if len(p.kept) != 0 {
		t.Errorf("kept %d times before there was an answer", len(p.kept))
	}
	p.press("enter", "d", "left", "d")
	if len(p.kept) != 4 {
		t.Fatalf("kept %d times, want once for each of two answers, one step back and one answer", len(p.kept))
	}
	first, last := p.kept[0], p.kept[3]
	if got := first.Answer(0).Chosen; got != 2 {
		t.Errorf("the first answer was kept as %b", got)
	}
	if got, want := last.Question().ID, p.asked(); got != want {
		t.Errorf("kept at %q, and the person is at %q", got, want)
	}
}

func TestWhatCannotBeKeptIsSaid(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).keeps()
	p.broken = errors.New("no space left on device; free some, or save the page elsewhere at the end")
	p.press("enter", "enter").wants("! Not kept: No space left on device; free some")
	p.press("s").wants("! Not kept:") // it goes on, and goes on saying so
	p.broken = nil
	p.press("s")
	if strings.Contains(p.sees(), "Not kept") {
		t.Error("it is kept again, and the screen still says that it is not")
	}
	p.m.keeper.keep = func(quiz.Session) error { panic("deep-few") }
	if p.press("s"); !strings.Contains(p.sees(), "Not kept: A fault in the program (string).") || strings.Contains(p.sees(), "deep-few") {
		t.Errorf("a fault while keeping is told, and without its words:\n%s", p.sees())
	}
}

func TestOffer(t *testing.T) {
	offered := func() *person {
		p := sit(t, protocol(t).Start(), 80, 24).keeps()
		p.m.o.Offer = &Offer{Session: at(t, "goal"), About: []string{"You stopped 2 hours ago."}}
		p.m.o.Notice = []string{"Another thing."}
		p.m.show(newWelcome(p.m.o))
		return p.wants("Another thing.", "You stopped 2 hours ago.", "Enter go on", "n start afresh")
	}
	offered().press("enter").isAt("goal")
	p := offered().press("n").isAt("-welcome").wants("It is private.")
	if len(p.kept) != 0 {
		t.Error("to start afresh keeps nothing before there is an answer")
	}
	p.press("enter").isAt("age").press("left").isAt("-welcome")
	if strings.Contains(p.sees(), "start afresh") {
		t.Error("it offers again what was declined")
	}
}

// At the welcome the person can change to the other language, if there is one
// and nothing was answered yet.
func TestOtherLanguage(t *testing.T) {
	welcomed := func(other string) *person {
		p := sit(t, protocol(t).Start(), 80, 24)
		p.m.o.Other = other
		p.m.show(newWelcome(p.m.o))
		return p
	}
	for _, key := range []string{"l", "L"} {
		p := welcomed("español").wants("l español").press(key)
		if !p.quit || !p.m.other || p.m.interrupted {
			t.Errorf("%s: quit %v, other %v, interrupted %v", key, p.quit, p.m.other, p.m.interrupted)
		}
	}
	if p := welcomed("").press("l").isAt("-welcome"); p.quit || strings.Contains(p.sees(), "l español") {
		t.Error("there is no other language, and it can be changed to")
	}
	p := welcomed("español").press("enter", "enter", "left", "left").isAt("-welcome").press("l")
	if p.quit || strings.Contains(p.sees(), "l español") {
		t.Errorf("an answer would have to be given again:\n%s", p.sees())
	}
}

// Nobody is told that answers are kept where they are not.
func TestOnlyWhatIsKeptIsSaidToBe(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).keeps()
	p.m.o.Kept = "Kept for you alone."
	p.m.show(newWelcome(p.m.o))
	p.wants("It is private.", "Kept for you alone.")
	p = sit(t, protocol(t).Start(), 80, 24).keeps()
	if strings.Contains(p.sees(), "Kept for you alone.") {
		t.Error("it says so without a word that it is so")
	}
	p = sit(t, answered(t), 80, 24).keeps().press("enter", "left")
	p.broken = errors.New("no space left on device")
	p.press("f4", "f", "q").isAt("-leave").wants("! Not kept: No space left on device.")
	if strings.Contains(p.sees(), "Your answers are kept") {
		t.Errorf("it says both:\n%s", p.sees())
	}
}

func TestHiddenScreen(t *testing.T) {
	p := sit(t, at(t, "effect"), 80, 24).press("enter")
	before := p.sees()
	p.press("ctrl+l")
	if got := strings.TrimSpace(p.sees()); got != "" {
		t.Errorf("still to be seen: %q", got)
	}
	p.press("enter") // only brings the screen back
	if p.sees() != before {
		t.Errorf("the key that brings the screen back did more:\n%s", p.sees())
	}
	p.press("ctrl+l", "ctrl+c")
	if !p.quit {
		t.Error("a hidden screen cannot be left")
	}
}

func TestLeavingForgets(t *testing.T) {
	p := sit(t, answered(t), 80, 24).keeps().press("enter", "f", "q").isAt("-leave")
	p.wants("Your answers are kept on this computer", "forget these answers too").press("down", "down", "enter")
	if !p.quit || !p.m.forget || p.m.keep {
		t.Errorf("quit %v, forget %v, keep %v", p.quit, p.m.forget, p.m.keep)
	}
	p = sit(t, answered(t), 80, 24).press("enter", "f", "q")
	if strings.Contains(p.sees(), "forget") || strings.Contains(p.sees(), "are kept") {
		t.Errorf("nothing is kept, and it says so of something:\n%s", p.sees())
	}
}

// crashing is a screen with a fault, in whichever way is asked for.
type crashing struct{ drawing bool }

func (s crashing) fit(canvas) screen { return s }
func (s crashing) frame() frame {
	if s.drawing {
		panic("deep-few")
	}
	return frame{}
}

func (s crashing) update(tea.Msg) (screen, step) { panic(map[string]string{"deep-few": "yes"}) }

func TestFaultsOfTheScreenAreCaught(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24)
	p.m.screen = crashing{}
	p.press("x")
	if !p.quit || p.m.crash == nil || !p.m.interrupted {
		t.Fatalf("quit %v, crash %v", p.quit, p.m.crash)
	}
	if said := p.m.crash.Error() + p.m.crash.Stack; strings.Contains(said, "deep-few") || !strings.Contains(said, "map[string]string") {
		t.Errorf("the fault is told as %q", said)
	}
	if regexp.MustCompile(`(?m)^[^\t].*0x`).MatchString(p.m.crash.Stack) || !strings.Contains(p.m.crash.Stack, "tui.crashing.update\n") {
		t.Errorf("the stack has arguments, or not its functions:\n%s", p.m.crash.Stack)
	}
	p = sit(t, protocol(t).Start(), 80, 24)
	aborted := false
	p.m.abort = func() { aborted = true }
	p.m.screen = crashing{drawing: true}
	if p.sees(); !aborted || p.m.crash == nil {
		t.Error("a fault while drawing does not end the program")
	}
}

// A fault in what the program does beside the screen is caught as well, and its
// words do not get out.
func TestFaultsOutsideOfTheScreenAreCaught(t *testing.T) {
	p := sit(t, answered(t), 80, 24).press("enter", "f", "w")
	p.m.o.Save = func(string, *report.Report, bool) (string, error) { panic("deep-few") }
	p.press("enter")
	if !p.quit || p.m.crash == nil || strings.Contains(p.m.crash.Error()+p.m.crash.Stack, "deep-few") {
		t.Errorf("quit %v, crash %+v", p.quit, p.m.crash)
	}
}

func TestStackWithoutArguments(t *testing.T) {
	got := withoutArguments("goroutine 7 [running]:\nquiz.(*Session).Give(0x4, {0x8?, 0xc0})\n\t/src/quiz/session.go:12 +0x5\npanic({0x1, 0x2})\ncreated by main in goroutine 1\n")
	want := "goroutine 7 [running]:\nquiz.(*Session).Give\n\t/src/quiz/session.go:12 +0x5\npanic\ncreated by main in goroutine 1\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}
