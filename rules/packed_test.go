package rules_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Each file that is read to ask, to judge and to say it in another language has its packed form beside it, made
// from the file as it stands. A stale one does no harm but that of being slow.
// go generate ./rules writes them anew.
func TestPackedFiles(t *testing.T) {
	files := []string{"../quiz/data/questions.yaml"}
	for _, file := range rules.Files {
		files = append(files, filepath.Join("data", file))
	}
	for _, pattern := range []string{"../quiz/data/es/*.yaml", "data/es/*.yaml", "../quiz/words/es/*.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var log strict.Log
		want := strict.Parse(&log, file, src).Packed()
		packed := rules.PackedName(file)
		if *update {
			if err := os.WriteFile(packed, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(packed); err != nil || !bytes.Equal(want, got) {
			t.Errorf("%s is not made from the %s that is there; go generate ./rules makes it", packed, filepath.Base(file))
		}
	}
}

// The protocol that the program carries is the one that its files say.
func TestPackedIsTheSameProtocol(t *testing.T) {
	questions, guideline := quiz.EmbeddedQuestions(), rules.Embedded()
	packed, err := quiz.Load(questions, guideline)
	if err != nil {
		t.Fatal(err)
	}
	questions.Packed, guideline.Packed = false, false
	parsed, err := quiz.Load(questions, guideline)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(packed, parsed) {
		t.Error("they differ")
	}
}
