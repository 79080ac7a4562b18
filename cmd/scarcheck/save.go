package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"scarcheck/quiz/draw"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// pageName is the name suggested for the page of this day.
func (a *app) pageName() string { return "acne-scar-page-" + a.clock().Format("2006-01-02") + ".pdf" }

// save writes a report to a file that the person named; the ending of the name
// chooses the format. Without replace a file that exists is left alone and the
// error is fs.ErrExist.
func (a *app) save(name string, r *report.Report, replace bool) (string, error) {
	return a.saveDrawn(name, r, replace, a.drawing(a.paper()))
}

// saveSilently is save beside a full screen, which a warning would be written
// across; the page says itself what could not be shown.
func (a *app) saveSilently(name string, r *report.Report, replace bool) (string, error) {
	o := a.drawing(a.paper())
	o.Warn = nil
	return a.saveDrawn(name, r, replace, o)
}

func (a *app) saveDrawn(name string, r *report.Report, replace bool, o draw.Options) (string, error) {
	format, err := draw.ByEnding(name)
	if err != nil {
		return "", err
	}
	path, err := a.expand(name)
	if err != nil {
		return "", err
	}
	var page bytes.Buffer
	if err := format.Draw(&page, r, o); err != nil {
		return "", err
	}
	if replace {
		return path, replaceFile(path, page.Bytes())
	}
	return path, createFile(path, page.Bytes())
}

// expand makes a name as people type it into a path: "~/" is the home folder.
func (a *app) expand(name string) (string, error) {
	rest, ok := strings.CutPrefix(filepath.ToSlash(name), "~/") // on Windows ~\ too
	if ok {
		home := a.getenv(homeVariable)
		if home == "" {
			return "", words.New("your home folder is not known here; write out the whole path")
		}
		name = filepath.Join(home, rest)
	}
	if err := checkName(filepath.Base(name)); err != nil {
		return "", err
	}
	return filepath.Abs(name)
}

// createFile writes a new file that only its owner can read.
func createFile(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return writeError(path, err)
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		os.Remove(path)
		return writeError(path, err)
	}
	return nil
}

// replaceFile puts content where path is, whole or not at all: it writes a
// file beside it and renames that.
func replaceFile(path string, content []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeDirect(path, info, content)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".scarcheck-*")
	if err != nil {
		return writeError(path, err)
	}
	defer os.Remove(file.Name())
	_, err = file.Write(content)
	if err = errors.Join(err, file.Chmod(0o600), file.Sync(), file.Close()); err != nil {
		return writeError(path, err)
	}
	if err := os.Rename(file.Name(), path); err != nil { // replaces a file on Windows as well
		return writeError(path, err)
	}
	return nil
}

// writeDirect writes to what is no file and cannot be renamed over, such as
// /dev/stdout or a pipe.
func writeDirect(path string, info fs.FileInfo, content []byte) error {
	if info.IsDir() {
		return usage("%s is a folder; name a file in it", path)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return writeError(path, err)
	}
	return nil
}

// writeError says which file could not be written, and why, in few words. A
// file that exists stays recognisable as fs.ErrExist.
func writeError(path string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return fs.ErrExist
	}
	var wrapped *os.PathError
	var moved *os.LinkError // of a rename
	switch {
	case errors.As(err, &wrapped):
		err = wrapped.Err
	case errors.As(err, &moved):
		err = moved.Err
	}
	if inUse(err) {
		return failed("%s is open in another program; close it there, or choose another name", path)
	}
	return failed("%s cannot be written: %w; choose another place with enough room that is yours", path, err)
}
