package quiz_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// reviewTime is a day on which the embedded protocol is not overdue.
var reviewTime = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)

// clinic is the embedded protocol in one flat folder, with changes: of each
// file, old texts and what stands in their place.
func clinic(t testing.TB, changes map[string][]string) rules.Folder {
	t.Helper()
	files := fstest.MapFS{}
	for _, from := range []fs.FS{os.DirFS("data"), rules.Embedded().FS} {
		names, err := fs.Glob(from, "*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			src, err := fs.ReadFile(from, name)
			if err != nil {
				t.Fatal(err)
			}
			for pair := range slices.Chunk(changes[name], 2) {
				if !strings.Contains(string(src), pair[0]) {
					t.Fatalf("%s has no %q to change", name, pair[0])
				}
				src = []byte(strings.Replace(string(src), pair[0], pair[1], 1))
			}
			files[name] = &fstest.MapFile{Data: src}
		}
	}
	return rules.Folder{FS: files, Name: "clinic"}
}

func TestEmbeddedProtocolHasNoFault(t *testing.T) {
	folder := clinic(t, nil)
	p, err := quiz.Load(folder, folder)
	if err != nil {
		t.Fatal(err)
	}
	if p.Hash != embedded(t).Hash {
		t.Error("the same files in a folder of their own make another hash")
	}
	if err := p.Lint(folder, folder, reviewTime); err != nil {
		t.Error(err)
	}
}

func TestLint(t *testing.T) {
	tests := []struct {
		name, file, old, new string
		want                 string
	}{
		{
			"review overdue", "questions.yaml", "reviewed: 2026-11-23\nreview_by: 2027-11-23", "reviewed: 2025-11-23\nreview_by: 2026-11-23",
			`clinic/questions.yaml:4:12: the protocol was due for review on this day; go through it, then set "reviewed" and "review_by" anew`,
		},
		{
			"source unused", "sources.yaml", "sources:\n", "sources:\n  - {id: folklore, title: Folklore, where: hearsay, known: whole, says: Much.}\n",
			`clinic/sources.yaml:3:5: nothing rests on source "folklore"; take it out, or name it where it is used`,
		},
		{
			"section empty", "questions.yaml", "  - {id: you, title: You}", "  - {id: pets, title: Pets}\n  - {id: you, title: You}",
			`clinic/questions.yaml:16:5: section "pets" has no question; take it out, or move one into it`,
		},
		{
			"question unread", "factors.yaml", "when: {q: sex, is: male}", "when: {q: age, is: age-25-plus}",
			`no rule and no other question looks at "sex"; take it out, or mark it "informational: true" if it is for the doctor to read`,
		},
		{
			"caution beside no treatment", "treatments.yaml", "cautions:\n", "cautions:\n" +
				"  - {id: tattoo, name: Tattoo, when: {q: tell, any_of: [keloids]}, text: Tell the doctor., sources: [mnt]}\n",
			`clinic/treatments.yaml:3:5: caution "tattoo" stands beside no treatment, so nobody would see it`,
		},
		{
			"hard to read", "questions.yaml", "text: How old are you?", "text: What chronological age have you accomplished hitherto?",
			`clinic/questions.yaml:41:11: this reads at grade 12.4, above 6: use shorter words and sentences, or explain a medical word in terms.yaml`,
		},
		{
			"term used nowhere", "terms.yaml", "terms:\n", "terms:\n  - {term: erysipelas, plain: A red skin.}\n",
			`clinic/terms.yaml:4:5: no text has the term "erysipelas"; take it out`,
		},
		{
			"term explained twice", "terms.yaml", "terms:\n", "terms:\n  - {term: Keloid, plain: A thick scar.}\n",
			`clinic/terms.yaml:24:5: term "keloid" is explained twice; keep one`,
		},
		{
			"same sentence", "questions.yaml", "text: How old are you?", "text: What was your sex at birth?",
			`the same words stand in questions.yaml, line 41; say what sets this one apart`,
		},
		{
			"same choice", "questions.yaml", "text: 13 to 17", "text: Under 13",
			`clinic/questions.yaml:52:15: the same words stand in questions.yaml, line 50; say what sets this one apart`,
		},
		{
			"same label", "questions.yaml", "label: Age", "label: Sex",
			`the same words stand in questions.yaml, line 40; say what sets this one apart`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := clinic(t, map[string][]string{test.file: {test.old, test.new}})
			p, err := quiz.Load(folder, folder)
			if err != nil {
				t.Fatal(err)
			}
			err = p.Lint(folder, folder, reviewTime)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("want %s\ngot  %v", test.want, err)
			}
			if n := strings.Count(err.Error(), "clinic/"); n != 1 {
				t.Errorf("one fault was made, %d are found:\n%v", n, err)
			}
		})
	}
}

func TestReviewDates(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"missing", "reviewed: 2026-11-23\n", "", `needs "reviewed"`},
		{"no day", "2027-11-23", "2027-11", `clinic/questions.yaml:4:12: a day is written as year, month and day, such as 2026-11-23, not "2027-11"`},
		{"no such day", "2027-11-23", "2027-02-30", `not "2027-02-30"`},
		{"in words", "2027-11-23", "next year", `not "next year"`},
		{"before", "2027-11-23", "2026-11-23", `the next review must come after the last one, of 2026-11-23`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changes := map[string][]string{"questions.yaml": {"review_by: 2027-11-23", "review_by: 2027-11-23", test.old, test.new}}
			folder := clinic(t, changes)
			if _, err := quiz.Load(folder, folder); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("want %s, got %v", test.want, err)
			}
		})
	}
}

func TestOverdue(t *testing.T) {
	p := embedded(t)
	for day, want := range map[string]bool{"2026-11-23": false, "2027-11-23": false, "2027-11-24": true} {
		now, _ := time.Parse(time.DateOnly, day)
		if got := p.Overdue(now.Add(23 * time.Hour)); got != want {
			t.Errorf("on %s overdue is %v", day, got)
		}
	}
}
