package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// mark stands in answers, so that an answer in the wrong place is found.
const mark = "zebrafish"

// faulty is an input that brings the program down after some lines.
type faulty struct{ lines []string }

func (f *faulty) Read(p []byte) (int, error) {
	if len(f.lines) == 0 {
		panic("the answer is " + mark)
	}
	n := copy(p, f.lines[0])
	f.lines = f.lines[1:]
	return n, nil
}

// A fault of the program in line mode, or in any verb, is told without its
// words, which may hold an answer, and without the arguments of functions; what
// was answered is kept.
func TestFaultsOfTheProgram(t *testing.T) {
	home := t.TempDir()
	for _, row := range []struct {
		args, told string
		lines      []string
	}{
		{"--plain", "a fault in the program (string); your answers so far are kept", []string{"2\n", "1\n"}},
		{"--plain --new --no-save", "a fault in the program (string); nothing was saved", []string{"2\n"}},
		{"summary -", "a fault in the program (string); nothing more was done", nil},
	} {
		var stdout, stderr bytes.Buffer
		code := run(process{
			args: strings.Fields(row.args), stdin: &faulty{row.lines}, stdout: &stdout, stderr: &stderr,
			env: []string{"HOME=" + home, "SCARCHECK_HOME=" + home}, now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
		})
		told := stderr.String()
		if code != exitFailed || !strings.Contains(told, row.told) || !strings.Contains(told, "faulty).Read\n") {
			t.Errorf("%s: exit code %d; it said\n%s", row.args, code, told)
		}
		if at := strings.Index(told, "please report"); at < 0 || strings.Contains(told, mark) || strings.Contains(told[at:], "(0x") {
			t.Errorf("%s: it tells too much:\n%s", row.args, told)
		}
	}
}
