package quiztest

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Marked is a language whose only letter is ø: what the program says without
// asking the language how stands out. It has the lengths of English.
func Marked() words.Language {
	return words.Made("xx", func(t words.Text) string {
		text, marked, at := string(t), "", 0
		for _, verb := range verb.FindAllStringIndex(text, -1) {
			marked += mark(text[at:verb[0]]) + text[verb[0]:verb[1]]
			at = verb[1]
		}
		return marked + mark(text[at:])
	})
}

var (
	verb   = regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]`)
	letter = regexp.MustCompile(`[a-z]`)
	word   = regexp.MustCompile(`[A-Za-z]{2,}`)
)

func mark(text string) string {
	return regexp.MustCompile(`[A-Z]`).ReplaceAllString(letter.ReplaceAllString(text, "ø"), "Ø")
}

// MarkedProtocol is the program's own protocol in the language Marked.
func MarkedProtocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	questions := markedFolder(t, "quiz/data", "questions.yaml")
	p, err := quiz.LoadIn(Marked(), questions, markedFolder(t, "rules/data", rules.Files...))
	if err != nil {
		t.Fatal(err)
	}
	p.Hash = "sha256:0123456789abcdef"
	return p
}

// markedFolder is a folder of a protocol with words in Marked beside the
// English ones, made from the catalogue of another language.
func markedFolder(t testing.TB, name string, files ...string) rules.Folder {
	t.Helper()
	var log strict.Log
	from := rules.Folder{FS: os.DirFS(filepath.Join(root(), name)), Name: name}
	all := fstest.MapFS{}
	for _, file := range files {
		src, err := from.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		all[file] = &fstest.MapFile{Data: src}
		var b strings.Builder
		b.WriteString("texts:\n")
		before := ""
		for _, e := range words.Read(from.Parse(&log, "es/"+file), "es", true) {
			if strings.HasSuffix(e.ID, ".short") && e.English == before {
				continue // English has no need of it
			}
			before = e.English
			b.WriteString("  - id: " + e.ID + "\n    en: " + strconv.Quote(e.English) + "\n    xx: " + strconv.Quote(mark(e.English)) + "\n")
		}
		all["xx/"+file] = &fstest.MapFile{Data: []byte(b.String())}
	}
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	return rules.Folder{FS: all, Name: name}
}

// Unmarked lists the words that are not in Marked in what people are shown,
// but for some that are the same in all languages.
func Unmarked(shown string, but ...string) []string {
	found := word.FindAllString(shown, -1)
	return slices.DeleteFunc(found, func(word string) bool { return slices.Contains(but, word) })
}
