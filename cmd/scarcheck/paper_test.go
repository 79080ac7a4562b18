package main

import (
	"runtime"
	"testing"

	"scarcheck/quiz/draw"
)

func TestPaper(t *testing.T) {
	for _, tt := range []struct {
		name string
		env  []string
		want draw.Paper
	}{
		{"United States", []string{"LANG=en_US.UTF-8"}, "letter"},
		{"Canada, in English", []string{"LANG=en_CA"}, "letter"},
		{"Canada, in French", []string{"LANG=fr_CA.UTF-8"}, "letter"},
		{"Mexico", []string{"LANG=es_MX.UTF-8"}, "letter"},
		{"the Philippines, a language of three letters", []string{"LANG=fil_PH"}, "letter"},
		{"as Windows writes it, with a script", []string{"LANG=es-Latn-US"}, "letter"},
		{"Spain speaks as Mexico and prints as Europe", []string{"LANG=es_ES.UTF-8"}, "a4"},
		{"United Kingdom", []string{"LANG=en_GB.UTF-8"}, "a4"},
		{"Catalan is a language, not Canada", []string{"LANG=ca_ES.UTF-8"}, "a4"},
		{"a language alone", []string{"LANG=ca"}, "a4"},
		{"a modifier is no territory", []string{"LANG=de_DE@us"}, "a4"},
		{"an encoding is no territory", []string{"LANG=de_DE.x-us"}, "a4"},
		{"no locale", []string{"LANG=C.UTF-8"}, "a4"},
		{"LC_PAPER before LANG", []string{"LANG=en_US.UTF-8", "LC_PAPER=de_DE.UTF-8"}, "a4"},
		{"LC_ALL before LC_PAPER", []string{"LC_ALL=en_US.UTF-8", "LC_PAPER=de_DE.UTF-8", "LANG=de_DE"}, "letter"},
		{"an empty one is not set", []string{"LC_ALL=", "LC_PAPER=", "LANG=en_US"}, "letter"},
		{"PAPERSIZE before all", []string{"PAPERSIZE=a4", "LC_ALL=en_US.UTF-8"}, "a4"},
		{"PAPERSIZE in another spelling", []string{"PAPERSIZE=Letter\n", "LANG=de_DE"}, "letter"},
		{"a PAPERSIZE we do not draw for", []string{"PAPERSIZE=a5", "LANG=en_US"}, "letter"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := process{env: tt.env}
			if got := p.paper(); got != tt.want {
				t.Errorf("%v gives %s, want %s", tt.env, got, tt.want)
			}
		})
	}
	if p := (process{}); runtime.GOOS != "windows" && p.paper() != "a4" {
		t.Errorf("nothing known gives %s", p.paper())
	}
}
