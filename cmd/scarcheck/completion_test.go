package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"scarcheck/quiz/quiztest"
)

// unread is an input that nobody may look at.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("standard input was read")
	return 0, errors.New("not to be read")
}

// completes is what the program offers for the last of these words, and what it
// says of files: the last two lines of the protocol between cobra and shells.
func completes(t *testing.T, args ...string) (offers []string, files string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := process{args: append([]string{"__completeNoDesc"}, args...), stdin: unread{t}, stdout: &stdout, stderr: &stderr}
	if code := run(p); code != exitDone {
		t.Fatalf("exit code %d\n%s", code, stderr.String())
	}
	lines := strings.Split(strings.TrimSpace(stdout.String()), "\n")
	return lines[:len(lines)-1], lines[len(lines)-1]
}

// What cobra's scripts take as a word on files.
const (
	anyFile = ":0"
	noFile  = ":4"
	folders = ":16"
	inOrder = ":36" // no files, and not sorted
)

func TestWhatIsCompleted(t *testing.T) {
	for _, row := range []struct {
		args   string // the last word is the one to complete
		offers string
		files  string
	}{
		{"summary -f ", "text pdf html markdown json fhir", noFile},
		{"summary x.json --format ", "text pdf html markdown json fhir", noFile},
		{"summary --paper ", "a4 letter", noFile},
		{"print --paper ", "a4 letter", noFile},
		{"print --copies ", "", noFile},
		{"form -f ", "text pdf fhir", noFile},
		{"check -f ", "text json", noFile},
		{"--theme ", "auto light dark", noFile},
		{"completion ", "bash zsh fish powershell", noFile},
		{"help ex", "exit-codes explain", noFile},
		{"help summary ", "", noFile},
		{"summary ", "", anyFile},
		{"summary -o ", "", anyFile},
		{"explain ", "", anyFile},
		{"print ", "", anyFile},
		{"form ", "", noFile},
		{"check ", "", noFile},
		{"check --against ", "", folders},
		{"--protocol ", "", folders},
		{"protocol ", "", folders},
		{"man ", "", folders},
		{"man x ", "", noFile},
		{"sum", "summary", noFile},
		{"summary --inc", "--include-sensitive", noFile},
	} {
		t.Run(row.args, func(t *testing.T) {
			offers, files := completes(t, strings.Split(row.args, " ")...)
			if got := strings.Join(offers, " "); got != row.offers || files != row.files {
				t.Errorf("offers %q %s, not %q %s", got, files, row.offers, row.files)
			}
		})
	}
}

// script writes the completions for a shell to a file.
func script(t *testing.T, shell string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(process{args: []string{"completion", shell}, stdout: &stdout, stderr: &stderr}); code != exitDone {
		t.Fatal(stderr.String())
	}
	file := filepath.Join(t.TempDir(), "scarcheck."+shell)
	if err := os.WriteFile(file, stdout.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestShellsReadTheirCompletions(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		t.Run(shell, func(t *testing.T) {
			if said := quiztest.Run(t, shell, "-n", script(t, shell)); said != "" {
				t.Error(said)
			}
		})
	}
	for _, shell := range shells { // PowerShell too, which is not here to read it
		text, err := os.ReadFile(script(t, shell.name))
		if err != nil || !bytes.Contains(text, []byte("__complete")) || !bytes.Contains(text, []byte("scarcheck")) {
			t.Errorf("%s: no completions (%v)", shell.name, err)
		}
	}
}
