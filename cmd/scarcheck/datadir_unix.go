//go:build !windows

package main

import (
	"path/filepath"
	"runtime"
)

// userData is the user's folder for the data of programs. XDG_DATA_HOME counts
// only if it is absolute, as its specification says.
func (p *process) userData() string {
	if named := p.getenv("XDG_DATA_HOME"); filepath.IsAbs(named) {
		return named
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(p.getenv("HOME"), "Library", "Application Support")
	}
	return filepath.Join(p.getenv("HOME"), ".local", "share")
}
