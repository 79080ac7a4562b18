//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"scarcheck/quiz"
)

// stopped runs line mode until the person stops after one answer more.
func stopped(t *testing.T, home string, args ...string) (code int, said string) {
	t.Helper()
	c := programAt(t, home, append([]string{"--plain", "--new"}, args...)...)
	c.Stdin = strings.NewReader("2\nq\n")
	code, _, said = ran(t, c)
	return code, said
}

// finished runs line mode to the end, with don't know everywhere.
func finished(t *testing.T, c *exec.Cmd) (code int, stdout, stderr string) {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	typed := ""
	for s := p.Start(); !s.AtReview(); s = s.DontKnow() {
		typed += lineFor(s.Question(), quiz.Answer{State: quiz.DontKnow}) + "\n"
	}
	c.Args = append(c.Args, "--plain", "--new")
	c.Stdin = strings.NewReader(typed + "r\n")
	code, stdout, stderr = ran(t, c)
	return code, stdout, bothEnds(stderr)
}

// bothEnds is the beginning and the end of a long text, for messages.
func bothEnds(text string) string {
	if len(text) < 1000 {
		return text
	}
	return text[:500] + "\n...\n" + text[len(text)-500:]
}

// aDraft is a draft with two answers, as the program keeps it.
func aDraft(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	c := programAt(t, home, "--plain")
	c.Stdin = strings.NewReader("2\n1\nq\n")
	ran(t, c)
	return content(t, draftIn(home))
}

// A draft that cannot be used is put aside, byte for byte, and told; the
// questions are asked all the same, and a new draft takes its place.
func TestDamagedDrafts(t *testing.T) {
	whole := aDraft(t)
	const told = "Answers from an earlier time could not be read. They were put aside as "
	for _, row := range []struct{ name, draft string }{
		{"cut off", whole[:len(whole)/2]},
		{"empty", ""},
		{"garbage", "\x00\x01\xff\xfe\x7fELF"},
		{"NUL bytes, as a crash of the system leaves them", strings.Repeat("\x00", 4096)},
		{"of a later program", strings.Replace(whole, "scarcheck.draft/1", "scarcheck.draft/2", 1)},
		{"an answer changed by hand", strings.Replace(whole, "age-13-17", "age-13-71", 1)},
		{"a text changed by hand", strings.Replace(whole, "How old are you?", "How tall are you?", 1)},
		{"something added by hand", strings.Replace(whole, `"editing"`, `"note": "x", "editing"`, 1)},
		{"hidden characters", strings.Replace(whole, "How old", "How \u202eold\u200b", 1)},
		{"an array", "[" + whole + "]"},
		{"a million brackets", strings.Repeat("[", 1_000_000)},
		{"too large", whole + strings.Repeat(" ", 1<<21)},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			write(t, draftIn(home), row.draft)
			code, said := stopped(t, home)
			aside := filepath.Join(dataIn(home), "draft-damaged-1.json")
			if code != exitStopped || !strings.Contains(said, told+aside) {
				t.Errorf("exit code %d; it said\n%s", code, said)
			}
			if content(t, aside) != row.draft {
				t.Error("what was put aside is not what was there")
			}
			if n := answeredIn(t, home); n != 1 {
				t.Errorf("%d answers are kept", n)
			}
		})
	}
}

