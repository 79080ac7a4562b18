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
)

func TestPageFile(t *testing.T) {
	temp := t.TempDir()
	t.Setenv(tempVariable, temp)
	path, remove, err := pageFile([]byte("page"))
	if err != nil {
		t.Fatal(err)
	}
	expectFile(t, path, "page")
	info, err := os.Stat(filepath.Dir(path))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("others can open the folder: %v %v", info.Mode(), err)
	}
	again, removeAgain, err := pageFile([]byte("page"))
	if err != nil || again == path {
		t.Errorf("two pages share a file: %s %v", again, err)
	}
	remove()
	removeAgain()
	if entries, err := os.ReadDir(temp); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

// errFull stands for what a full disk says, on any system.
var errFull = errors.New("no space left on device")

func TestNoRoom(t *testing.T) {
	t.Setenv(tempVariable, filepath.Join(t.TempDir(), "temp"))
	for _, tt := range []struct {
		name string
		err  error
	}{
		{"in words that name the path", &fs.PathError{Op: "write", Path: "/secret/scarcheck-print-1/page.pdf", Err: errFull}},
		{"bare", errFull},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := noRoom(tt.err)
			want := "temp, the folder for temporary files: no space left on device; make room there, or set " + tempVariable + " to a folder of yours"
			if !strings.HasSuffix(err.Error(), want) || strings.Contains(err.Error(), "secret") || exitCode(err) != exitFailed {
				t.Error(err)
			}
		})
	}
}

// A sweep takes what was left behind by name and age, and follows no link out
// of the folder, where anybody can put one.
func TestSweep(t *testing.T) {
	now := time.Now().Add(2 * leftAlone) // so that the link below is old too
	temp, elsewhere := t.TempDir(), t.TempDir()
	put := func(age time.Duration, folder, file string) string {
		t.Helper()
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, file)
		if err := os.WriteFile(path, []byte("page"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(folder, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	const old, young = 25 * time.Hour, 23 * time.Hour
	gone := put(old, filepath.Join(temp, "scarcheck-print-1"), "page.pdf")
	stay := map[string]string{
		"a young one":              put(young, filepath.Join(temp, "scarcheck-print-2"), "page.pdf"),
		"a folder of another name": put(old, filepath.Join(temp, "holiday"), "page.pdf"),
		"another file in ours":     put(old, filepath.Join(temp, "scarcheck-print-3"), "mine.pdf"),
		"what a link points at":    put(old, filepath.Join(elsewhere, "target"), "page.pdf"),
	}
	if err := os.Symlink(filepath.Join(elsewhere, "target"), filepath.Join(temp, "scarcheck-print-4")); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	sweep(temp, now)
	if _, err := os.Stat(filepath.Dir(gone)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an old one stays: %v", err)
	}
	for name, path := range stay {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s is gone: %v", name, err)
		}
	}
	sweep(filepath.Join(temp, "nowhere"), now) // no folder, nothing to do
}
