package pdf_test

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"scarcheck/quiz/pdf"
)

func TestWrap(t *testing.T) {
	five := body.Width("aaaaa")
	for _, row := range []struct {
		name, text string
		width      float64
		want       string
	}{
		{"nothing", "", five, ""},
		{"spaces", "   ", five, ""},
		{"one line", "aaaaa", five, "aaaaa"},
		{"at a space", "aaaaa aaa", five, "aaaaa |aaa"},
		{"many spaces", " aa   aa ", five, "aa aa"},
		{"a long word", "a aaaaaaaaaaaa a", five, "a |aaaaa|aaaaa|aa a"},
		{"no room at all", "aab", 0, "a|a|b"},
		{"no break at a space that forbids it", "aaa\u00a0aa a", five, "aaa\u00a0a|a a"},
		{"what is missing", "aa 日本 a", five, "aa [?] |a"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := strings.Join(body.Wrap(row.text, row.width), "|"); got != row.want {
				t.Errorf("wrapped %q, want %q", got, row.want)
			}
		})
	}
}

// No line is too wide, no line could take the next word, and nothing is lost.
func FuzzWrap(f *testing.F) {
	f.Add("A pot, a cup and some leaves, immediately.", 40.0)
	f.Add("  (naïve) 日本語 \\ \x00 e\u0301 wwwwwwwwwwwwwwwwwwwwwwwwwwww", 33.3)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		lines := strong.Wrap(text, width)
		shown, _ := pdf.Drawable(text)
		var words []string
		for word := range strings.SplitSeq(shown, " ") {
			if word != "" {
				words = append(words, word)
			}
		}
		rest := strings.Join(words, " ")
		if got := strings.Join(lines, ""); got != rest {
			t.Fatalf("joined %q, want %q", got, rest)
		}
		for _, line := range lines {
			rest = rest[len(line):]
			trimmed := strings.TrimSuffix(line, " ")
			if strong.Width(trimmed) > width && utf8.RuneCountInString(trimmed) > 1 {
				t.Errorf("line %q is wider than %v", line, width)
			}
			if word, _, _ := strings.Cut(rest, " "); trimmed != line && strong.Width(line+word) <= width {
				t.Errorf("line %q could take %q", line, word)
			}
		}
	})
}

func TestMeasuringAtOnce(t *testing.T) {
	want := title.Width("Tea, and how to make it")
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got := title.Width("Tea, and how to make it"); got != want {
				t.Errorf("width %v, want %v", got, want)
			}
		})
	}
	wait.Wait()
}

func TestHeight(t *testing.T) {
	s := pdf.Style{Size: 10, Leading: 12}
	if got := s.Height("one two", s.Width("one")); got != 24 {
		t.Errorf("two lines are %v high", got)
	}
	if got := body.Line(); got != 13 {
		t.Errorf("without a leading a line is %v high", got)
	}
}
