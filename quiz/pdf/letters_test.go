package pdf_test

import (
	"strings"
	"testing"

	"scarcheck/quiz/pdf"
)

func TestDrawable(t *testing.T) {
	for _, row := range []struct{ name, text, shown string }{
		{"empty", "", ""},
		{"ASCII", `a (b) \ ~`, `a (b) \ ~`},
		{"Latin", "Ærøskøbing, Łódź, Çeşme, Tiếng Việt", "Ærøskøbing, Łódź, Çeşme, Tiếng Việt"},
		{"Greek and Cyrillic", "Ελληνικά Русский Ўзбек", "Ελληνικά Русский Ўзбек"},
		{"punctuation", "“a” – ‘b’ • … € №", "“a” – ‘b’ • … € №"},
		{"accents apart are joined", "cafe\u0301 A\u030A", "café Å"},
		{"accent without a joined letter", "ax\u0336b", "a[?]b"},
		{"accent at the start", "\u0301a", "[?]a"},
		{"accent behind a space", "a \u0301b", "a [?]b"},
		{"many accents", "z\u0336\u0337\u0338\u0339 z", "[?] z"},
		{"accent behind what is missing", "日x\u0336日", "[?]"},
		{"Chinese", "李明 is 日本語", "[?] is [?]"},
		{"Hebrew, whose glyphs are there", "שלום a", "[?] a"},
		{"Arabic", "سلام", "[?]"},
		{"Devanagari", "नमस्ते", "[?]"},
		{"Thai", "สวัสดี", "[?]"},
		{"emoji", "a 🙂 b", "a [?] b"},
		{"emoji joined", "👩🏽\u200d⚕\ufe0f", "[?]"},
		{"flag", "🇫🇷", "[?]"},
		{"key cap", "1\ufe0f\u20e3", "[?]"},
		{"selector behind a letter that is there", "©\ufe0f", "©"},
		{"beyond the first plane", "𝐚𐍈", "[?]"},
		{"private use", "\uf001\ue000", "[?]"},
		{"white space", "a\tb\nc\u2028d\u3000e", "a b c d e"},
		{"no break", "a\u00a0b", "a\u00a0b"},
		{"control", "a\x00\x1bb\x7f", "a[?]b[?]"},
		{"invisible", "a\u200bb\ufeffc\u202ed\u00ade", "abcde"},
		{"broken UTF-8", "a\xffb", "a[?]b"},
		{"replacement character", "\ufffd", "[?]"},
		{"the mark itself", "[?]", "[?]"},
		{"what is missing behind the mark itself", "[?]日", "[?][?]"},
	} {
		t.Run(row.name, func(t *testing.T) {
			shown, missing := pdf.Drawable(row.text)
			if want := row.shown != row.text && strings.Contains(row.shown, pdf.Missing); shown != row.shown || missing != want {
				t.Errorf("%q is drawn as %q, missing %v; want %q, %v", row.text, shown, missing, row.shown, want)
			}
		})
	}
}
