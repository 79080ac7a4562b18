package history_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
)

func unixOnly(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("permissions and links are other things on Windows")
	}
}

func mode(t *testing.T, path string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	check(t, err)
	return info.Mode().Perm()
}

// TestOpenMakes makes the folder and those it lies in, for the user alone.
func TestOpenMakes(t *testing.T) {
	unixOnly(t)
	top := t.TempDir()
	dir := filepath.Join(top, "share", "scarcheck")
	s := open(t, dir)
	check(t, s.SaveDraft(walk(t, protocol(t), "age-18-24"), noon))
	if _, err := s.Add(built(t, finished, noon, false)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]fs.FileMode{
		"share": 0o700, "share/scarcheck": 0o700, "share/scarcheck/assessments": 0o700,
		"share/scarcheck/draft.json": 0o600, "share/scarcheck/lock": 0o600, "share/scarcheck/assessments/2026-11-23-1.json": 0o600,
	} {
		if got := mode(t, filepath.Join(top, path)); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
	if s.Dir() != dir || s.Writable() != nil {
		t.Errorf("%s, %v", s.Dir(), s.Writable())
	}
}

// TestOpenNarrows closes a folder that others could enter, but not one that is
// shared on purpose.
func TestOpenNarrows(t *testing.T) {
	unixOnly(t)
	for _, row := range []struct {
		name      string
		was, want fs.FileMode
	}{
		{"open to all", 0o777, 0o700},
		{"open to the group", 0o750, 0o700},
		{"closed", 0o700, 0o700},
		{"read only", 0o500, 0o500},
		{"shared, with the sticky bit", 0o777 | fs.ModeSticky, 0o777},
	} {
		t.Run(row.name, func(t *testing.T) {
			dir := t.TempDir()
			check(t, os.Mkdir(filepath.Join(dir, "assessments"), 0o755))
			check(t, os.Chmod(dir, row.was))
			open(t, dir)
			if got := mode(t, dir); got != row.want {
				t.Errorf("%v, want %v", got, row.want)
			}
			if got := mode(t, filepath.Join(dir, "assessments")); got != 0o700 {
				t.Errorf("assessments are %v", got)
			}
		})
	}
}

// TestRefused has a row for each thing that may stand where the store keeps
// something. Both Open and a store that is open already refuse it, and what a
// link points to is neither read nor written.
func TestRefused(t *testing.T) {
	unixOnly(t)
	for _, row := range []struct {
		name  string
		place func(t *testing.T, dir, elsewhere string)
		want  error
	}{
		{"a file in place of the folder", func(t *testing.T, dir, _ string) {
			check(t, os.RemoveAll(dir))
			write(t, dir, "mine")
		}, history.ErrNotFolder},
		{"a file in place of a folder above", func(t *testing.T, dir, _ string) {
			check(t, os.RemoveAll(filepath.Dir(dir)))
			write(t, filepath.Dir(dir), "mine")
		}, fs.ErrInvalid}, // any *WriteError will do
		{"a link in place of the draft", func(t *testing.T, dir, elsewhere string) {
			check(t, os.Symlink(filepath.Join(elsewhere, "draft.json"), filepath.Join(dir, "draft.json")))
		}, history.ErrLink},
		{"a link to nothing in place of the draft", func(t *testing.T, dir, elsewhere string) {
			check(t, os.Symlink(filepath.Join(elsewhere, "nothing"), filepath.Join(dir, "draft.json")))
		}, history.ErrLink},
		{"a link in place of the lock", func(t *testing.T, dir, elsewhere string) {
			os.Remove(filepath.Join(dir, "lock"))
			check(t, os.Symlink(filepath.Join(elsewhere, "lock"), filepath.Join(dir, "lock")))
		}, history.ErrLink},
		{"a link in place of the assessments", func(t *testing.T, dir, elsewhere string) {
			check(t, os.Symlink(elsewhere, filepath.Join(dir, "assessments")))
		}, history.ErrLink},
		{"a file in place of the assessments", func(t *testing.T, dir, _ string) {
			write(t, filepath.Join(dir, "assessments"), "mine")
		}, history.ErrNotFolder},
	} {
		t.Run(row.name, func(t *testing.T) {
			top, elsewhere := t.TempDir(), t.TempDir()
			dir := filepath.Join(top, "above", "scarcheck")
			draft := history.NewDraft(walk(t, protocol(t), "age-18-24"), noon).JSON()
			write(t, filepath.Join(elsewhere, "draft.json"), string(draft))
			write(t, filepath.Join(elsewhere, "2026-11-20-1.json"), jsonOf(t, built(t, finished, noon, false)))
			check(t, os.Chmod(elsewhere, 0o755))
			before := lies(t, elsewhere)
			early := open(t, dir)
			row.place(t, dir, elsewhere)
			is := func(err error) bool {
				if row.want == fs.ErrInvalid {
					return errors.As(err, new(*history.WriteError))
				}
				return errors.Is(err, row.want)
			}
			if _, err := history.Open(dir); !is(err) || !strings.Contains(err.Error(), filepath.Dir(dir)) {
				t.Errorf("open: %v", err)
			}
			if _, err := history.Look(dir); row.want != fs.ErrInvalid && !is(err) {
				t.Errorf("look: %v", err)
			}
			d, loadErr := early.LoadDraft(protocol(t))
			saveErr := early.SaveDraft(walk(t, protocol(t), "age-25-plus"), noon)
			_, listErr := early.List()
			id, _, _ := early.Newest()
			_, addErr := early.Add(built(t, finished, noon, false))
			if d != nil || id != "" {
				t.Errorf("it was followed: %v, %s", d != nil, id)
			}
			if !is(loadErr) && !is(saveErr) && !is(addErr) && !is(listErr) {
				t.Errorf("nothing refuses it: %v, %v, %v, %v", loadErr, saveErr, addErr, listErr)
			}
			if after := lies(t, elsewhere); after != before || mode(t, elsewhere) != 0o755 || contents(t, filepath.Join(elsewhere, "draft.json")) != string(draft) {
				t.Errorf("elsewhere there is %s, there was %s", after, before)
			}
		})
	}
}

// TestAssessmentLink lists a link in place of one assessment as damaged, and
// forgets the link, not what it points to.
func TestAssessmentLink(t *testing.T) {
	unixOnly(t)
	dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "secret.json")
	write(t, elsewhere, jsonOf(t, built(t, finished, noon, false)))
	s := open(t, dir)
	check(t, os.Mkdir(filepath.Join(dir, "assessments"), 0o700))
	check(t, os.Symlink(elsewhere, filepath.Join(dir, "assessments", "2026-11-23-1.json")))
	list, err := s.List()
	check(t, err)
	for e := range list {
		if !errors.Is(e.Damaged, history.ErrLink) || e.Level != "" {
			t.Errorf("%+v", e)
		}
	}
	if _, r, err := s.Get("2026-11-23-1"); r != nil || !errors.Is(err, history.ErrLink) {
		t.Errorf("%v, %v", r, err)
	}
	removed, err := s.Forget("2026-11-23-1")
	if err != nil || len(removed.Assessments) != 1 || contents(t, elsewhere) == "" {
		t.Errorf("%+v, %v", removed, err)
	}
}

