//go:build unix

package main

import "os/exec"

// pagerCommand is the program in PAGER, which is a line for the shell, as
// POSIX has it for man.
func pagerCommand(line string) *exec.Cmd { return exec.Command("sh", "-c", line) }
