package main

import (
	"errors"
	"syscall"
)

// homeVariable names the home folder.
const homeVariable = "USERPROFILE"

// checkName refuses the names that a file cannot have here.
func checkName(name string) error { return windowsName(name) }

// inUse tells whether a file could not be replaced because a program has it
// open, as a PDF viewer does with what it shows.
func inUse(err error) bool {
	const sharingViolation = syscall.Errno(32) // ERROR_SHARING_VIOLATION
	return errors.Is(err, sharingViolation)
}
