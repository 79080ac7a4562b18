//go:build unix

package main

// homeVariable names the home folder.
const homeVariable = "HOME"

// checkName refuses the names that a file cannot have here. The system says
// that itself.
func checkName(string) error { return nil }

// inUse tells whether a file could not be replaced because a program has it
// open. That is no hindrance here.
func inUse(error) bool { return false }
