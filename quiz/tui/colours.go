package tui

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// profile says how many colours to send, 16 at most: none under NO_COLOR, which
// counts first; 16 under CLICOLOR_FORCE; none under CLICOLOR=0; else what the
// terminal is known for. Bubble Tea v2.1.1 would run "tmux info" to find out
// more than that. colorprofile v0.4.3 honours the first two only where their
// value reads as true, and the standards say any value, or any but 0; CLICOLOR=0
// it does not know.
func profile(environ []string) colorprofile.Profile {
	force := value(environ, "CLICOLOR_FORCE")
	switch {
	case value(environ, "NO_COLOR") != "":
		return min(colorprofile.ASCII, colorprofile.Env(environ))
	case force != "" && force != "0":
		return colorprofile.ANSI
	case value(environ, "CLICOLOR") == "0":
		return min(colorprofile.ASCII, colorprofile.Env(environ))
	}
	return min(colorprofile.ANSI, colorprofile.Env(environ))
}

// value is the last one that a variable of the environment is set to.
func value(environ []string, name string) string {
	last := ""
	for _, entry := range environ {
		if v, ok := strings.CutPrefix(entry, name+"="); ok {
			last = v
		}
	}
	return last
}
