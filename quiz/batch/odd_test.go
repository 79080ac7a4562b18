package batch

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

// odd is a protocol with what the embedded one has not: 64 choices, a question
// that is asked because of text, and factors that rest on both.
func odd(t testing.TB) *quiz.Protocol {
	t.Helper()
	const good = "../../rules/testdata/good"
	const words = "section: skin, label: L, text: T, hint: H, why: W, sources: [mnt]"
	const told = "name: N, text: T, evidence: E, sources: [mnt]"
	var choices []string
	for i := range 64 {
		choices = append(choices, fmt.Sprintf("{id: c%d, text: Choice}", i))
	}
	more := map[string][2]string{ // in each file what stands in place of what
		"questions.yaml": {"questions:\n", "questions:\n" +
			"  - {id: note, kind: text, max: 99, " + words + "}\n" +
			"  - {id: why-no-note, kind: one, ask_if: {q: note, unknown: true}, " + words + ", choices: " + "[{id: yes, text: Y}, {id: no, text: N}]}\n" +
			"  - {id: wide, kind: many, " + words + ", choices: [" + strings.Join(choices, ", ") + "]}\n"},
		"factors.yaml": {"factors:\n", "factors:\n" +
			"  - {id: noted, when: {not: {q: note, unknown: true}}, " + told + "}\n" +
			"  - {id: not-noted, when: {q: why-no-note, is: yes}, " + told + "}\n" +
			"  - {id: far, when: {q: wide, all_of: [c0, c63]}, " + told + "}\n"},
	}
	files := fstest.MapFS{}
	names, _ := filepath.Glob(good + "/*.yaml")
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, change := string(src), more[filepath.Base(name)]
		text = strings.Replace(text, change[0], change[1], 1)
		text = strings.Replace(text, "page: [[", "page: [[note, why-no-note, wide, ", 1)
		files[filepath.Base(name)] = &fstest.MapFile{Data: []byte(text)}
	}
	p, err := quiz.Load(rules.Folder{FS: files, Name: "dir"}, rules.Folder{FS: files, Name: "dir"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}
