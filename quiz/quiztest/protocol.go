package quiztest

import (
	"os"
	"path/filepath"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// Protocol is the embedded protocol with a hash of its own, so that goldens do
// not follow each comma of the data.
func Protocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	fixed := *p
	fixed.Hash = "sha256:0123456789abcdef"
	return &fixed
}

// ProtocolIn is the same in the language of this tag, its words read from the
// files of the module.
func ProtocolIn(t testing.TB, tag string) *quiz.Protocol {
	t.Helper()
	l, ok := words.Find(tag)
	if !ok {
		t.Fatalf("there is no language %q", tag)
	}
	folder := func(name string) rules.Folder {
		return rules.Folder{FS: os.DirFS(filepath.Join(root(), name)), Name: name}
	}
	p, err := quiz.LoadIn(l, folder("quiz/data"), folder("rules/data"))
	if err != nil {
		t.Fatal(err)
	}
	p.Hash = "sha256:0123456789abcdef"
	return p
}
