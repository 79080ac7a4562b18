package history_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
)

func init() {
	children["limit"] = underLimit
	children["nobody"] = asNobody
}

// asRoot skips a test that must mount something, or become somebody else.
func asRoot(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root can mount a small disk or become another user")
	}
}

// disk mounts a disk of this size, in memory, as a data folder.
func disk(t *testing.T, size int) string {
	t.Helper()
	asRoot(t)
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d,mode=0700", size)); err != nil {
		t.Skip("no disk can be mounted here:", err)
	}
	t.Cleanup(func() { check(t, syscall.Unmount(dir, 0)) })
	return dir
}

// stands sees that a store reads what it held, that nothing half written lies
// there, and that every way to save fails as want says.
func stands(t *testing.T, s *history.Store, draft string, want func(*history.WriteError) bool) {
	t.Helper()
	p := protocol(t)
	_, addErr := s.Add(built(t, finished, noon, false))
	for what, err := range map[string]error{"save": s.SaveDraft(walk(t, p, finished), noon), "add": addErr} {
		refused, ok := errors.AsType[*history.WriteError](err)
		if !ok || !want(refused) || !strings.HasPrefix(refused.Path, s.Dir()) || !strings.Contains(err.Error(), string(refused.NextStep())) {
			t.Errorf("%s: %v", what, err)
		}
		if err != nil && (strings.Contains(err.Error(), "chin") || strings.Contains(err.Error(), "age-18-24")) {
			t.Errorf("an answer in an error: %v", err)
		}
	}
	if got := contents(t, filepath.Join(s.Dir(), "draft.json")); got != draft {
		t.Errorf("the draft is now\n%s", got)
	}
	if names := lies(t, s.Dir()); strings.Contains(names, ".scarcheck-tmp-") {
		t.Errorf("there is %s", names)
	}
	if got := ids(entries(t, s)); got != "2026-11-23-1" {
		t.Errorf("listed are %s", got)
	}
	if _, r, err := s.Newest(); err != nil || r == nil {
		t.Errorf("%v", err)
	}
	if d, err := s.LoadDraft(p); err != nil || d.Answered() != 1 {
		t.Errorf("the draft cannot be read: %v", err)
	}
}

// filled is a store that holds a draft and an assessment.
func filled(t *testing.T, dir string) (*history.Store, string) {
	t.Helper()
	s := open(t, dir)
	check(t, s.SaveDraft(walk(t, protocol(t), "age-18-24"), noon))
	add(t, s, noon)
	return s, contents(t, filepath.Join(dir, "draft.json"))
}

// TestDiskFull fills the disk: the draft before is whole, and once there is room
// it goes on.
func TestDiskFull(t *testing.T) {
	dir := disk(t, 256<<10)
	s, draft := filled(t, dir)
	ballast := filepath.Join(dir, "ballast")
	file, err := os.Create(ballast)
	check(t, err)
	for err = nil; err == nil; {
		_, err = file.Write(make([]byte, 4096))
	}
	check(t, file.Close())
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	stands(t, s, draft, func(e *history.WriteError) bool { return e.Full() && errors.Is(e, syscall.ENOSPC) })
	if e, ok := errors.AsType[*history.WriteError](s.Writable()); !ok || !e.Full() {
		t.Errorf("writable: %v", s.Writable())
	}
	check(t, os.Remove(ballast))
	check(t, s.SaveDraft(walk(t, protocol(t), finished), noon))
	if got := add(t, s, noon); got != "2026-11-23-2" {
		t.Errorf("added as %s", got)
	}
}

