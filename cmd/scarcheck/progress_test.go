package main

import (
	"strings"
	"testing"
	"time"

	"scarcheck/quiz/words"
)

func TestProgressState(t *testing.T) {
	for _, row := range []struct {
		name        string
		lines       int
		bytes, size int64
		since       time.Duration
		want        string
	}{
		{"size not known", 1_234_567, 5000, 0, 10 * time.Second, "1,234,567 lines, 123,456 a second"},
		{"half", 999, 500, 1000, 3 * time.Second, "999 lines, 333 a second, 0:03 left"},
		{"long", 100, 1, 1000, 2 * time.Second, "100 lines, 50 a second, 33:18 left"},
		{"all read", 100, 1000, 1000, 2 * time.Second, "100 lines, 50 a second"},
		{"the file grew", 100, 1001, 1000, 2 * time.Second, "100 lines, 50 a second"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := state(words.English, row.lines, row.bytes, row.size, row.since); got != row.want {
				t.Errorf("%q, want %q", got, row.want)
			}
		})
	}
}

// The line waits a second, is not drawn too often, hides what it stands on, and
// leaves nothing.
func TestProgressLine(t *testing.T) {
	var out strings.Builder
	now := time.Unix(0, 0)
	p := &progress{out: &out, clock: func() time.Time { return now }, size: 100}
	for i, at := range []time.Duration{0, 999, 1000, 1100, 1200, 4000} { // ms
		now = time.Unix(0, 0).Add(at * time.Millisecond)
		p.tell(i*1000, int64(20*i))
	}
	p.clear()
	p.clear()
	want := "\r2,000 lines, 2,000 a second, 0:02 left" +
		"\r4,000 lines, 3,333 a second, 0:00 left" +
		"\r5,000 lines, 1,250 a second           " +
		"\r" + strings.Repeat(" ", len("5,000 lines, 1,250 a second")) + "\r"
	if out.String() != want {
		t.Errorf("%q\nwant\n%q", out.String(), want)
	}
	none := &progress{}
	none.tell(1, 1)
	none.clear()
}
