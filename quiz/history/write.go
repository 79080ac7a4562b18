package history

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"scarcheck/quiz"
)

// temporaryPrefix begins the names of files that are being written.
const temporaryPrefix = ".scarcheck-tmp-"

// temporary writes a whole file beside the one it is to become, and returns its
// name. Nothing stays of one that cannot be written.
func temporary(folder string, content []byte) (string, error) {
	file, err := os.CreateTemp(folder, temporaryPrefix+"*")
	if err != nil {
		return "", err
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Chmod(0o600), file.Sync(), file.Close()); err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// replace puts content where path is, whole or not at all.
func replace(path string, content []byte) error {
	if err := refuseOdd(path); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	written, err := temporary(folder, content)
	if err != nil {
		return notWritten(path, err)
	}
	if err := os.Rename(written, path); err != nil {
		os.Remove(written)
		return notWritten(path, err)
	}
	return notWritten(path, syncFolder(folder))
}

// create writes a new file, whole or not at all; where there is one already the
// error is fs.ErrExist, and that one stays.
func create(path string, content []byte) error {
	folder := filepath.Dir(path)
	written, err := temporary(folder, content)
	if err != nil {
		return notWritten(path, err)
	}
	defer os.Remove(written)
	err = os.Link(written, path) // unlike a rename, it never replaces
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = renameNew(written, path) // a file system without hard links
	}
	if err != nil {
		return notWritten(path, err)
	}
	return notWritten(path, syncFolder(folder))
}

// renameNew renames a file to a name that no file has. Only the owner of the
// data folder's lock does it, so nobody takes the name between the two steps.
func renameNew(from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return fs.ErrExist
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(from, to)
}

// refuseOdd returns ErrLink if path is there and is no plain file.
func refuseOdd(path string) error {
	if mode, there := modeOf(path); there && !mode.IsRegular() {
		return pathError(path, ErrLink)
	}
	return nil
}

// modeOf is what stands at path, a link being a link.
func modeOf(path string) (mode fs.FileMode, there bool) {
	info, err := os.Lstat(path)
	if err != nil {
		return 0, false
	}
	return info.Mode(), true
}

// read returns what is in a plain file; a link is not followed. It reads no
// more than a byte beyond the largest file there can be.
func read(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, pathError(path, ErrLink)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if opened, err := file.Stat(); err != nil || !os.SameFile(info, opened) {
		return nil, pathError(path, ErrLink) // exchanged in between
	}
	src := bytes.NewBuffer(make([]byte, 0, min(info.Size(), quiz.MaxFile)+bytes.MinRead))
	_, err = io.Copy(src, io.LimitReader(file, quiz.MaxFile+1))
	return src.Bytes(), err
}

// isTemporary reports whether a file is one that was being written.
func isTemporary(name string) bool { return strings.HasPrefix(name, temporaryPrefix) }

// sweep removes what was being written when its process died. Only the owner of
// the lock may: nobody else is writing then.
func sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if isTemporary(entry.Name()) {
			os.Remove(filepath.Join(folder, entry.Name()))
		}
	}
}
