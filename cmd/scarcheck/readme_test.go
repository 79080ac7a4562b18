package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The README's commands do what they say, in its order, with its answers file.
func TestReadmeCommands(t *testing.T) {
	text := readme(t)
	answers := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(text)
	if answers == nil {
		t.Fatal("the README shows no answers file")
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("answers.json", []byte(answers[1]), 0o600); err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^\{"id": .*$`).FindString(text)
	if err := os.WriteFile("answers.jsonl", []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	assessed(t, home, []byte(answers[1]))
	ran := 0
	for _, match := range regexp.MustCompile(`(?m)^\$ (?:scarcheck|go run \S*/cmd/scarcheck) ((?:summary|explain|form|protocol|check|batch) .*?)(?: > \S+)?(?:\s+#.*)?$`).FindAllStringSubmatch(text, -1) {
		t.Run(match[1], func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code := run(process{args: strings.Fields(match[1]), stdout: &stdout, stderr: &stderr, env: []string{"SCARCHECK_HOME=" + home}, now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)})
			if code != exitDone {
				t.Errorf("exit code %d\n%s%s", code, stdout.String(), stderr.String())
			}
		})
		ran++
	}
	if ran < 8 {
		t.Errorf("only %d commands of the README were found", ran)
	}
}

// assessed puts the assessment of an answers file into a history.
func assessed(t *testing.T, home string, src []byte) {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	answers, err := p.ParseAnswers(src)
	if err != nil {
		t.Fatal(err)
	}
	store, err := history.Open(home)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := store.Add((&app{}).build(p, answers)); err != nil {
		t.Fatal(err)
	}
}

// What the README points at is there, so "follow one answer" can be followed.
func TestReadmeLinks(t *testing.T) {
	text := readme(t)
	headings := map[string]bool{}
	for _, match := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(text, -1) {
		anchor := regexp.MustCompile(`[^a-z0-9 -]`).ReplaceAllString(strings.ToLower(match[1]), "")
		headings[strings.ReplaceAll(anchor, " ", "-")] = true
	}
	for _, match := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(text, -1) {
		target := match[1]
		if anchor, ok := strings.CutPrefix(target, "#"); ok {
			if !headings[anchor] {
				t.Errorf("there is no heading for #%s", anchor)
			}
			continue
		}
		if strings.HasPrefix(target, "https:") {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(target))); err != nil {
			t.Error(err)
		}
	}
}
