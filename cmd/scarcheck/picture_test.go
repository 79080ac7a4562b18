//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"scarcheck/quiz/quiztest"
)

// The README's pictures show the program as it is: the text of each stands
// beside it, made with it by .ci/picture. The keys are those of that script.
func TestPicturesAreUpToDate(t *testing.T) {
	t.Run("question", func(t *testing.T) {
		tt := open(t, 80, 24, nil, "--theme", "dark", "--no-save")
		tt.sees("Acne scar check")
		tt.press(enter)
		for _, step := range []struct{ sees, press string }{
			{"1 of 13", "d"},
			{"2 of 13", " "},
			{"[x] No fever", enter},
			{"3 of 13", down},
			{"> [ ] Blackheads", " "},
			{"[x] Blackheads", enter},
		} {
			tt.sees(step.sees)
			tt.press(step.press)
		}
		for _, label := range []string{"4 of", "5 of", "6 of", "7 of", "8 of", "9 of", "10 of"} {
			tt.sees("Question " + label)
			tt.press("d")
		}
		tt.sees("Question 11 of")
		tt.press(down, down, down, " ", down, down)
		tt.sees("[x] Narrow", "> [ ] Soft")
		upToDate(t, "question.txt", tt.text())
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
