package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// smallDisk mounts a disk in memory as a data folder, which only root can.
func smallDisk(t *testing.T) string {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root can mount a small disk")
	}
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=128k,mode=0700"); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill leaves no room on a disk, and returns what removes the ballast again.
func fill(t *testing.T, dir string) (empty func()) {
	t.Helper()
	ballast, err := os.Create(filepath.Join(dir, "ballast"))
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = ballast.Write(make([]byte, 4096))
	}
	if _, err = ballast.Write(nil); err != nil {
		t.Fatal(err)
	}
	return func() { ballast.Close(); os.Remove(ballast.Name()) }
}

const noSpace = "no space left on device; make room on this disk and try again, or save to another place"

// The disk fills up in the middle. The screen says so and goes on; the answers
// stay in memory and go to another place; the draft before is whole.
func TestDiskFillsOnTheScreen(t *testing.T) {
	dir := smallDisk(t)
	p := sit(t, 80, 24, everything)
	p.terminal = open(t, 80, 24, nil, "--data-dir", dir)
	p.start()
	p.answer()
	p.answer()
	p.answer()
	p.onScreen()
	p.until("the third answer is kept", func() bool {
		src, _ := os.ReadFile(filepath.Join(dir, "draft.json"))
		return strings.Contains(string(src), "inflamed-many")
	})
	before := content(t, filepath.Join(dir, "draft.json"))
	fill(t, dir)
	p.answer()
	p.sees("Not kept:", "no space left on device; make room")
	p.answerAll()
	p.sees("Not kept:")
	p.press("f")
	p.sees("Your result")
	p.saves("report.json")
	if p.file("report.json") != summaryOf(t, everything, "json") {
		t.Error("what was saved elsewhere is not all that was answered")
	}
	p.press("q")
	p.sees("What should stay here")
	p.press(enter)
	if code := p.exits(); code != exitFailed || !strings.Contains(p.written(), "the assessment could not be kept: ") {
		t.Errorf("exit code %d", code)
	}
	p.expectRestored()
	if content(t, filepath.Join(dir, "draft.json")) != before {
		t.Error("the draft before is gone")
	}
}

// The same in line mode; and once there is room it is kept again.
func TestDiskFillsInLineMode(t *testing.T) {
	dir, home := smallDisk(t), t.TempDir()
	p := speak(t, home, "--data-dir", dir)
	p.tells("2")
	p.hears("Question 2 of")
	before := content(t, filepath.Join(dir, "draft.json"))
	empty := fill(t, dir)
	p.tells("1")
	p.hears("Your answers are not kept: ")
	p.hears("They stay here until you stop.")
	p.hears("Question 3 of")
	if content(t, filepath.Join(dir, "draft.json")) != before {
		t.Error("the draft before is gone")
	}
	if !strings.Contains(p.all(), noSpace) {
		t.Errorf("it does not say why, and what to do:\n%s", p.all())
	}
	empty()
	p.tells("d")
	p.hears("Question 4 of")
	p.tells("q")
	if code := p.exits(); code != exitStopped || !strings.Contains(content(t, filepath.Join(dir, "draft.json")), `"lesions": "dont-know"`) {
		t.Errorf("exit code %d; the draft is\n%s", code, content(t, filepath.Join(dir, "draft.json")))
	}
}