// What stands in place of a draft or its folder and is no plain file is not
// followed, not replaced, and told.
func TestOddThingsInPlaceOfFiles(t *testing.T) {
	const notKept = "Your answers are not kept on this computer: "
	target := func(home string) string { return filepath.Join(home, "target") }
	for _, row := range []struct {
		name  string
		spoil func(home string) error
		told  string
	}{
		{"a link to a file", func(home string) error { return os.Symlink(target(home), draftIn(home)) }, "a link or another odd thing stands there"},
		{"a link to nothing", func(home string) error { return os.Symlink("nowhere", draftIn(home)) }, "a link or another odd thing stands there"},
		{"a link for the lock", func(home string) error { return os.Symlink(target(home), filepath.Join(dataIn(home), "lock")) }, "a link or another odd thing stands there"},
		{"a link for the assessments", func(home string) error { return os.Symlink(home, filepath.Join(dataIn(home), "assessments")) }, "a link or another odd thing stands there"},
		{"a file for the folder", func(home string) error {
			_ = os.Remove(dataIn(home))
			return os.WriteFile(dataIn(home), []byte("mine"), 0o600)
		}, "a file stands where a folder should be"},
		{"a file for the assessments", func(home string) error {
			return os.WriteFile(filepath.Join(dataIn(home), "assessments"), []byte("mine"), 0o600)
		}, "a file stands where a folder should be"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			write(t, target(home), "mine")
			write(t, filepath.Join(dataIn(home), "other"), "")
			_ = os.Remove(filepath.Join(dataIn(home), "other"))
			if err := row.spoil(home); err != nil {
				t.Fatal(err)
			}
			before := filesIn(t, home)
			code, said := stopped(t, home)
			if code != exitStopped || !strings.Contains(said, notKept) || !strings.Contains(said, row.told) || !strings.Contains(said, "nothing was saved") {
				t.Errorf("exit code %d; it said\n%s", code, said)
			}
			if got := changes(before, filesIn(t, home)); got != "" {
				t.Errorf("it was changed:\n%s", got)
			}
			code, page, said := finished(t, programAt(t, home))
			if code != exitDone || !strings.Contains(page, "ACNE SCAR CHECK") {
				t.Errorf("exit code %d without the page; it said\n%s", code, said)
			}
		})
	}
}

