//go:build unix

package main

import (
	"os/exec"
	"testing"
)

func TestParseJob(t *testing.T) {
	for _, tt := range []struct{ name, out, queue, id string }{
		{"CUPS", "request id is OFFICE-12 (1 file(s))\n", "OFFICE", "OFFICE-12"},
		{"a dash in the name", "request id is HOME-LASER-3 (1 file(s))\n", "HOME-LASER", "HOME-LASER-3"},
		{"a name like an id", "request id is HP-400-7 (1 file(s))\n", "HP-400", "HP-400-7"},
		{"beyond ASCII", "request id is Büro-4 (1 file(s))\n", "Büro", "Büro-4"},
		{"another language", "Anfrage-ID ist OFFICE-12 (1 Datei(en))\n", "OFFICE", "OFFICE-12"},
		{"the id alone", "OFFICE-12", "OFFICE", "OFFICE-12"},
		{"control characters", "request id is \x1b[2JOFFICE-12\x07 (1 file(s))\n", "OFFICE", "OFFICE-12"},
		{"no id", "request queued (1 file(s))\n", "", ""},
		{"nothing", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if queue, id := parseJob(tt.out); queue != tt.queue || id != tt.id {
				t.Errorf("%q %q", queue, id)
			}
		})
	}
}

// What we tell people to type is, to a shell, the words we mean.
func TestQuoted(t *testing.T) {
	for _, word := range []string{"answers.json", "my answers.json", "it's", "'", "", "$HOME", "`id`", "a;b", "~/x", "ü.json", "*", "a\nb", `a\b`, "-x", "!x", "a=b"} {
		out, err := exec.Command("sh", "-c", "printf %s. "+quoted(word)).Output()
		if err != nil || string(out) != word+"." {
			t.Errorf("%q is quoted as %s, and arrives as %q, %v", word, quoted(word), out, err)
		}
	}
}
