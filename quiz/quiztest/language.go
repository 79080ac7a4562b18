package quiztest

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// In is the embedded protocol in a made-up language, which says each text of the
// protocol as it says those of the program. Its hash is that of [Protocol].
func In(t testing.TB, l words.Language) *quiz.Protocol {
	t.Helper()
	questions := inWords(t, "quiz/data", l, []string{"questions.yaml"})
	guideline := inWords(t, "rules/data", l, rules.Files)
	p, err := quiz.LoadIn(l, questions, guideline)
	if err != nil {
		t.Fatal(err)
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

// Longer is a language that says all in words that are longer by this part of
// their length: 1.0/3 is a third.
func Longer(part float64) words.Language {
	word := regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]|[A-Za-z]+`)
	return words.Made("qlo", func(text words.Text) string {
		owed := 0.0
		return word.ReplaceAllStringFunc(string(text), func(w string) string {
			if w[0] == '%' {
				return w
			}
			owed += part * float64(len(w)+1) // and what stands behind it
			more := min(int(owed), len(w))
			owed -= float64(more)
			return w + strings.ToLower(w[:more])
		})
	})
}

// Marked is a language that says all in Greek letters, so that a word in Latin
// ones has not been put into it.
func Marked() words.Language {
	verb := regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]|[a-z]+|[A-Z]+`)
	return words.Made("qgr", func(text words.Text) string {
		return verb.ReplaceAllStringFunc(string(text), func(w string) string {
			if w[0] == '%' {
				return w
			}
			return strings.Map(greek, w)
		})
	})
}

// greek is a letter for each Latin one, of the same case.
func greek(r rune) rune {
	const small, capital = "αβγδεζηθικλμνξοπρστυφχψωάέ", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈ"
	if r >= 'a' {
		return []rune(small)[r-'a']
	}
	return []rune(capital)[r-'A']
}

// Latin are the words of a text with a letter that [Marked] would not say, but
// for those that are known to stay.
func Latin(text string, known ...string) (found []string) {
	for _, stays := range known {
		text = strings.ReplaceAll(text, stays, "")
	}
	return regexp.MustCompile(`[A-Za-z]*[A-Za-z]{2}[A-Za-z]*`).FindAllString(text, -1)
}

// Spanish is the embedded protocol in English, for a program that speaks Spanish:
// so goldens show what the program says and do not follow the protocol.
func Spanish(t testing.TB) *quiz.Protocol {
	t.Helper()
	p := *Protocol(t)
	p.Language, _ = words.Find("es")
	return &p
}
