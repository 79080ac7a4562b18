package rules_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/quiz"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

var update = flag.Bool("update", false, "rewrite testdata/bad/*.want")

// TestBadFiles loads the small protocol in testdata/good with one of its files
// replaced: testdata/bad/care-NAME.yaml stands in for care.yaml, and so on. The
// message must be that of care-NAME.want, to the letter: file, line, column,
// what is wrong, what to do. Adding a mistake is adding a file.
func TestBadFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no bad files: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(name, func(t *testing.T) {
			small := goodFiles(t)
			kind, _, _ := strings.Cut(name, "-")
			small[kind+".yaml"].Data = readFile(t, file)
			_, err := quiz.Load(rules.Folder{FS: small}, rules.Folder{FS: small})
			if err == nil {
				t.Fatal("no fault found")
			}
			compare(t, strings.TrimSuffix(file, ".yaml")+".want", err.Error()+"\n")
		})
	}
}

// TestGoodFiles sees that the bad files stand among good ones.
func TestGoodFiles(t *testing.T) {
	small := goodFiles(t)
	if _, err := quiz.Load(rules.Folder{FS: small}, rules.Folder{FS: small}); err != nil {
		t.Error(err)
	}
}

// TestMissingFile takes away one file at a time: that is a fault of its own,
// and the only one to name that file.
func TestMissingFile(t *testing.T) {
	for _, file := range append([]string{"questions.yaml"}, rules.Files...) {
		small := goodFiles(t)
		delete(small, file)
		_, err := quiz.Load(rules.Folder{FS: small, Name: "clinic"}, rules.Folder{FS: small, Name: "clinic"})
		var faults strict.Faults
		if !errors.As(err, &faults) {
			t.Errorf("without %s: %v", file, err)
			continue
		}
		want := "clinic/" + file + ": this file is missing; a protocol needs it"
		var of []string
		for _, fault := range faults {
			if fault.File == "clinic/"+file {
				of = append(of, fault.String())
			}
		}
		if len(of) != 1 || of[0] != want {
			t.Errorf("without %s: %q, want %q", file, of, want)
		}
	}
}

// goodFiles are the files of the small protocol, free to be changed.
func goodFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := fs.Glob(os.DirFS("testdata/good"), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range entries {
		files[name] = &fstest.MapFile{Data: readFile(t, filepath.Join("testdata/good", name))}
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

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(readFile(t, golden)); got != want {
		t.Errorf("got\n%swant\n%s(go test -update rewrites it)", got, want)
	}
}
