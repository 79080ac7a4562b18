package main

import (
	"slices"
	"strings"

	"scarcheck/quiz/words"
)

// devices are the names that stand for devices on Windows, whatever their
// ending: what is written to NUL.pdf is gone.
var devices = []string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}

// windowsName refuses the name of a file that Windows would take, and then
// write elsewhere: to a device, or into a hidden stream of the file before the
// colon.
func windowsName(name string) error {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	port := len([]rune(stem)) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) &&
		strings.ContainsAny(stem[3:], "123456789¹²³")
	switch {
	case strings.Contains(name, ":"):
		return words.Errorf("the name of a file has no colon on Windows; leave it out of %s", name)
	case port || slices.Contains(devices, stem):
		return words.Errorf("%s is the name of a device on Windows; choose another one", name)
	}
	return nil
}
