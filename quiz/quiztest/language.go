package quiztest

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Language is the language of this tag.
func Language(t testing.TB, tag string) words.Language {
	t.Helper()
	l, ok := words.Find(tag)
	if !ok {
		t.Fatalf("there is no language %q", tag)
	}
	return l
}

// ProtocolIn is the embedded protocol in the language of this tag, with the hash
// of [Protocol].
func ProtocolIn(t testing.TB, tag string) *quiz.Protocol {
	t.Helper()
	p, err := quiz.LoadIn(Language(t, tag), quiz.EmbeddedQuestions(), rules.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	p.Hash = Protocol(t).Hash
	return p
}

// Spanish is the embedded protocol in English, for a program that speaks Spanish:
// so goldens show what the program says and do not follow the protocol.
func Spanish(t testing.TB) *quiz.Protocol {
	t.Helper()
	p := *Protocol(t)
	p.Language = Language(t, "es")
	return &p
}

// Reworded is the embedded protocol in a language made up for a test: say makes
// of English words those of the language, for all texts of the program and of the
// protocol, even the titles of sources, which no language translates.
func Reworded(t testing.TB, say func(string) string) *quiz.Protocol {
	t.Helper()
	l := words.Made("xx", func(text words.Text) string { return besideVerbs(string(text), say) })
	p, err := quiz.LoadIn(l, inWords(t, "quiz/data", l, []string{"questions.yaml"}), inWords(t, "rules/data", l, rules.Files))
	if err != nil {
		t.Fatal(err)
	}
	for i, source := range p.Guideline.Sources {
		p.Guideline.Sources[i] = &rules.Source{ID: source.ID, Title: say(source.Title)}
	}
	p.Hash = Protocol(t).Hash
	return p
}

// inWords is a folder of the protocol with words in the language beside it.
func inWords(t testing.TB, folder string, l words.Language, files []string) rules.Folder {
	t.Helper()
	var log strict.Log
	known := words.Other[0] // whose catalogues list all texts there are
	disk := rules.Folder{FS: os.DirFS(filepath.Join(root(), folder)), Name: folder}
	made := fstest.MapFS{}
	for _, file := range files {
		src, err := disk.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		made[file] = &fstest.MapFile{Data: src}
		told, before := "texts:\n", ""
		for _, e := range words.Read(disk.Parse(&log, path.Join(known, file)), known, true) {
			if !strings.HasSuffix(e.ID, ".short") || e.English != before { // else Spanish alone is short here
				told += fmt.Sprintf("  - {id: %q, en: %q, %s: %q}\n", e.ID, e.English, l.Tag(), l.Say(words.Text(e.English)))
			}
			before = e.English
		}
		made[path.Join(l.Tag(), file)] = &fstest.MapFile{Data: []byte(told)}
	}
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	return rules.Folder{FS: made, Name: folder}
}
