package main

import (
	"path/filepath"

	"scarcheck/quiz/words"
)

// dataDir is the folder that drafts and assessments are kept in: the one that
// --data-dir or SCARCHECK_HOME names, else the user's folder for the data of
// programs. It follows the XDG base directories and what macOS and Windows have
// in their place; a library for that would read the environment and files
// before main begins, in every run.
func (a *app) dataDir() (string, error) {
	if a.dataFolder != "" {
		return filepath.Abs(a.dataFolder)
	}
	if named := a.getenv("SCARCHECK_HOME"); named != "" {
		return filepath.Abs(named)
	}
	base := a.userData()
	if !filepath.IsAbs(base) {
		return "", words.New("your home folder is not known here; name a folder with --data-dir")
	}
	return filepath.Join(base, "scarcheck"), nil
}
