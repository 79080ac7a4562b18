package strict

import (
	"errors"
	"strings"
	"testing"
)

func TestFaultString(t *testing.T) {
	for _, test := range []struct {
		name  string
		fault Fault
		want  string
	}{
		{"caret", Fault{"a.yaml", 2, 3, "wrong", "  here"}, "a.yaml:2:3: wrong\n        here\n        ^"},
		{"first column", Fault{"a.yaml", 2, 1, "wrong", "here"}, "a.yaml:2:1: wrong\n      here\n      ^"},
		{"no place", Fault{"a.yaml", 0, 0, "is missing", ""}, "a.yaml: is missing"},
		{"blank line", Fault{"a.yaml", 2, 1, "wrong", "   "}, "a.yaml:2:1: wrong"},
		{"letters are columns", Fault{"a.yaml", 1, 4, "wrong", "äöüx"}, "a.yaml:1:4: wrong\n      äöüx\n         ^"},
		{"name made safe", Fault{"a\x1b[31m\n.yaml", 0, 0, "wrong", ""}, "a<U+001B>[31m<U+000A>.yaml: wrong"},
		{
			"exactly the width",
			Fault{"a", 1, 100, "w", strings.Repeat("x", 100)},
			"a:1:100: w\n      " + strings.Repeat("x", 100) + "\n      " + strings.Repeat(" ", 99) + "^",
		},
		{
			"window at the start",
			Fault{"a", 1, 2, "w", strings.Repeat("x", 101)},
			"a:1:2: w\n      " + strings.Repeat("x", 99) + "…\n       ^",
		},
		{
			"window at the end",
			Fault{"a", 1, 501, "w", strings.Repeat("x", 500)},
			"a:1:501: w\n      …" + strings.Repeat("x", 99) + "\n      " + strings.Repeat(" ", 100) + "^",
		},
		{
			"window in the middle",
			Fault{"a", 1, 251, "w", strings.Repeat("ä", 250) + "!" + strings.Repeat("ä", 250)},
			"a:1:251: w\n      …" + strings.Repeat("ä", 49) + "!" + strings.Repeat("ä", 48) + "…\n      " + strings.Repeat(" ", 50) + "^",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.fault.String(); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestMessageIsSafe(t *testing.T) {
	var log Log
	root := Parse(&log, "a.yaml", []byte("key: value\n"))
	root.Faultf("a\x1b[31m b\u202e c\nd")
	root.Faultf("%s", strings.Repeat("x", 5000))
	faults := log.Err().(Faults)
	if got, want := faults[0].Message, "a<U+001B>[31m b<U+202E> c<U+000A>d"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := len([]rune(faults[1].Message)); got != maxMessage {
		t.Errorf("an endless message has %d characters", got)
	}
}

func TestLogOrder(t *testing.T) {
	var log Log
	z := Parse(&log, "z.yaml", []byte("a: 1\nb: 2\n")).Map("a", "b")
	a := Parse(&log, "a.yaml", []byte("a: 1\n"))
	log.Faultf("missing.yaml", "%s", "is missing")
	a.Faultf("third")
	z.Get("b").Faultf("second")
	z.Get("a").Faultf("first")
	z.Get("a").Faultf("first, too")
	z.Get("b").Faultf("second")
	var got []string
	for _, f := range log.Err().(Faults) {
		got = append(got, f.File+" "+f.Message)
	}
	want := "z.yaml first|z.yaml first, too|z.yaml second|a.yaml third|missing.yaml is missing"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestLogWithoutFaults(t *testing.T) {
	var log Log
	Parse(&log, "a.yaml", []byte("a: 1\n"))
	if err := log.Err(); err != nil {
		t.Errorf("want nil, got %#v", err)
	}
}

func TestFaultsAreAnError(t *testing.T) {
	var log Log
	Parse(&log, "a.yaml", []byte("a: [\n"))
	var faults Faults
	if !errors.As(log.Err(), &faults) || len(faults) != 1 {
		t.Fatalf("got %v", log.Err())
	}
	two := Faults{{File: "a", Message: "one"}, {File: "b", Message: "two"}}
	if got := two.Error(); got != "a: one\nb: two" {
		t.Errorf("got %q", got)
	}
}

func TestByteOrderMark(t *testing.T) {
	var log Log
	if got := parse(t, &log, "\ufeffid: a\n").Map("id").Text("id"); got != "a" {
		t.Errorf("got %q", got)
	}
}
