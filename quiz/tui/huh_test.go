package tui

import (
	"os"
	"strings"
	"testing"

	"charm.land/huh/v2"
)

// One test for each fault of Huh v2.0.3 that this package works round.

func TestHuhFilterIsOff(t *testing.T) {
	for _, id := range []string{"age", "alarm"} {
		p := sit(t, at(t, id), 80, 24).press("enter")
		before := p.sees()
		if p.press("/", `"zzz"`); p.sees() != before {
			t.Errorf("%s: a filter changed the frame:\n%s", id, p.sees())
		}
		p.press("down", "enter", "x") // a filtered list panics here
	}
}

func TestHuhBackFromAFieldThatRefuses(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).press("enter", "s", "enter").wants("! Nothing is chosen yet")
	p.press("shift+tab").isAt("age").press("down", "enter").isAt("alarm").press("space", "enter").isAt("lesions")
}

func TestHuhSelectWritesNothingByItself(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).press("enter", "down", "end", "home", "shift+tab", "enter", "s")
	if got := p.answer("age"); got.Chosen != 0 {
		t.Errorf("the answer is %+v", got)
	}
}

// Keys typed ahead, before Huh would have told itself that it is finished,
// belong to the next question.
func TestHuhKeysTypedAheadAreForTheNextQuestion(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).press("enter", "down", "enter", "down", "space", "enter", "d")
	p.isAt("worst")
	if age, alarm := p.answer("age").Chosen, p.answer("alarm").Chosen; age != 2 || alarm != 2 {
		t.Errorf("age %b, alarm %b", age, alarm)
	}
}

func TestHuhShowsAllChoices(t *testing.T) {
	for i := range protocol(t).Questions {
		q := &protocol(t).Questions[i]
		for _, width := range []int{30, 40, 80} {
			p := sit(t, at(t, q.ID), width, 120).press("enter")
			frame := strings.Join(strings.Fields(p.sees()), "")
			for _, c := range q.Choices {
				if !strings.Contains(frame, strings.ReplaceAll(c.Text, " ", "")) {
					t.Errorf("%s at %d columns: no %q in\n%s", q.ID, width, c.Text, p.sees())
				}
			}
		}
	}
}

func TestHuhGrowsBack(t *testing.T) {
	for _, id := range []string{"alarm", "age", "goal"} {
		p := sit(t, at(t, id), 100, 40).press("enter")
		before := p.sees()
		p.resize(34, 11)
		p.resize(100, 40)
		if p.sees() != before {
			t.Errorf("%s: the frame does not grow back:\n%s\nwas:\n%s", id, p.sees(), before)
		}
	}
}

func TestHuhShowsNoFaultBeforeAKey(t *testing.T) {
	p := sit(t, protocol(t).Start(), 80, 24).press("enter", "s")
	if strings.Contains(p.sees(), "!") {
		t.Errorf("a fault is shown before any key:\n%s", p.sees())
	}
}

// Ctrl+E would open $EDITOR on a file with the text in the temporary folder.
func TestHuhOpensNoEditor(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("EDITOR", "false")
	sit(t, at(t, "goal"), 80, 24).press("enter", "ctrl+e", "ctrl+v", `"x"`).wants("summerx")
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("files left behind: %v %v", left, err)
	}
}

// A finished form draws nothing.
func TestHuhFinishedFormIsNotDrawn(t *testing.T) {
	sit(t, protocol(t).Start(), 80, 24).press("enter", "enter").wants("Do you have any of these right now?", "> [ ]")
	f := newField(shape{labels: []string{"a", "b"}}, draft{}, 40, newLook(darkTone))
	if !f.submit() || f.form.State != huh.StateCompleted {
		t.Error("the form is not finished at once")
	}
}

// Huh takes every background for light; its styles here are those asked for.
func TestHuhDrawsInOurStyles(t *testing.T) {
	l := newLook(darkTone)
	f := newField(shape{labels: []string{"a", "b"}}, draft{}, 40, l)
	if !strings.Contains(f.form.View(), l.pointed.Render("> ")) {
		t.Errorf("the pointer is drawn as %q", f.form.View())
	}
}

func TestHuhKeepsThePointerOfManyChoices(t *testing.T) {
	f := newField(shape{kind: 1, labels: []string{"a", "b", "c", "d"}}, draft{pointer: 2, chosen: 0b1010}, 40, newLook(darkTone))
	if f.pointer() != 2 || f.draft().chosen != 0b1010 {
		t.Errorf("pointer %d, chosen %b", f.pointer(), f.draft().chosen)
	}
	f.set(0b0101, 40)
	if f.pointer() != 2 || f.draft().chosen != 0b0101 {
		t.Errorf("after set: pointer %d, chosen %b", f.pointer(), f.draft().chosen)
	}
}