// A disk that is full from the start, or can only be read, is told before the
// first question. The page comes all the same, and nothing there has changed.
func TestNothingCanBeKept(t *testing.T) {
	for _, row := range []struct {
		name  string
		spoil func(dir string)
		told  string
	}{
		{"full", func(dir string) { fill(t, dir) }, noSpace},
		{"to read only", func(dir string) {
			if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
				t.Fatal(err)
			}
		}, "this disk can only be read; choose a data folder on another one"},
	} {
		t.Run(row.name, func(t *testing.T) {
			dir, home := smallDisk(t), t.TempDir()
			if code, said := stopped(t, home, "--data-dir", dir); code != exitStopped {
				t.Fatal(said)
			}
			before := content(t, filepath.Join(dir, "draft.json"))
			row.spoil(dir)
			c := programAt(t, home, "--data-dir", dir)
			code, page, said := finished(t, c)
			if code != exitFailed || !strings.Contains(page, "ACNE SCAR CHECK") ||
				!strings.Contains(said, "Your answers are not kept on this computer: ") || !strings.Contains(said, row.told) {
				t.Errorf("exit code %d; it said\n%s", code, said)
			}
			if strings.Contains(said, "What you answer is kept") {
				t.Errorf("it says that answers are kept, and that they are not:\n%s", said)
			}
			if content(t, filepath.Join(dir, "draft.json")) != before {
				t.Error("the draft before is gone")
			}
			if left, _ := filepath.Glob(filepath.Join(dir, ".scarcheck-*")); len(left) > 0 {
				t.Errorf("left behind: %s", left)
			}
		})
	}
}

// The same without being root: no file may grow beyond 1 KiB, which a draft of
// some answers does.
func TestLimitOnTheSizeOfFiles(t *testing.T) {
	home := t.TempDir()
	c := exec.Command("/bin/sh", "-c", "ulimit -f 2; exec "+built(t)+" --plain") // in units of 512 bytes
	c.Dir, c.Env = home, programAt(t, home).Env
	p := speakWith(t, home, c)
	p.tells("2")
	p.hears("Question 2 of")
	p.tells("d")
	p.hears("Question 3 of")
	before := content(t, draftIn(home))
	p.tells("d")
	p.hears("Question 4 of")
	if !strings.Contains(p.all(), "Your answers are not kept: ") || !strings.Contains(p.all(), "file too large; make room") {
		t.Errorf("it said\n%s", p.all())
	}
	if content(t, draftIn(home)) != before {
		t.Error("the draft before is gone")
	}
	p.tells("q")
	p.exits()
}

// As somebody who is not root, with a data folder that belongs to another user.
func TestFolderOfAnotherUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can become somebody else")
	}
	const nobody = 65534
	top, err := os.MkdirTemp("", "scarcheck-nobody-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(top) })
	program := filepath.Join(top, "scarcheck")
	src, err := os.Open(built(t))
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	copied, err := os.OpenFile(program, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(copied, src)
	for _, err := range []error{err, copied.Close(), os.Chmod(top, 0o755), os.Mkdir(filepath.Join(top, "data"), 0o755)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range []struct{ dir, told string }{
		{"data", "permission denied; choose a data folder that is yours"},
		{"data/new", "permission denied; choose a data folder that is yours"},
	} {
		c := exec.Command(program, "--data-dir", filepath.Join(top, row.dir))
		c.Dir, c.Env = "/", []string{"HOME=/nowhere", "SOURCE_DATE_EPOCH=" + epoch}
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		code, page, said := finished(t, c)
		if !strings.Contains(said, "Your answers are not kept on this computer: ") || !strings.Contains(said, row.told) || !strings.Contains(page, "ACNE SCAR CHECK") {
			t.Errorf("%s: exit code %d; it said\n%s", row.dir, code, said)
		}
	}
	if entries, err := os.ReadDir(filepath.Join(top, "data")); err != nil || len(entries) > 0 {
		t.Errorf("there is %v, %v", entries, err)
	}
}

// Where the page cannot be written to, the program fails with a word why; in
// line mode the assessment is not taken for one that was seen, and its draft
// stays.
func TestNobodyTakesThePage(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	home := t.TempDir()
	if code, said := stopped(t, home); code != exitStopped {
		t.Fatal(said)
	}
	c := programFed(t, home, "y\n"+strings.Repeat("s\n", 12)+"/s\nr\n", "--plain")
	var said strings.Builder
	c.Stdout, c.Stderr = full, &said
	_ = c.Run()
	if code := c.ProcessState.ExitCode(); code != exitFailed || !strings.Contains(said.String(), "writing to standard output: ") {
		t.Errorf("exit code %d; it said\n%s", code, bothEnds(said.String()))
	}
	if n := answeredIn(t, home); n != 1 {
		t.Errorf("%d answers are kept", n)
	}
}
