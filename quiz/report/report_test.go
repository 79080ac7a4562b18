package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

func jsonOf(t testing.TB, r *report.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func textOf(t testing.TB, r *report.Report) string {
	t.Helper()
	var b strings.Builder
	if err := report.Text(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func cases(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.answers.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases found", err)
	}
	return files
}

// JSON is canonical: reading it back gives the same report, the same bytes and
// the same drawing of everything else.
func TestJSONRoundTrips(t *testing.T) {
	p := protocol(t)
	for _, file := range cases(t) {
		for _, sensitive := range []bool{false, true} {
			r := build(t, p, file, sensitive)
			first := jsonOf(t, r)
			again, err := report.Parse(first)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			if !reflect.DeepEqual(r, again) {
				t.Errorf("%s: the report read back is another one", file)
			}
			if !bytes.Equal(first, jsonOf(t, again)) {
				t.Errorf("%s: the bytes differ the second time", file)
			}
			if textOf(t, r) != textOf(t, again) {
				t.Errorf("%s: the page drawn from the saved report differs", file)
			}
		}
	}
}

// The report's answers are an answers file's answers: the same report comes
// from them.
func TestAnswersOfAReportAreAnAnswersFile(t *testing.T) {
	p := protocol(t)
	for _, file := range cases(t) {
		r := build(t, p, file, true)
		src, err := json.Marshal(map[string]any{"protocol": p.Name(), "answers": r.Answers})
		if err != nil {
			t.Fatal(err)
		}
		answers, err := p.ParseAnswers(src)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		again := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon, Sensitive: true})
		if !reflect.DeepEqual(r, again) {
			t.Errorf("%s: the answers of the report give another report", file)
		}
	}
}

// Without the person's word, no format differs by the sensitive answer, in
// whatever way it was or was not given.
func TestSensitiveAnswerLeavesNoTrace(t *testing.T) {
	p := protocol(t)
	var pages []string
	for _, safety := range []string{"", `"safety": "yes",`, `"safety": "no",`, `"safety": "prefer-not",`, `"safety": "dont-know",`} {
		answers, err := p.ParseAnswers([]byte(`{"protocol": "acne-scar@1", "answers": {` + safety + `"effect": "a-lot"}}`))
		if err != nil {
			t.Fatal(err)
		}
		r := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon})
		pages = append(pages, string(jsonOf(t, r))+textOf(t, r)+report.Sections(r.Screen(), 80))
	}
	for i, page := range pages {
		if page != pages[0] {
			t.Errorf("page %d differs from the page of somebody who was not asked", i)
		}
		if strings.Contains(page, "safety") || strings.Contains(strings.ToLower(page), "crisis") {
			t.Errorf("page %d speaks of the sensitive question", i)
		}
	}
}

func TestSensitiveAnswerIsThereWhenAskedFor(t *testing.T) {
	p := protocol(t)
	r := build(t, p, "testdata/crisis.answers.json", true)
	if r.Crisis == nil || !*r.Crisis {
		t.Fatal("the crisis is not in the report")
	}
	page := textOf(t, r)
	if at := strings.Index(page, strings.ToUpper(p.Guideline.Crisis.Title)); at < 0 || at > strings.Index(page, "ADVICE GIVEN") {
		t.Error("the crisis does not stand first on the page")
	}
	r.HideSensitive()
	if !reflect.DeepEqual(r.Answers, build(t, p, "testdata/crisis.answers.json", false).Answers) {
		t.Error("hiding the sensitive answers leaves others than those of a report without them")
	}
	if strings.Contains(string(jsonOf(t, r)), `"safety"`) {
		t.Error("a hidden report still speaks of the sensitive question")
	}
}

func TestPageFitsItsWidthAndHoldsNoControls(t *testing.T) {
	p := protocol(t)
	goals := []string{
		strings.Repeat("w", quiz.MaxText), "\x1b[31mred\x1b]0;title\x07\x9b2J", "\u202egnp.exe\u2066", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "line\nline\tline\x00",
		"\u4f60\u597d " + strings.Repeat("\u4f60", 200),
	}
	place, _ := p.Find("goal")
	for _, goal := range goals {
		answers := make(quiz.Answers, len(p.Questions))
		answers[place] = quiz.Answer{State: quiz.Answered, Text: quiz.Clean(goal)}
		r := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon})
		for _, width := range []int{30, 40, 80, 200} {
			checkPlain(t, report.Sections(r.Screen(), width), width)
		}
		checkPlain(t, textOf(t, r), report.TextWidth)
	}
}