// TestSweep removes what was half written, and nothing else.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	check(t, os.Mkdir(filepath.Join(dir, "assessments"), 0o700))
	for _, name := range []string{".scarcheck-tmp-123", "assessments/.scarcheck-tmp-9", "notes.txt", ".scarcheck-123", "assessments/mine.json"} {
		write(t, filepath.Join(dir, name), "x")
	}
	owner := open(t, dir)
	if got, want := lies(t, dir), ".scarcheck-123 assessments assessments/mine.json lock notes.txt"; got != want {
		t.Errorf("there is %s, want %s", got, want)
	}
	check(t, owner.Own())
	write(t, filepath.Join(dir, ".scarcheck-tmp-77"), "another one is writing this")
	open(t, dir)
	if !strings.Contains(lies(t, dir), ".scarcheck-tmp-77") {
		t.Error("what a living scarcheck was writing is gone")
	}
}

// TestDraftStays saves, loads and removes.
func TestDraftStays(t *testing.T) {
	dir, p := t.TempDir(), protocol(t)
	s := open(t, dir)
	if d, err := s.LoadDraft(p); d != nil || err != nil {
		t.Fatalf("a draft out of nothing: %v, %v", d, err)
	}
	session := walk(t, p, finished)
	check(t, s.SaveDraft(session, noon))
	check(t, s.Close())
	again := open(t, dir)
	d, err := again.LoadDraft(p)
	if err != nil || d.At != history.AtReview || !d.SavedAt.Equal(noon) || d.Answered() != 14 {
		t.Fatalf("%+v, %v", d, err)
	}
	if src := contents(t, filepath.Join(dir, "draft.json")); strings.Contains(src, "safety") {
		t.Errorf("the sensitive answer reached the disk:\n%s", src)
	}
	check(t, again.RemoveDraft())
	check(t, again.RemoveDraft())
	if got := lies(t, dir); got != "lock" {
		t.Errorf("there is %s", got)
	}
}

