package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// The clinicians' guide, rules/README.md, is walked through: its commands are
// run, its changes made, and what it shows of the output must be there.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join(root, "rules", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	ran, changed := 0, 0
	for _, block := range regexp.MustCompile("(?s)```(console|diff)\n(.*?)```").FindAllStringSubmatch(string(guide), -1) {
		if block[1] == "diff" {
			change(t, block[2])
			changed++
			continue
		}
		for _, command := range strings.Split(block[2], "$ ")[1:] {
			follow(t, command)
			ran++
		}
	}
	if ran < 6 || changed < 5 {
		t.Errorf("%d commands and %d changes were found", ran, changed)
	}
}

// follow runs a command and looks for the lines that the guide shows under it.
func follow(t *testing.T, shown string) {
	t.Helper()
	command, lines, _ := strings.Cut(shown, "\n")
	args, _, _ := strings.Cut(command, " > ")
	var stdout, stderr bytes.Buffer
	code := run(process{
		args: strings.Fields(args)[1:], stdout: &stdout, stderr: &stderr, now: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC),
	})
	want := exitDone
	if strings.Contains(lines, "Not sound.") {
		want = exitFaults
	}
	said := flat(stdout.String())
	if code != want {
		t.Fatalf("%s: exit code %d, want %d\n%s%s", args, code, want, &stdout, &stderr)
	}
	for line := range strings.Lines(lines) {
		if line = flat(line); !strings.Contains(said, line) {
			t.Errorf("%s does not say %q; it says\n%s", args, line, &stdout)
		}
	}
}

// change makes one change of a file. Its lines must stand there once.
func change(t *testing.T, diff string) {
	t.Helper()
	file, lines, _ := strings.Cut(strings.TrimPrefix(diff, "--- "), "\n")
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var before, after strings.Builder
	for line := range strings.Lines(lines) {
		switch line[0] {
		case '-':
			before.WriteString(line[1:])
		case '+':
			after.WriteString(line[1:])
		default:
			before.WriteString(line[1:])
			after.WriteString(line[1:])
		}
	}
	if n := strings.Count(string(src), before.String()); n != 1 {
		t.Fatalf("these lines stand %d times in %s:\n%s", n, file, before.String())
	}
	changed := strings.Replace(string(src), before.String(), after.String(), 1)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
}
