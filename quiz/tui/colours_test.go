package tui

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestColoursAsTheEnvironmentAsks(t *testing.T) {
	const xterm = "TERM=xterm-256color"
	for _, row := range []struct {
		name    string
		environ []string
		want    colorprofile.Profile
	}{
		{"nothing asked", []string{xterm}, colorprofile.ANSI},
		{"NO_COLOR empty counts as unset", []string{xterm, "NO_COLOR="}, colorprofile.ANSI},
		{"NO_COLOR 1", []string{xterm, "NO_COLOR=1"}, colorprofile.ASCII},
		{"NO_COLOR with any word", []string{xterm, "NO_COLOR=please"}, colorprofile.ASCII},
		{"NO_COLOR 0 is a value", []string{xterm, "NO_COLOR=0"}, colorprofile.ASCII},
		{"the last setting counts", []string{xterm, "NO_COLOR=1", "NO_COLOR="}, colorprofile.ANSI},
		{"CLICOLOR 0", []string{xterm, "CLICOLOR=0"}, colorprofile.ASCII},
		{"CLICOLOR 1", []string{xterm, "CLICOLOR=1"}, colorprofile.ANSI},
		{"CLICOLOR_FORCE over CLICOLOR", []string{xterm, "CLICOLOR=0", "CLICOLOR_FORCE=1"}, colorprofile.ANSI},
		{"CLICOLOR_FORCE 0 forces nothing", []string{xterm, "CLICOLOR=0", "CLICOLOR_FORCE=0"}, colorprofile.ASCII},
		{"CLICOLOR_FORCE with any word", []string{"CLICOLOR_FORCE=yes"}, colorprofile.ANSI},
		{"NO_COLOR over CLICOLOR_FORCE", []string{xterm, "NO_COLOR=1", "CLICOLOR_FORCE=1"}, colorprofile.ASCII},
		{"never more than 16", []string{xterm, "COLORTERM=truecolor"}, colorprofile.ANSI},
		{"a longer name is another variable", []string{xterm, "NO_COLORS=1"}, colorprofile.ANSI},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := profile(row.environ); got != row.want {
				t.Errorf("%v gives %v, not %v", row.environ, got, row.want)
			}
		})
	}
}
