package history_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
)

func add(t testing.TB, s *history.Store, at time.Time) string {
	t.Helper()
	id, err := s.Add(built(t, finished, at, true))
	check(t, err)
	return id
}

func entries(t testing.TB, s *history.Store) []history.Entry {
	t.Helper()
	list, err := s.List()
	check(t, err)
	return slices.Collect(list)
}

func ids(entries []history.Entry) string {
	var names []string
	for _, e := range entries {
		names = append(names, e.ID)
	}
	return strings.Join(names, " ")
}

// TestAddCountsOn adds while the clock goes forwards, backwards, and through
// time zones: each keeps its place, and none is overwritten.
func TestAddCountsOn(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, row := range []struct {
		name string
		at   time.Time
		want string
	}{
		{"the first", noon, "2026-11-23-1"},
		{"the same moment", noon, "2026-11-23-2"},
		{"later that day", noon.Add(time.Hour), "2026-11-23-3"},
		{"the next day", noon.AddDate(0, 0, 1), "2026-11-24-1"},
		{"a clock gone back a day", noon.Add(time.Minute), "2026-11-23-4"},
		{"a clock gone back a year", noon.AddDate(-1, 0, 0), "2025-11-23-1"},
		{"the day where the person is", time.Date(2026, 11, 24, 0, 30, 0, 0, time.FixedZone("", 3600)), "2026-11-24-2"},
	} {
		if got := add(t, s, row.at); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
	for range 8 {
		add(t, s, noon)
	}
	got := ids(entries(t, s))
	const want = "2026-11-24-2 2026-11-24-1 2026-11-23-12 2026-11-23-11 2026-11-23-10 2026-11-23-9 2026-11-23-8 2026-11-23-7 " +
		"2026-11-23-6 2026-11-23-5 2026-11-23-4 2026-11-23-3 2026-11-23-2 2026-11-23-1 2025-11-23-1"
	if got != want {
		t.Errorf("listed as %s\nwant %s", got, want)
	}
}

// TestAddAfterForget goes on after the last of the day, gaps or not: what was
// added later is listed as newer.
func TestAddAfterForget(t *testing.T) {
	s := open(t, t.TempDir())
	for range 3 {
		add(t, s, noon)
	}
	if _, err := s.Forget("2026-11-23-2"); err != nil {
		t.Fatal(err)
	}
	if got := add(t, s, noon); got != "2026-11-23-4" {
		t.Errorf("added as %s", got)
	}
}

// TestAddHidesSensitive adds a report that holds the sensitive answer: the disk
// never does, and the caller's report is as it was.
func TestAddHidesSensitive(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	r := built(t, finished, noon, true)
	before := jsonOf(t, r)
	id, err := s.Add(r)
	check(t, err)
	if jsonOf(t, r) != before || !strings.Contains(before, "safety") {
		t.Error("the caller's report was changed, or never held the answer")
	}
	if src := contents(t, filepath.Join(dir, "assessments", id+".json")); src != jsonOf(t, built(t, finished, noon, false)) {
		t.Errorf("kept as\n%s", src)
	}
}

// TestAddRefuses does not keep what could not be read again.
func TestAddRefuses(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if _, err := s.Add(&report.Report{Schema: report.Schema}); err == nil {
		t.Error("a report without a time is kept")
	}
	if got := lies(t, dir); got != "lock" {
		t.Errorf("there is %s", got)
	}
}

// TestList tells what there is, and which files are damaged; they stay.
func TestList(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if got := entries(t, s); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	add(t, s, noon)
	whole := contents(t, filepath.Join(dir, "assessments", "2026-11-23-1.json"))
	damaged := map[string]string{
		"2026-11-20-1": "", "2026-11-20-2": whole[:len(whole)/2], "2026-11-20-3": "\xff\x00",
		"2026-11-20-4": strings.Replace(whole, "report/1", "report/2", 1), "2026-11-20-5": "[]",
		"2026-11-20-6": strings.Replace(whole, `"assessed_at": "2026`, `"assessed_at": "last`, 1),
		"2026-11-20-7": strings.Repeat(" ", 1<<21), "2026-11-20-8": "null",
	}
	for id, src := range damaged {
		write(t, filepath.Join(dir, "assessments", id+".json"), src)
	}
	for _, other := range []string{"mine.json", "2026-11-23-1.txt", "2026-11-23-0.json", "2026-11-23-01.json", "2026-11-23.json"} {
		write(t, filepath.Join(dir, "assessments", other), "not ours")
	}
	got := entries(t, s)
	first := got[0]
	if first.ID != "2026-11-23-1" || !first.AssessedAt.Equal(noon) || first.Level != "dermatologist" || first.Title == "" ||
		first.Protocol != "acne-scar@1" || len(first.Present) == 0 || first.Damaged != nil {
		t.Errorf("%+v", first)
	}
	if len(got) != 1+len(damaged) {
		t.Fatalf("listed are %s", ids(got))
	}
	for _, e := range got[1:] {
		if e.Damaged == nil || e.Level != "" {
			t.Errorf("%+v", e)
		}
		if _, r, err := s.Get(e.ID); r != nil || err == nil {
			t.Errorf("%s: %v", e.ID, err)
		}
		if contents(t, filepath.Join(dir, "assessments", e.ID+".json")) != damaged[e.ID] {
			t.Errorf("%s was changed", e.ID)
		}
	}
}

// TestListStops reads no file more than is asked for.
func TestListStops(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	add(t, s, noon.AddDate(0, 0, -1))
	add(t, s, noon)
	list, err := s.List()
	check(t, err)
	check(t, os.RemoveAll(filepath.Join(dir, "assessments", "2026-11-22-1.json")))
	for e := range list {
		if e.Damaged != nil {
			t.Errorf("%+v", e)
		}
		break
	}
}

func TestGet(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if _, _, err := s.Newest(); !errors.Is(err, history.ErrNone) {
		t.Errorf("%v", err)
	}
	for range 11 {
		add(t, s, noon)
	}
	add(t, s, noon.AddDate(0, 0, -1))
	write(t, filepath.Join(dir, "assessments", "2026-12-01-1.json"), "damaged")
	for _, row := range []struct {
		name, id, want string
		err            error
	}{
		{"the whole id", "2026-11-23-3", "2026-11-23-3", nil},
		{"the whole id, where others begin with it", "2026-11-23-1", "2026-11-23-1", nil},
		{"a beginning of one", "2026-11-22", "2026-11-22-1", nil},
		{"a beginning of several", "2026-11-23", "", history.ErrNotUnique},
		{"a beginning of all", "2", "", history.ErrNotUnique},
		{"no name", "", "", history.ErrUnknown},
		{"none", "2027", "", history.ErrUnknown},
		{"a path", "../assessments/2026-11-22-1", "", history.ErrUnknown},
		{"a file's name", "2026-11-22-1.json", "", history.ErrUnknown},
	} {
		id, r, err := s.Get(row.id)
		if id != row.want || (r == nil) != (row.err != nil) || !errors.Is(err, row.err) {
			t.Errorf("%s: %s, %v", row.name, id, err)
		}
	}
	if id, r, err := s.Newest(); id != "2026-12-01-1" || r != nil || err == nil {
		t.Errorf("the newest is damaged, and Newest says %s, %v", id, err)
	}
}

func TestForget(t *testing.T) {
	for _, row := range []struct {
		name   string
		ids    []string
		left   string
		gone   string
		failed error
	}{
		{"one", []string{"2026-11-23-2"}, "2026-11-23-3 2026-11-23-1", "2026-11-23-2", nil},
		{"two, and one of them twice", []string{"2026-11-23-1", "2026-11-23-3", "2026-11-23-1"}, "2026-11-23-2", "2026-11-23-3 2026-11-23-1", nil},
		{"none", nil, "2026-11-23-3 2026-11-23-2 2026-11-23-1", "", nil},
		{"one that there is not, beside one", []string{"2026-11-23-1", "2026-11-24-1"}, "2026-11-23-3 2026-11-23-2 2026-11-23-1", "", history.ErrUnknown},
		{"a beginning", []string{"2026"}, "2026-11-23-3 2026-11-23-2 2026-11-23-1", "", history.ErrUnknown},
		{"a path", []string{"../draft"}, "2026-11-23-3 2026-11-23-2 2026-11-23-1", "", history.ErrUnknown},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := open(t, t.TempDir())
			for range 3 {
				add(t, s, noon)
			}
			removed, err := s.Forget(row.ids...)
			if !errors.Is(err, row.failed) || strings.Join(removed.Assessments, " ") != row.gone {
				t.Errorf("%+v, %v", removed, err)
			}
			if got := ids(entries(t, s)); got != row.left {
				t.Errorf("left are %s", got)
			}
		})
	}
}

