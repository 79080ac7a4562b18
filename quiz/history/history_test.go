package history_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

// noon is when all tests take place.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.FixedZone("", 3600))

func protocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// changed is the protocol with texts of questions.yaml replaced, in pairs.
func changed(t testing.TB, pairs ...string) *quiz.Protocol {
	t.Helper()
	src, err := quiz.EmbeddedQuestions().Read("questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := string(src)
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(file, pairs[i]) {
			t.Fatalf("questions.yaml has no %q", pairs[i])
		}
		file = strings.Replace(file, pairs[i], pairs[i+1], 1)
	}
	p, err := quiz.Load(rules.Folder{FS: fstest.MapFS{"questions.yaml": {Data: []byte(file)}}}, rules.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// walk answers one question after the other: with choices, with "skip", "back",
// "dont-know", "prefer-not", or with ".text", underscores for spaces.
func walk(t testing.TB, p *quiz.Protocol, words string) quiz.Session {
	t.Helper()
	s := p.Start()
	for word := range strings.FieldsSeq(words) {
		s = step(t, s, word)
	}
	return s
}

func step(t testing.TB, s quiz.Session, word string) quiz.Session {
	t.Helper()
	switch word {
	case "skip":
		return s.Skip()
	case "back":
		return s.Back()
	case "dont-know":
		return s.DontKnow()
	case "prefer-not":
		return s.PreferNot()
	}
	if id, ok := strings.CutPrefix(word, "edit:"); ok {
		place, _ := s.Protocol().Find(id)
		return s.Edit(place)
	}
	a := quiz.Answer{State: quiz.Answered}
	if text, ok := strings.CutPrefix(word, "."); ok {
		a.Text = strings.ReplaceAll(text, "_", " ")
	} else {
		mask, err := s.Question().Mask(strings.Split(word, ",")...)
		if err != nil {
			t.Fatal(err)
		}
		a.Chosen = mask
	}
	next, err := s.Give(a)
	if err != nil {
		t.Fatalf("%s at %s: %v", word, s.Question().ID, err)
	}
	return next
}

// finished answers everything up to the review, one of everything among it: a
// choice, choices, not to know, not to say, passed over, text. The sensitive
// question has the answer that nobody may ever find.
const finished = "age-18-24 none comedones,inflamed-few moderate face,chest dont-know course-1 most-days " +
	"touch-face,stop-when-clear prefer-not none a-lot yes skip female .a_clear_chin"

func built(t testing.TB, words string, now time.Time, sensitive bool) *report.Report {
	t.Helper()
	p := protocol(t)
	return report.Build(p, walk(t, p, words).Result(), report.Options{Program: "scarcheck test", Now: now, Sensitive: sensitive})
}

func reportOf(p *quiz.Protocol, s quiz.Session) *report.Report {
	return report.Build(p, s.Result(), report.Options{Program: "scarcheck test", Now: noon})
}

func jsonOf(t testing.TB, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func open(t testing.TB, dir string) *history.Store {
	t.Helper()
	s, err := history.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// lies lists all that lies below a folder, as "name" or "folder/name".
func lies(t testing.TB, dir string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name, _ := filepath.Rel(dir, path); name != "." {
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func contents(t testing.TB, path string) string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
