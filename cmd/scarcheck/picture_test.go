//go:build !windows

package main

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz/quiztest"
)

// The README's pictures show the program as it is: the text of each stands
// beside it, made with it by .ci/picture. The keys are the same as there.
func TestPicturesAreUpToDate(t *testing.T) {
	t.Run("screens", func(t *testing.T) {
		tt := open(t, 80, 24, nil, "--theme", "dark", "--no-save")
		taken := 0
		for _, step := range pictureSteps(t) {
			tt.sees(step.sees)
			if step.picture != "" {
				time.Sleep(50 * time.Millisecond) // for the rest of the frame
				upToDate(t, step.picture+".txt", tt.text())
				taken++
			}
			tt.press(step.keys...)
		}
		if taken != 3 {
			t.Errorf("%d pictures", taken)
		}
	})
	t.Run("page", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "page.pdf")
		answers := filepath.Join(root, "quiz", "report", "testdata", "picking.answers.json")
		code := run(process{
			args: []string{"summary", answers, "--paper", "a4", "-o", path}, stdout: os.Stdout, stderr: os.Stderr,
			env: []string{"SOURCE_DATE_EPOCH=" + epoch},
		})
		if code != exitDone {
			t.Fatalf("exit code %d", code)
		}
		upToDate(t, "page.txt", quiztest.Run(t, "pdftotext", "-f", "1", "-l", "1", "-layout", path, "-"))
	})
}

// pictureStep is a line of .ci/picture.keys.
type pictureStep struct {
	sees    string
	picture string // the name of one to take
	keys    []string
}

func pictureSteps(t *testing.T) []pictureStep {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(root, ".ci", "picture.keys"))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{"Enter": enter, "Down": down, "Space": " ", "F4": "\x1bOS"}
	var steps []pictureStep
	for line := range strings.Lines(string(src)) {
		left, right, ok := strings.Cut(line, "|")
		left, right = strings.TrimSpace(left), strings.TrimSpace(right)
		switch name, picture := strings.CutPrefix(left, "= "); {
		case !ok || strings.HasPrefix(line, "#"):
		case picture:
			steps = append(steps, pictureStep{sees: right, picture: name})
		default:
			step := pictureStep{sees: left}
			for key := range strings.FieldsSeq(right) {
				if len(key) > 1 && names[key] == "" {
					t.Fatalf("no key %q", key)
				}
				step.keys = append(step.keys, cmp.Or(names[key], key))
			}
			steps = append(steps, step)
		}
	}
	return steps
}

func upToDate(t *testing.T, file, shown string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, ".github", file))
	if err != nil {
		t.Fatal(err)
	}
	lines := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if lines(string(text)) != lines(shown) {
		t.Errorf("the picture of %s is out of date; .ci/picture makes it anew. It shows\n%s\nand the program\n%s", file, text, shown)
	}
}
