package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

func someReport(t *testing.T, a *app) *report.Report {
	t.Helper()
	p, err := a.protocol()
	if err != nil {
		t.Fatal(err)
	}
	return a.build(p, make(quiz.Answers, len(p.Questions)))
}

func TestSave(t *testing.T) {
	a := &app{process: process{now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}}
	r := someReport(t, a)
	folder := t.TempDir()
	t.Run("a page is the text, for its owner alone", func(t *testing.T) {
		path, err := a.save(filepath.Join(folder, "page.txt"), r, false)
		if err != nil {
			t.Fatal(err)
		}
		expectFile(t, path, "ACNE SCAR CHECK")
	})
	t.Run("a name in .json gives the report", func(t *testing.T) {
		path, err := a.save(filepath.Join(folder, "page.JSON"), r, false)
		if err != nil {
			t.Fatal(err)
		}
		expectFile(t, path, "{\n  \"schema\": \"scarcheck.report/1\"")
	})
	t.Run("a file that exists is left alone until the person says so", func(t *testing.T) {
		path := filepath.Join(folder, "mine.txt")
		if err := os.WriteFile(path, []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := a.save(path, r, false); !errors.Is(err, fs.ErrExist) {
			t.Fatalf("got %v", err)
		}
		expectContent(t, path, "mine")
		if _, err := a.save(path, r, true); err != nil {
			t.Fatal(err)
		}
		expectFile(t, path, "ACNE SCAR CHECK")
	})
	for _, tt := range []struct{ name, file, want string }{
		{"a format there is none of", "page.doc", "must end in one of .txt"},
		{"a folder that is not there", "no/where/page.txt", "cannot be written"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, replace := range []bool{false, true} {
				if _, err := a.save(filepath.Join(folder, tt.file), r, replace); err == nil || !strings.Contains(err.Error(), tt.want) {
					t.Errorf("got %v", err)
				}
			}
		})
	}
	t.Run("a folder is not replaced", func(t *testing.T) {
		if _, err := a.save(folder+string(filepath.Separator), r, true); err == nil || !strings.Contains(err.Error(), "is a folder") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("nothing else is left behind", func(t *testing.T) {
		entries, err := os.ReadDir(folder)
		if err != nil || len(entries) != 3 {
			t.Errorf("%v %v", entries, err)
		}
	})
}

func expectFile(t *testing.T, path, start string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%s has mode %v", path, info.Mode())
	}
	content, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(content), start) {
		t.Errorf("%s does not start with %q: %v", path, start, err)
	}
}

func expectContent(t *testing.T, path, want string) {
	t.Helper()
	if content, err := os.ReadFile(path); err != nil || string(content) != want {
		t.Errorf("%s holds %q, %v", path, content, err)
	}
}

func TestExpand(t *testing.T) {
	home := t.TempDir()
	a := &app{process: process{env: []string{homeVariable + "=/elsewhere", homeVariable + "=" + home}}}
	if path, err := a.expand("~/page.txt"); err != nil || path != filepath.Join(home, "page.txt") {
		t.Error(path, err)
	}
	if _, err := (&app{}).expand("~/page.txt"); err == nil || !strings.Contains(err.Error(), "write out the whole path") {
		t.Error(err)
	}
}

func TestClock(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name, epoch string
		want        time.Time
	}{
		{"the clock", "", now},
		{"fixed", "0", time.Unix(0, 0).UTC()},
		{"nonsense is not a time", "soon", now},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := process{now: now, env: []string{"SOURCE_DATE_EPOCH=" + tt.epoch}}
			if got := p.clock(); !got.Equal(tt.want) {
				t.Error(got)
			}
		})
	}
}
