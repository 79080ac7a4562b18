package rules_test

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// FuzzLoad loads the small protocol with one of its files replaced by anything.
// It must not panic; what is wrong must be faults that name a file; and what is
// not wrong must be fit to judge answers.
func FuzzLoad(f *testing.F) {
	files := append([]string{"questions.yaml"}, rules.Files...)
	for i, file := range files {
		kind := strings.TrimSuffix(file, ".yaml")
		f.Add(uint8(i), readFile(f, "testdata/good/"+file))
		for _, folder := range []string{"testdata/bad/", "../quiz/testdata/bad/"} {
			bad, err := filepath.Glob(folder + kind + "-*.yaml")
			if err != nil {
				f.Fatal(err)
			}
			for _, name := range bad {
				f.Add(uint8(i), readFile(f, name))
			}
		}
	}
	f.Fuzz(func(t *testing.T, at uint8, src []byte) {
		small := goodFiles(t)
		small[files[int(at)%len(files)]].Data = src
		p, err := quiz.Load(rules.Folder{FS: small, Name: "dir"}, rules.Folder{FS: small, Name: "dir"})
		if err != nil {
			var faults strict.Faults
			if !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("an error that is no list of faults: %v", err)
			}
			for _, fault := range faults {
				if !strings.HasPrefix(fault.File, "dir/") || fault.Message == "" || (fault.Line > 0) != (fault.Column > 0) {
					t.Errorf("a fault without a place or a message: %+v", fault)
				}
			}
			return
		}
		random := rand.New(rand.NewPCG(uint64(at), uint64(len(src))))
		p.Guideline.Judge(p.Guideline.Vocabulary.Open())
		for range 3 {
			answers := randomAnswers(p.Guideline.Vocabulary, random)
			p.Guideline.Judge(answers)
			p.Guideline.Explain(answers)
		}
	})
}