// TestDiskReadOnly makes the disk one that can only be read, both under a store
// that is open and before another one opens.
func TestDiskReadOnly(t *testing.T) {
	dir := disk(t, 256<<10)
	s, draft := filled(t, dir)
	check(t, s.Close()) // nothing may be open to write
	check(t, syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	readOnly := func(e *history.WriteError) bool { return errors.Is(e, syscall.EROFS) && !e.Full() }
	stands(t, s, draft, readOnly)
	check(t, s.Close())
	again := open(t, dir)
	stands(t, again, draft, readOnly)
	if e, ok := errors.AsType[*history.WriteError](again.Writable()); !ok || !readOnly(e) {
		t.Errorf("writable: %v", again.Writable())
	}
	if _, err := again.Forget("2026-11-23-1"); err == nil {
		t.Error("it says to have forgotten")
	}
	if _, err := history.Open(filepath.Join(dir, "below")); !errors.As(err, new(*history.WriteError)) {
		t.Errorf("a folder that cannot be made: %v", err)
	}
	check(t, again.Close())
}

// underLimit saves while no file may grow beyond 600 bytes, and once it may.
func underLimit(dir string) error {
	p, err := quiz.Embedded()
	if err != nil {
		return err
	}
	s, err := history.Open(dir)
	if err != nil {
		return err
	}
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	for _, most := range []uint64{600, limit.Max} {
		limit.Cur = most
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
		_, addErr := s.Add(reportOf(p, review(p)))
		for _, err := range []error{s.SaveDraft(numbered(review(p), 7), noon), addErr} {
			refused, _ := errors.AsType[*history.WriteError](err)
			if err != nil {
				fmt.Println(refused != nil && refused.Full(), errors.Is(err, syscall.EFBIG))
				continue
			}
			fmt.Println("saved")
		}
		io.ReadFull(os.Stdin, make([]byte, 1)) // the test looks
	}
	return nil
}

// TestFileLimit has a limit on the size of files, which sends SIGXFSZ as well.
func TestFileLimit(t *testing.T) {
	dir := t.TempDir()
	s, draft := filled(t, dir)
	check(t, s.Close())
	child := start(t, "limit", dir)
	for range 2 {
		if got := child.line(t); got != "true true" {
			t.Errorf("full, EFBIG: %s", got)
		}
	}
	if contents(t, filepath.Join(dir, "draft.json")) != draft {
		t.Error("the draft before is gone")
	}
	if got := lies(t, dir); got != "assessments assessments/2026-11-23-1.json draft.json lock" {
		t.Errorf("there is %s", got)
	}
	child.in.Write([]byte{'\n'})
	for range 2 {
		if got := child.line(t); got != "saved" {
			t.Errorf("without the limit: %s", got)
		}
	}
	child.in.Close()
	check(t, child.Wait())
	d, err := open(t, dir).LoadDraft(protocol(t))
	if err != nil || number(t, d) != 7 {
		t.Errorf("%v", err)
	}
}

const nobody = 65534

// asNobody tries the folders below as a user who is not root, and says of each
// what Open, Writable, SaveDraft and List return.
func asNobody(top string) error {
	if err := errors.Join(syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
		return err
	}
	p, err := quiz.Embedded()
	if err != nil {
		return err
	}
	folders, err := os.ReadDir(top)
	if err != nil {
		return err
	}
	for _, folder := range folders {
		fmt.Println(folder.Name() + ": " + tried(p, filepath.Join(top, folder.Name(), "data")))
	}
	fmt.Println("done")
	return nil
}

func tried(p *quiz.Protocol, dir string) string {
	s, err := history.Open(dir)
	if err != nil {
		return "open " + kind(err)
	}
	defer s.Close()
	said := "writable " + kind(s.Writable()) + ", save " + kind(s.SaveDraft(p.Start(), noon))
	list, err := s.List()
	if err != nil {
		return said + ", list " + kind(err)
	}
	for e := range list {
		said += ", " + e.ID + " " + kind(e.Damaged)
	}
	return said
}

// kind is what kind of error this is.
func kind(err error) string {
	refused, isWrite := errors.AsType[*history.WriteError](err)
	switch {
	case err == nil:
		return "ok"
	case isWrite && errors.Is(err, fs.ErrPermission) && refused.NextStep() == "choose a data folder that is yours":
		return "refused"
	case errors.Is(err, fs.ErrPermission):
		return "unreadable"
	}
	return err.Error()
}

// TestPermissions has a folder for each way in which permissions can be wrong.
func TestPermissions(t *testing.T) {
	asRoot(t)
	top, err := os.MkdirTemp("", "history")
	check(t, err)
	t.Cleanup(func() { check(t, os.RemoveAll(top)) })
	check(t, os.Chmod(top, 0o755))
	rows := []struct {
		name   string
		spoil  func(dir, data string)
		wanted string
	}{
		{"a-sound", func(_, _ string) {}, "writable ok, save ok, 2026-11-23-1 ok"},
		{"b-read-only", func(_, data string) { os.Chmod(data, 0o500) }, "writable refused, save refused, 2026-11-23-1 ok"},
		{"c-closed", func(_, data string) { os.Chmod(data, 0) }, "writable refused, save refused, list unreadable"},
		{"d-another-user's", func(_, data string) { os.Chown(data, 0, 0); os.Chmod(data, 0o755) }, "writable refused, save refused, 2026-11-23-1 ok"},
		{"e-none-can-be-made", func(dir, data string) { os.RemoveAll(data); os.Chmod(dir, 0o555) }, "open refused"},
		{"f-draft-of-another-user", func(_, data string) {
			os.Chown(filepath.Join(data, "draft.json"), 0, 0)
		}, "writable ok, save ok, 2026-11-23-1 ok"},
		{"g-lock-of-another-user", func(_, data string) { os.Chown(filepath.Join(data, "lock"), 0, 0) }, "writable ok, save refused, 2026-11-23-1 ok"},
		{"h-assessment-of-another-user", func(_, data string) {
			os.Chown(filepath.Join(data, "assessments", "2026-11-23-1.json"), 0, 0)
		}, "writable ok, save ok, 2026-11-23-1 unreadable"},
		{"i-others-could-enter", func(_, data string) { os.Chmod(data, 0o777) }, "writable ok, save ok, 2026-11-23-1 ok"},
	}
	for _, row := range rows {
		dir := filepath.Join(top, row.name)
		data := filepath.Join(dir, "data")
		s, _ := filled(t, data)
		check(t, s.Close())
		check(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, _ error) error { return os.Lchown(path, nobody, nobody) }))
		row.spoil(dir, data)
	}
	child := start(t, "nobody", top)
	for _, row := range rows {
		if got, want := child.line(t), row.name+": "+row.wanted; got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	if got := child.line(t); got != "done" {
		t.Error(got)
	}
	if got := mode(t, filepath.Join(top, "i-others-could-enter", "data")); got != 0o700 {
		t.Errorf("a folder that others could enter is %v", got)
	}
	if _, err := os.Stat(filepath.Join(top, "f-draft-of-another-user", "data", "draft-damaged-1.json")); err != nil {
		t.Errorf("another user's draft was not set aside: %v", err)
	}
}
