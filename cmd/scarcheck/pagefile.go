package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// pageFolder begins the name of each folder that a page waits in while it is
// handed over. Nothing in the name tells whose page it is.
const pageFolder = "scarcheck-print-"

// pageInFolder is the name of the file there.
const pageInFolder = "page.pdf"

// leftAlone is how old a folder must be before a later run takes it for left
// behind: by then a print program or a viewer has long read the page.
const leftAlone = 24 * time.Hour

// pageFile writes a page to a file that only its owner can read, in a folder
// of its own that nobody else can open. The caller calls remove in the end.
func pageFile(page []byte) (path string, remove func(), err error) {
	folder, err := os.MkdirTemp("", pageFolder+"*") // mode 0700
	if err != nil {
		return "", nil, noRoom(err)
	}
	remove = func() { _ = os.RemoveAll(folder) }
	path = filepath.Join(folder, pageInFolder)
	if err := os.WriteFile(path, page, 0o600); err != nil {
		remove()
		return "", nil, noRoom(err)
	}
	return path, remove, nil
}

// noRoom says what to do when the folder for temporary files takes no page.
func noRoom(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return failed("the page cannot be put into %s, the folder for temporary files: %w; make room there, or set %s to a folder of yours",
		os.TempDir(), err, tempVariable)
}

// sweep removes the pages that earlier runs left in a folder for temporary
// files: those of a run that was killed, and those given to a viewer. It works
// within that folder even if somebody puts links there, as all can in /tmp.
func sweep(folder string, now time.Time) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return
	}
	defer func() { _ = root.Close() }()
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !info.IsDir() || !strings.HasPrefix(entry.Name(), pageFolder) || now.Sub(info.ModTime()) < leftAlone {
			continue
		}
		_ = root.Remove(filepath.Join(entry.Name(), pageInFolder)) // what cannot go is somebody else's, or still open
		_ = root.Remove(entry.Name())
	}
}