// TestForgetAll leaves no trace, and goes on to be of use.
func TestForgetAll(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "scarcheck")
	s := open(t, dir)
	add(t, s, noon)
	add(t, s, noon)
	check(t, s.SaveDraft(walk(t, protocol(t), "age-18-24"), noon))
	for _, name := range []string{"draft-damaged-1.json", "draft-damaged-12.json", ".scarcheck-tmp-1", "assessments/2020-01-01-1.json"} {
		write(t, filepath.Join(dir, name), "damaged")
	}
	removed, err := s.ForgetAll()
	if err != nil || fmt.Sprintf("%+v", removed) != "{Assessments:[2026-11-23-2 2026-11-23-1 2020-01-01-1] Draft:true Damaged:2 Folder:true Left:[]}" {
		t.Errorf("%+v, %v", removed, err)
	}
	if got := lies(t, top); got != "" {
		t.Errorf("there is still %s", got)
	}
	check(t, s.SaveDraft(walk(t, protocol(t), "age-18-24"), noon))
	if got := add(t, s, noon); got != "2026-11-23-1" {
		t.Errorf("the first after it is %s", got)
	}
}

// TestForgetAllLeavesOthers removes nothing that is not scarcheck's.
func TestForgetAllLeavesOthers(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	add(t, s, noon)
	write(t, filepath.Join(dir, "notes.txt"), "mine")
	write(t, filepath.Join(dir, "draft-damaged-x.json"), "mine")
	write(t, filepath.Join(dir, "assessments", "mine.json"), "mine")
	removed, err := s.ForgetAll()
	if err != nil || removed.Folder || removed.Draft || len(removed.Assessments) != 1 || len(removed.Left) != 3 {
		t.Errorf("%+v, %v", removed, err)
	}
	if got := lies(t, dir); got != "assessments assessments/mine.json draft-damaged-x.json notes.txt" {
		t.Errorf("left is %s", got)
	}
}

// BenchmarkList lists whole histories, and finds the newest assessment in them.
func BenchmarkList(b *testing.B) {
	dir := b.TempDir()
	s := open(b, dir)
	add(b, s, noon)
	src := contents(b, filepath.Join(dir, "assessments", "2026-11-23-1.json"))
	b.Logf("a report has %d bytes", len(src))
	written := 1
	for _, n := range []int{10, 100, 1_000, 10_000} {
		for ; written < n; written++ {
			day := noon.AddDate(0, 0, -written/3).Format(time.DateOnly)
			write(b, filepath.Join(dir, "assessments", fmt.Sprintf("%s-%d.json", day, 1+written%3)), src)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if got := entries(b, s); len(got) != n || got[len(got)-1].Damaged != nil {
					b.Fatalf("%d entries", len(got))
				}
			}
		})
		b.Run(fmt.Sprintf("newest of %d", n), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := s.Newest(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
