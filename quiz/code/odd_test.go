package code_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// load makes a protocol of the small one of the rules' tests, with these
// questions.
func load(t testing.TB, questions string) *quiz.Protocol {
	t.Helper()
	const good = "../../rules/testdata/good"
	files := fstest.MapFS{}
	names, _ := filepath.Glob(good + "/*.yaml")
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = &fstest.MapFile{Data: src}
	}
	old := string(files["questions.yaml"].Data)
	changed := strings.Replace(old, "questions:\n", "questions:\n"+questions, 1)
	page := ""
	for line := range strings.Lines(questions) {
		if id, ok := strings.CutPrefix(line, "  - {id: "); ok {
			page += id[:strings.Index(id, ",")+1] + " "
		}
	}
	files["questions.yaml"].Data = []byte(strings.Replace(changed, "page: [[", "page: [["+page, 1))
	p, err := quiz.Load(rules.Folder{FS: files, Name: "dir"}, rules.Folder{FS: files, Name: "dir"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// odd has what the embedded protocol has not: more choices than a number of 64
// bits has sets for, all of them alone, none of them alone, and a question that
// is asked because of text.
func odd(t testing.TB) *quiz.Protocol {
	choices := func(n int, more string) string {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf("{id: c%d, text: Choice%s}", i, more))
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	const words = "section: skin, label: L, text: T, hint: H, why: W, sources: [mnt]"
	return load(t, strings.Join([]string{
		"  - {id: note, kind: text, max: 9, " + words + "}",
		"  - {id: why-no-note, kind: one, ask_if: {q: note, unknown: true}, " + words + ", choices: " + choices(3, "") + "}",
		"  - {id: wide, kind: many, " + words + ", choices: " + choices(64, "") + "}",
		"  - {id: apart, kind: many, " + words + ", choices: " + choices(64, ", alone: true") + "}",
		"  - {id: single, kind: one, " + words + ", choices: " + choices(64, "") + "}", "",
	}, "\n"))
}