func checkPlain(t *testing.T, page string, width int) {
	t.Helper()
	for _, line := range strings.Split(page, "\n") {
		for _, r := range line {
			if r != '\f' && unicode.In(r, unicode.Cc, unicode.Cf) {
				t.Errorf("a control character %U is on the page", r)
			}
		}
		if ansi.StringWidth(line) > width {
			t.Errorf("wider than %d columns: %q", width, line)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	good := string(jsonOf(t, build(t, protocol(t), "testdata/full.answers.json", false)))
	for _, tt := range []struct {
		name, src, want string
		is              error
	}{
		{name: "answers file", src: `{"protocol": "acne-scar@1", "answers": {}}`, is: report.ErrNotReport},
		{name: "list", src: `[]`, is: report.ErrNotReport},
		{name: "text", src: `"scarcheck.report/1"`, is: report.ErrNotReport},
		{name: "schema of another kind", src: `{"schema": 1}`, is: report.ErrNotReport},
		{name: "empty", src: ``, want: "1:1: the file ends too early"},
		{name: "cut off", src: good[:len(good)/2], want: "the file ends too early"},
		{name: "later schema", src: `{"schema": "scarcheck.report/9"}`, want: `another schema than "scarcheck.report/1"`},
		{name: "unknown field", src: strings.Replace(good, `"support"`, `"suport"`, 1), want: `changed by hand`},
		{name: "wrong type", src: strings.Replace(good, `"support": true`, `"support": "yes"`, 1), want: `"support" takes bool, not string`},
		{name: "status", src: strings.Replace(good, `"present"`, `"maybe"`, 1), want: `has no such status`},
		{name: "time", src: strings.Replace(good, `2026-11-23T12:00:00Z`, `yesterday`, 1), want: `"assessed_at" takes a time`},
		{name: "crisis without its words", src: strings.Replace(good, `"support": true`, `"support": true, "crisis": true`, 1), want: `"crisis" is true, and its text is gone`},
		{name: "no care", src: strings.Replace(good, `"level": "`, `"level": "", "evel": "`, 1), want: `changed by hand`},
		{name: "care without its level", src: regexp.MustCompile(`"level": "[^"]*"`).ReplaceAllString(good, `"level": ""`), want: `"care" has lost its "level"`},
		{name: "a million brackets", src: strings.Repeat("[", 1_000_000), want: "brackets are nested too deep"},
		{name: "a million brackets in a report", src: `{"schema": "scarcheck.report/1", "answers": ` + strings.Repeat(`{"a":`, 1_000_000/5), want: "brackets are nested too deep"},
		{name: "too large", src: good + strings.Repeat(" ", quiz.MaxFile), want: "larger than 1 MiB"},
		{name: "NUL bytes", src: strings.Repeat("\x00", 4096), want: "this is not JSON"},
		{name: "a NUL in a text", src: strings.Replace(good, "scarcheck", "scar\x00check", 1), want: "this is not JSON"},
		{name: "not UTF-8", src: strings.Replace(good, "want", "w\xffnt", 1), want: "this is not UTF-8 text"},
		{name: "UTF-16", src: "\xff\xfe{\x00", want: "this is not UTF-8 text"},
		{name: "duplicate key", src: strings.Replace(good, `"support": true`, `"support": true, "support": false`, 1), want: "this key stands here twice"},
		{name: "answer that is a number", src: strings.Replace(good, `"age": "age-13-17"`, `"age": 13`, 1), want: "changed by hand"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := report.Parse([]byte(tt.src))
			if err == nil {
				t.Fatal("it was taken")
			}
			if tt.is != nil && !errors.Is(err, tt.is) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Texts of a saved report are as little trusted as typed ones.
func TestParseCleans(t *testing.T) {
	src := strings.Replace(string(jsonOf(t, build(t, protocol(t), "testdata/full.answers.json", false))),
		"I want to know", `\u001b[2J\u202eI w\u200bant\u0000 to\u2066 kn\ufeffow`, -1)
	r, err := report.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	checkPlain(t, textOf(t, r), report.TextWidth)
}

// A report changed by hand may have empty or foreign texts anywhere; drawing it
// must not fail.
func TestDrawsAnyTexts(t *testing.T) {
	good := string(jsonOf(t, build(t, protocol(t), "testdata/full.answers.json", false)))
	for _, name := range []string{"", "\u00c4rger", "\u4f60"} {
		src := regexp.MustCompile(`"(name|label|title|text)": "(?:[^"\\]|\\.)*"`).ReplaceAllString(good, `"$1": "`+name+`"`)
		r, err := report.Parse([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		page := textOf(t, r) + report.Sections(r.Screen(), 40)
		if !utf8.ValidString(page) {
			t.Errorf("with %q the page is not UTF-8", name)
		}
	}
}

// An assessment that asks for help today says so at the top of every format
// for people.
func TestSafetyStandsFirst(t *testing.T) {
	p := protocol(t)
	r := build(t, p, "testdata/same-day.answers.json", false)
	title := p.Guideline.Levels[0].Title
	for name, page := range map[string]string{"page": textOf(t, r), "screen": report.Sections(r.Screen(), 80)} {
		if at := strings.Index(page, title); at < 0 || strings.Count(page[:at], "\n") > 8 {
			t.Errorf("%s: %q does not stand at the top", name, title)
		}
	}
}

func TestNothingReassures(t *testing.T) {
	p := protocol(t)
	for _, file := range cases(t) {
		r := build(t, p, file, false)
		page := strings.ToLower(textOf(t, r))
		for _, never := range []string{"low risk", "no risk", "don't worry", "do not worry", "you are fine", "nothing to worry", "your score", "% risk"} {
			if strings.Contains(page, never) {
				t.Errorf("%s: the page says %q", file, never)
			}
		}
		if !strings.Contains(strings.Join(strings.Fields(page), " "), "even mild acne can leave scars. and people with every factor may not get any.") {
			t.Errorf("%s: both halves of the truth are not on the page", file)
		}
	}
}
