//go:build !windows

package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// filesIn is all that lies under some folders: of each thing its mode, size, time
// and what is in it. Nothing in it is opened that is no plain file.
func filesIn(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := entry.Info()
			if err != nil {
				return err
			}
			what := fmt.Sprint(info.Mode(), " ", info.Size(), " ", info.ModTime().UnixNano())
			switch {
			case info.Mode().IsRegular():
				src, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				what += fmt.Sprintf(" %x", sha256.Sum256(src))
			case info.Mode()&fs.ModeSymlink != 0:
				to, _ := os.Readlink(path)
				what += " -> " + to
			}
			found[path] = what
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// changes lists what is not the same in two trees, "" if all is.

func changes(before, after map[string]string) string {
	var list []string
	for _, path := range slices.Sorted(maps.Keys(before)) {
		if after[path] != before[path] {
			list = append(list, fmt.Sprintf("%s: was %s, is %q", path, before[path], after[path]))
		}
	}
	for _, path := range slices.Sorted(maps.Keys(after)) {
		if before[path] == "" {
			list = append(list, path+" is new: "+after[path])
		}
	}
	return strings.Join(list, "\n")
}
