package main

import (
	"os"
	"syscall"
)

// ends are the signals that end the program in good order: Ctrl+C, and a window
// that was closed.
var ends = []os.Signal{os.Interrupt, syscall.SIGTERM}
