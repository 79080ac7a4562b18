package main

import (
	"os/exec"
	"strings"
)

// pagerCommand is the program in PAGER with its flags. There is no shell to
// read it as a line.
func pagerCommand(line string) *exec.Cmd {
	words := append(strings.Fields(line), "") // a line of blanks names no program
	return exec.Command(words[0], words[1:len(words)-1]...)
}