// TestDraftDamaged has a row for each way a draft can be spoilt. It is set
// aside, said, and never overwritten, whether it is loaded first or not.
func TestDraftDamaged(t *testing.T) {
	for _, row := range []struct{ name, src string }{
		{"empty", ""},
		{"cut off", sound(t)[:200]},
		{"garbage", "\x00\x01\xff"},
		{"of a later schema", strings.Replace(sound(t), "draft/1", "draft/2", 1)},
		{"changed by hand so that it does not fit", strings.Replace(sound(t), "age-18-24", "age-99", 1)},
		{"of a wrong type", `["a", "list"]`},
		{"a report", jsonOf(t, built(t, finished, noon, false))},
		{"too large", strings.Repeat(" ", quiz.MaxFile+1)},
	} {
		for _, loaded := range []bool{true, false} {
			t.Run(row.name, func(t *testing.T) {
				dir, p := t.TempDir(), protocol(t)
				path, aside := filepath.Join(dir, "draft.json"), filepath.Join(dir, "draft-damaged-3.json")
				write(t, path, row.src)
				write(t, filepath.Join(dir, "draft-damaged-1.json"), "one")
				write(t, filepath.Join(dir, "draft-damaged-2.json"), "two")
				s := open(t, dir)
				if loaded {
					d, err := s.LoadDraft(p)
					damaged, ok := errors.AsType[*history.Damaged](err)
					if d != nil || !ok || damaged.Path != path || damaged.Aside != aside || damaged.Err == nil {
						t.Fatalf("%+v, %+v", d, err)
					}
					if strings.Contains(err.Error(), "age-99") {
						t.Errorf("an answer in an error: %v", err)
					}
					if d, err := s.LoadDraft(p); d != nil || err != nil {
						t.Fatalf("once more: %+v, %v", d, err)
					}
				}
				check(t, s.SaveDraft(walk(t, p, "age-25-plus"), noon))
				if contents(t, aside) != row.src || contents(t, filepath.Join(dir, "draft-damaged-1.json")) != "one" {
					t.Error("it was overwritten")
				}
				if d, err := s.LoadDraft(p); err != nil || d.Answered() != 1 {
					t.Errorf("after it: %+v, %v", d, err)
				}
			})
		}
	}
}

// TestDraftNoFile sets a folder in place of the draft aside.
func TestDraftNoFile(t *testing.T) {
	dir, p := t.TempDir(), protocol(t)
	check(t, os.MkdirAll(filepath.Join(dir, "draft.json", "mine"), 0o700))
	s := open(t, dir)
	if _, err := s.LoadDraft(p); !errors.As(err, new(*history.Damaged)) {
		t.Errorf("%v", err)
	}
	check(t, s.SaveDraft(p.Start(), noon))
	if got := lies(t, dir); got != "draft-damaged-1.json draft-damaged-1.json/mine draft.json lock" {
		t.Errorf("there is %s", got)
	}
}

// TestLook changes nothing, and makes nothing.
func TestLook(t *testing.T) {
	unixOnly(t)
	top := t.TempDir()
	nowhere, err := history.Look(filepath.Join(top, "nowhere"))
	check(t, err)
	if list, err := nowhere.List(); err != nil {
		t.Error(err)
	} else {
		for e := range list {
			t.Errorf("%+v", e)
		}
	}
	if _, _, err := nowhere.Newest(); !errors.Is(err, history.ErrNone) {
		t.Errorf("%v", err)
	}
	if _, err := nowhere.Add(built(t, finished, noon, false)); !errors.As(err, new(*history.WriteError)) {
		t.Errorf("%v", err)
	}
	check(t, os.Chmod(top, 0o755))
	write(t, filepath.Join(top, ".scarcheck-tmp-1"), "x")
	write(t, filepath.Join(top, "draft.json"), "spoilt")
	s, err := history.Look(top)
	check(t, err)
	_, loadErr := s.LoadDraft(protocol(t))
	damaged, _ := errors.AsType[*history.Damaged](loadErr)
	if damaged == nil || damaged.Aside != "" || !errors.As(s.SaveDraft(protocol(t).Start(), noon), new(*history.WriteError)) {
		t.Errorf("%v", loadErr)
	}
	if got := lies(t, top); got != ".scarcheck-tmp-1 draft.json" || mode(t, top) != 0o755 {
		t.Errorf("there is %s", got)
	}
}

// TestLinkedFolder uses a data folder that is itself a link: where it lies is
// for the user to say.
func TestLinkedFolder(t *testing.T) {
	unixOnly(t)
	real, link := t.TempDir(), filepath.Join(t.TempDir(), "link")
	check(t, os.Symlink(real, link))
	s := open(t, link)
	add(t, s, noon)
	if got := lies(t, real); got != "assessments assessments/2026-11-23-1.json lock" {
		t.Errorf("there is %s", got)
	}
}

// TestGoroutines saves and adds from many at once: each takes its turn.
func TestGoroutines(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	session, r := walk(t, protocol(t), finished), built(t, finished, noon, false)
	errs := make(chan error)
	for range 20 {
		go func() { errs <- s.SaveDraft(session, noon) }()
		go func() {
			_, err := s.Add(r)
			errs <- err
		}()
	}
	for range 40 {
		check(t, <-errs)
	}
	if got := entries(t, s); len(got) != 20 {
		t.Errorf("%d added", len(got))
	}
}

// BenchmarkSaveDraft saves a draft of a whole assessment.
func BenchmarkSaveDraft(b *testing.B) {
	s := open(b, b.TempDir())
	session := walk(b, protocol(b), finished)
	for b.Loop() {
		check(b, s.SaveDraft(session, noon))
	}
}
