package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/words"
)

// sizes are the windows that every golden is drawn in.
var sizes = [][2]int{{80, 24}, {40, 15}, {200, 60}}

// Each testdata/NAME.keys is what a person presses from the start on; the
// frame that they then see stands in NAME.WIDTHxHEIGHT.golden. A line that
// begins with # is a comment. A line "es" is the language to draw in, around
// the protocol's words in English. A line "all" means that every question has
// been answered before.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/*.keys")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases found", err)
	}
	for _, file := range files {
		for _, size := range sizes {
			name := fmt.Sprintf("%s.%dx%d", strings.TrimSuffix(file, ".keys"), size[0], size[1])
			t.Run(filepath.Base(name), func(t *testing.T) {
				p := play(t, file, size[0], size[1])
				quiztest.Golden(t, name+".golden", []byte(p.sees()+"\n"))
			})
		}
	}
}

func play(t *testing.T, file string, width, height int) *person {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	asked := *protocol(t)
	session := asked.Start()
	var pressed []string
	for line := range strings.Lines(string(src)) {
		switch line = strings.TrimSpace(line); {
		case line == "" || line[0] == '#':
		case line == "es":
			asked.Language = spanish(t)
		case line == "all":
			session = answeredIn(t, &asked)
		case line[0] == '"':
			pressed = append(pressed, line)
		default:
			pressed = append(pressed, strings.Fields(line)...)
		}
	}
	return sit(t, session, width, height).press(pressed...)
}

func spanish(t *testing.T) words.Language {
	t.Helper()
	l, ok := words.Find("es")
	if !ok {
		t.Fatal("the program speaks no Spanish")
	}
	return l
}
