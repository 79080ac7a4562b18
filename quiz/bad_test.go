package quiz_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/rules"
)

// TestBadFiles loads the small protocol in rules/testdata/good with its
// questions replaced by testdata/bad/questions-NAME.yaml. The message must be
// that of questions-NAME.want, to the letter: file, line, column, what is wrong,
// what to do. Adding a mistake is adding a file.
func TestBadFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no bad files: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(name, func(t *testing.T) {
			small := goodFiles(t)
			small["questions.yaml"].Data = readFile(t, file)
			_, err := quiz.Load(rules.Folder{FS: small}, rules.Folder{FS: small})
			if err == nil {
				t.Fatal("no fault found")
			}
			quiztest.Golden(t, strings.TrimSuffix(file, ".yaml")+".want", []byte(err.Error()+"\n"))
		})
	}
}

// goodFiles are the files of the small protocol, free to be changed.
func goodFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := fs.Glob(os.DirFS("../rules/testdata/good"), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range entries {
		files[name] = &fstest.MapFile{Data: readFile(t, filepath.Join("../rules/testdata/good", name))}
	}
	return files
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}