// A pipe or a folder in place of the draft neither hangs the program nor is lost.
func TestNoFileInPlaceOfTheDraft(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"a pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"a folder": func(path string) error { return os.MkdirAll(filepath.Join(path, "mine"), 0o700) },
	} {
		home := t.TempDir()
		write(t, draftIn(home), "")
		if err := os.Remove(draftIn(home)); err != nil {
			t.Fatal(err)
		}
		if err := spoil(draftIn(home)); err != nil {
			t.Fatal(err)
		}
		code, said := stopped(t, home)
		if code != exitStopped || !strings.Contains(said, "They were put aside as ") || answeredIn(t, home) != 1 {
			t.Errorf("%s: exit code %d; it said\n%s", name, code, said)
		}
		if _, err := os.Lstat(filepath.Join(dataIn(home), "draft-damaged-1.json")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An assessment that cannot be read is listed as such and left as it is; so is
// one of a later program. New ones get a name of their own.
func TestDamagedAssessments(t *testing.T) {
	home := t.TempDir()
	if code, _, said := finished(t, programAt(t, home)); code != exitDone {
		t.Fatalf("exit code %d; it said\n%s", code, said)
	}
	whole := content(t, filepath.Join(dataIn(home), "assessments", "2026-11-23-1.json"))
	rows := map[string]string{
		"2026-11-23-2": whole[:len(whole)/2], "2026-11-23-3": "", "2026-11-23-4": "\x00\xff",
		"2026-11-23-5": strings.Replace(whole, "scarcheck.report/1", "scarcheck.report/2", 1),
		"2026-11-23-6": strings.Replace(whole, `"care": {`, `"caring": {`, 1),
		"2026-11-23-7": strings.Repeat("[", 1_000_000), "2026-11-23-8": whole + strings.Repeat(" ", 1<<21),
	}
	for id, src := range rows {
		write(t, filepath.Join(dataIn(home), "assessments", id+".json"), src)
	}
	before := filesIn(t, home)
	code, list, said := ran(t, programAt(t, home, "history"))
	for id := range rows {
		if code != exitDone || !strings.Contains(list, id+"    cannot be read: ") {
			t.Errorf("%s is not listed as one that cannot be read (exit code %d):\n%s%s", id, code, list, said)
		}
		for _, verb := range [][]string{{"summary", id}, {"history", "show", id}, {"explain", id}, {"history", "diff", id}} {
			if code, out, said := ran(t, programAt(t, home, verb...)); code == exitDone || out != "" || !strings.Contains(said, id+".json") {
				t.Errorf("%v: exit code %d; it said\n%s%s", verb, code, out, said)
			}
		}
	}
	if got := changes(before, filesIn(t, home)); got != "" {
		t.Errorf("it was changed:\n%s", got)
	}
	code, _, said = finished(t, programAt(t, home))
	if code != exitDone || !strings.Contains(said, "kept on this computer as 2026-11-23-9") {
		t.Errorf("exit code %d; it said\n%s", code, said)
	}
	for id, src := range rows {
		if content(t, filepath.Join(dataIn(home), "assessments", id+".json")) != src {
			t.Errorf("%s was overwritten", id)
		}
	}
}

// The clock goes back by two days, and to the day before this program was
// written: names never collide, and no age is less than nothing.
func TestClockGoesBackwards(t *testing.T) {
	home := t.TempDir()
	at := func(seconds string, args ...string) *exec.Cmd {
		c := programAt(t, home, args...)
		c.Env = append(c.Env, "SOURCE_DATE_EPOCH="+seconds)
		return c
	}
	for _, row := range []struct{ clock, id string }{
		{epoch, "2026-11-23-1"}, {"1795262400", "2026-11-21-1"}, {epoch, "2026-11-23-2"}, {"0", "1970-01-01-1"}, {"1795262400", "2026-11-21-2"},
	} {
		if code, _, said := finished(t, at(row.clock)); code != exitDone || !strings.Contains(said, "kept on this computer as "+row.id) {
			t.Errorf("at %s: exit code %d; it said\n%s", row.clock, code, said)
		}
	}
	stopped(t, home) // at the epoch
	c := at("1795262400", "--plain")
	c.Stdin = strings.NewReader("y\nq\n")
	if _, _, said := ran(t, c); !strings.Contains(said, "You stopped less than a minute ago") {
		t.Errorf("it said\n%s", said)
	}
	if code, list, said := ran(t, at("0", "history")); code != exitDone || !strings.HasPrefix(list, "2026-11-23-2 ") {
		t.Errorf("exit code %d: %s%s", code, list, said)
	}
}

// A second scarcheck on the same draft is told so, and goes on without saving.
func TestTwoAtTheSameTime(t *testing.T) {
	home := t.TempDir()
	first := speak(t, home)
	first.tells("2")
	first.tells("1")
	first.hears("Question 3 of")
	before := filesIn(t, draftIn(home))
	const told = "Another scarcheck is open on this computer."
	code, page, said := finished(t, programAt(t, home))
	if code != exitDone || !strings.Contains(said, told) || !strings.Contains(page, "ACNE SCAR CHECK") {
		t.Errorf("exit code %d; it said\n%s", code, said)
	}
	second := open(t, 80, 24, []string{"HOME=" + home})
	second.sees(told)
	second.press(enter, "d", "d")
	second.sees("Question 3 of")
	second.press(ctrlC)
	if code := second.exits(); code != exitInterrupted || !strings.Contains(second.written(), "stopped; nothing was saved") {
		t.Errorf("exit code %d", code)
	}
	if code, _, said := ran(t, programAt(t, home, "history", "forget", "--all", "--yes")); code != exitFailed || !strings.Contains(said, "another scarcheck is open") {
		t.Errorf("forgetting: exit code %d; it said\n%s", code, said)
	}
	if got := changes(before, filesIn(t, draftIn(home))); got != "" {
		t.Errorf("it was changed:\n%s", got)
	}
	first.tells("d")
	first.hears("Question 4 of")
	first.kill()
	if n := answeredIn(t, home); n != 3 {
		t.Errorf("the first one kept %d answers", n)
	}
}
