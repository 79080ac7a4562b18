package strict

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// walk calls everything on every node: what is wrong must end in the log, and
// never in a panic.
func walk(n Node) {
	n.Text()
	n.Bool()
	n.Int()
	n.Map("id", "when", "says").Get("id").Text()
	for _, item := range n.Items() {
		walk(item)
	}
	for _, pair := range n.Pairs() {
		pair.Key.Text()
		walk(pair.Value)
	}
}

func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Add([]byte("a: >-\n  x\n\n  y\nb: |2\n    z\nc: [1, {d: e}]\n? f\n: 'g'\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		var log Log
		walk(Parse(&log, "fuzz.yaml", src))
		if err := log.Err(); err != nil {
			for _, fault := range err.(Faults) {
				checkPlace(t, fault, src)
			}
		}
	})
}

// checkPlace fails unless a fault lies within the file and is safe to print.
func checkPlace(t *testing.T, fault Fault, src []byte) {
	t.Helper()
	lines := strings.Count(string(src), "\n") + 1
	switch {
	case fault.Line == 0 && fault.Column == 0 && fault.Source == "":
	case fault.Line < 1 || fault.Line > lines:
		t.Errorf("%q has a line outside of the file's %d", fault, lines)
	case fault.Column < 1 || fault.Column > utf8.RuneCountInString(fault.Source)+1:
		t.Errorf("%q has a column outside of its line", fault)
	}
	for _, r := range fault.String() {
		if r != '\n' && hidden(r) != "" {
			t.Errorf("%q is not safe to print", fault)
		}
	}
}
