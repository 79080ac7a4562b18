package quiz_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"scarcheck/quiz"
)

func TestClean(t *testing.T) {
	const acute = "\u0301"
	for _, row := range []struct{ name, text, want string }{
		{"plain", "no new scars", "no new scars"},
		{"nothing", "", ""},
		{"space", " \t no \n\n new\r\nscars \u00a0\u2003\u2028", "no new scars"},
		{"colour", "\x1b[31mred\x1b[0m", "red"},
		{"colour, with colons", "\x1b[38:2::255:0:0mred", "red"},
		{"the cursor", "a\x1b[2J\x1b[1;1H\x1b[?25lb", "ab"},
		{"a sequence cut off", "a\x1b[31", "a"},
		{"a sequence with a space", "a\x1b[3 qb", "ab"},
		{"two bytes", "a\x1bcb\x1b7c", "abc"},
		{"a digit, then words", "a\x1b7 words", "a words"},
		{"a character set", "a\x1b(Bb", "ab"},
		{"escape alone", "a\x1b", "a"},
		{"a title", "a\x1b]0;title\x07b", "ab"},
		{"a title that ends otherwise", "a\x1b]0;title\x1b\\b", "ab"},
		{"a link", "\x1b]8;;http://example.org\x1b\\here\x1b]8;;\x1b\\", "here"},
		{"a device string", "a\x1bP1$r0m\x1b\\b", "ab"},
		{"privacy and application", "a\x1b^x\x1b\\b\x1b_y\x1b\\c\x1bXz\x1b\\d", "abcd"},
		{"a string cut off", "a\x1b]0;title", "a"},
		{"a title cut by another sequence", "a\x1b]0;title\x1b[31mb", "ab"},
		{"colour in one byte", "a\u009b31mb", "ab"},
		{"a title in one byte", "a\u009d0;title\u009cb", "ab"},
		{"a device string in one byte", "a\u0090q\u009cb", "ab"},
		{"another byte of that kind", "a\u0085b\u0084c", "a bc"},
		{"sequences in one another", "a\x1b[\x1b[31mb", "ab"},
		{"control characters", "a\x00b\x07c\x08d\x7fe", "abcde"},
		{"directions", "a\u202eb\u2066c\u2069d\u200ee\u200ff\u061cg", "abcdefg"},
		{"nothing to see", "a\u200bb\u00adc\u2060d\ufeffe\u2063f\u3164g\u2800h\u115fi", "abcdefghi"},
		{"tags", "a\U000e0041\U000e007fb", "ab"},
		{"private use", "a\ue000b", "ab"},
		{"no characters", "a\ufffeb\uffffc\ufdd0d\U0001ffffe", "abcde"},
		{"not UTF-8", "a\xffb\xc3c\xed\xa0\x80d", "abcd"},
		{"a replacement", "a\ufffdb", "ab"},
		{"accents", "cafe" + acute, "cafe" + acute},
		{"Vietnamese", "Tie\u0302\u0301ng Vie\u0323\u0302t", "Tie\u0302\u0301ng Vie\u0323\u0302t"},
		{"a pile", "a" + strings.Repeat(acute, 50) + "b", "a" + strings.Repeat(acute, 4) + "b"},
		{"a pile through what goes", "a" + strings.Repeat(acute+"\u200b", 50) + "b", "a" + strings.Repeat(acute, 4) + "b"},
		{"a pile through joiners", "a" + strings.Repeat(acute+acute+"\u200d", 20) + "b", "a" + strings.Repeat(acute, 2) + "\u200d" + strings.Repeat(acute, 2) + "b"},
		{"Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"Hindi", "क्\u200dष", "क्\u200dष"},
		{"a family", "👩\u200d👧", "👩\u200d👧"},
		{"a heart", "❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"},
		{"a joiner between Latin letters", "sc\u200dar\u200cs", "scars"},
		{"joiners at the ends", "\u200dé\u200d", "é"},
		{"a joiner before what goes", "é\u200d\u202eé", "é\u200dé"},
		{"joiners in a row", "é\u200d\u200cé", "é\u200dé"},
		{"a joiner before a space", "é\u200d é", "é é"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := quiz.Clean(row.text)
			if got != row.want {
				t.Errorf("%+q, want %+q", got, row.want)
			}
			unclean(t, row.text)
		})
	}
}

// FuzzClean cleans anything.
func FuzzClean(f *testing.F) {
	for _, seed := range []string{
		"no new scars", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\u009b31m", "a\u202eb", "a\u0301\u0301\u0301\u0301\u0301\u200d\u0301b",
		"می\u200cخواهم", "👩\u200d👧", "\xff\xfe", "a \u3000 b", "\u200d\u200c", "é\u200d\u0301\u0301\u0301\u0301\u0301x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { unclean(t, text) })
}

// unclean sees that cleaned text is safe to show, and clean for good.
func unclean(t *testing.T, text string) {
	t.Helper()
	clean := quiz.Clean(text)
	if !utf8.ValidString(clean) {
		t.Errorf("%+q becomes %+q, which is not UTF-8", text, clean)
	}
	if again := quiz.Clean(clean); again != clean {
		t.Errorf("%+q becomes %+q, and that %+q", text, clean, again)
	}
	if strings.TrimSpace(clean) != clean || strings.Contains(clean, "  ") {
		t.Errorf("%+q becomes %+q, which has space to spare", text, clean)
	}
	marks := 0
	for _, r := range clean {
		if unicode.IsControl(r) || r == utf8.RuneError || (unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) && r != '\u200c' && r != '\u200d') {
			t.Fatalf("%+q becomes %+q, which has %U in it", text, clean, r)
		}
		switch {
		case unicode.Is(unicode.M, r):
			marks++
		case r != '\u200c' && r != '\u200d':
			marks = 0
		}
		if marks > 4 {
			t.Fatalf("%+q becomes %+q, which piles up marks", text, clean)
		}
	}
}

// What is plain already is handed back at once; a space behind it takes the long
// way, to the same end.
func TestCleanLeavesPlainText(t *testing.T) {
	for b := range 256 {
		for _, text := range []string{string([]byte{byte(b)}), "a" + string([]byte{byte(b)}) + "z", "a " + string([]byte{byte(b)}), string([]byte{byte(b)}) + " z"} {
			if at, long := quiz.Clean(text), quiz.Clean(text+" "); at != long {
				t.Errorf("%q becomes %q, and with a space behind it %q", text, at, long)
			}
		}
	}
}
