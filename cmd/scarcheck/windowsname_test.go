package main

import "testing"

func TestNamesThatWindowsTakesForSomethingElse(t *testing.T) {
	for _, row := range []struct {
		name string
		good bool
	}{
		{"page.pdf", true},
		{"acne-scar-page-2026-11-23.pdf", true},
		{"console.pdf", true},
		{"com.pdf", true},
		{"com10.pdf", true},
		{"lpt0.txt", true},
		{"nul.pdf", false},
		{"NUL", false},
		{"Con .txt", false},
		{"aux.tar.gz", false},
		{"COM1.pdf", false},
		{"lpt³.pdf", false},
		{"page:1.pdf", false},
		{"page.pdf::$DATA", false},
	} {
		if err := windowsName(row.name); (err == nil) != row.good {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}
