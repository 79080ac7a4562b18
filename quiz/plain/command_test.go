package plain

import (
	"reflect"
	"strings"
	"testing"

	"scarcheck/quiz/words"
)

var english = newVocabulary(words.English)

func TestParse(t *testing.T) {
	choices := []struct {
		line string
		want command
	}{
		{"", command{verb: nothing}},
		{" \t ", command{verb: nothing}},
		{"2", command{verb: numbers, numbers: []int{2}}},
		{" 02 ", command{verb: numbers, numbers: []int{2}}},
		{"2.", command{verb: numbers, numbers: []int{2}}},
		{"2 4", command{verb: numbers, numbers: []int{2, 4}}},
		{"2,4", command{verb: numbers, numbers: []int{2, 4}}},
		{"2, 4 AND 5", command{verb: numbers, numbers: []int{2, 4, 5}}},
		{"0", command{verb: numbers, numbers: []int{0}}},
		{"2 and", command{verb: other, text: "2 and"}},
		{"and 2", command{verb: other, text: "and 2"}},
		{"1-3", command{verb: other, text: "1-3"}},
		{"-1", command{verb: other, text: "-1"}},
		{"2.5", command{verb: other, text: "2.5"}},
		{"12345", command{verb: other, text: "12345"}},
		{"\u0662", command{verb: other, text: "\u0662"}},
		{"2\x7f", command{verb: other, text: "2\x7f"}},
		{",", command{verb: other, text: ","}},
		{".", command{verb: other}},
		{"Face", command{verb: other, text: "face"}},
		{"b", command{verb: back}},
		{"/B", command{verb: back}},
		{"/ back", command{verb: back}},
		{"BACK", command{verb: back}},
		{"?", command{verb: why}},
		{"w", command{verb: why}},
		{"Don\u2019t  know.", command{verb: dontKnow}},
		{"prefer not to say", command{verb: preferNot}},
		{"s", command{verb: skip}},
		{"k", command{verb: keep}},
		{"h", command{verb: help}},
		{"q", command{verb: stop}},
		{"r", command{verb: result}},
		{"/2", command{verb: slash}},
		{"/", command{verb: slash}},
	}
	for _, c := range choices {
		if got := english.parse(c.line, false); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q is %+v, want %+v", c.line, got, c.want)
		}
	}
	words := []struct {
		line string
		want verb
	}{
		{"", nothing},
		{" \x1b[31m \u202e", nothing},
		{"Fewer marks", text},
		{"2", text},
		{"back pain", text},
		{"b", bare},
		{"?", bare},
		{"Skip", bare},
		{"I don't know", bare},
		{"x", text},
		{"/s", skip},
		{"/?", why},
		{"/DON'T KNOW", dontKnow},
		{"\x1b[0m/b", back},
		{"/etc", slash},
	}
	for _, c := range words {
		if got := english.parse(c.line, true); got.verb != c.want || (got.verb == text) != (got.text == c.line && got.text != "") {
			t.Errorf("%q as text is %+v, want verb %d", c.line, got, c.want)
		}
	}
}

// FuzzParse looks for lines that panic or that mean more than they say.
func FuzzParse(f *testing.F) {
	for _, line := range []string{"", "2 and 4", "2,4.", "/b", "don't know", "\x1b[2J/q", "a\u202eb", "\xff", "//", ". /.", "¿Por qué?", "2 y 4", "atra\u0301s"} {
		f.Add(line, true)
		f.Add(line, false)
	}
	spanish := newVocabulary(language(f, "es"))
	f.Fuzz(func(t *testing.T, line string, free bool) {
		for _, v := range []*vocabulary{english, spanish} {
			meansNoMore(t, v.parse(line, free), line, free)
		}
	})
}

// meansNoMore fails where a command is more than its line says.
func meansNoMore(t *testing.T, c command, line string, free bool) {
	t.Helper()
	switch {
	case (c.verb == numbers) != (len(c.numbers) > 0):
		t.Errorf("numbers %v with verb %d", c.numbers, c.verb)
	case c.verb == text && (!free || c.text != line):
		t.Error("a text is not the line")
	case free && (c.verb == numbers || c.verb == other):
		t.Errorf("a text is taken for verb %d", c.verb)
	case !free && (c.verb == bare || c.verb == text):
		t.Errorf("a choice is taken for verb %d", c.verb)
	case free && c.verb > bare && !strings.Contains(line, "/"):
		t.Error("a text without a slash is taken for a command")
	}
	for _, n := range c.numbers {
		if n < 0 || n > 9999 {
			t.Errorf("number %d", n)
		}
	}
}
