package draw_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"scarcheck/quiz/draw"
	"scarcheck/quiz/report"
)

func markdownOf(t testing.TB, r *report.Report) string {
	t.Helper()
	f, err := draw.Lookup("markdown")
	if err != nil {
		t.Fatal(err)
	}
	return string(drawn(t, f, r, draw.Options{}))
}

// known are the kinds of node that the page is made of. Anything else would
// have come from a text: a link, a picture, code, HTML, a table, a quotation.
var known = map[ast.NodeKind]bool{
	ast.KindDocument: true, ast.KindHeading: true, ast.KindParagraph: true, ast.KindTextBlock: true, ast.KindThematicBreak: true,
	ast.KindList: true, ast.KindListItem: true, ast.KindText: true, ast.KindString: true, ast.KindEmphasis: true,
}

// rendered is what a reader of the rendered page sees, without white space.
func rendered(t testing.TB, source string, flavour ...goldmark.Extender) string {
	t.Helper()
	src := []byte(source)
	engine := goldmark.New(goldmark.WithExtensions(flavour...))
	root := engine.Parser().Parse(text.NewReader(src))
	breaks := 0
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if !known[n.Kind()] {
			t.Errorf("a text became a %s", n.Kind())
		}
		switch n := n.(type) {
		case *ast.Emphasis:
			if n.Level != 2 {
				t.Error("a text became emphasis")
			}
		case *ast.ThematicBreak:
			breaks++
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if breaks != 1 {
		t.Errorf("%d rules across the page, not 1", breaks)
	}
	var page bytes.Buffer
	if err := engine.Renderer().Render(&page, src, root); err != nil {
		t.Fatal(err)
	}
	return squeezed(shown(t, page.Bytes()))
}

func meantAsMarkdown(r *report.Report) string {
	const line = "____________________"
	code := ""
	if r.Text.Code != "" {
		code = string(report.Redraw) + r.Text.Code
	}
	return squeezed(r.Text.Title+r.Date()+string(report.Intro)+string(report.NameLabel)+":"+line+string(report.BornLabel)+":"+line+code) +
		meant(r.Doctor(report.Full), ":", line) + squeezed(string(report.ForYou)) + meant(r.Person(report.Full), ":", line)
}

// What is rendered is what was meant, to the letter, in CommonMark and with
// what GitHub adds to it.
func TestMarkdownRenders(t *testing.T) {
	check := func(r *report.Report) {
		page, want := markdownOf(t, r), meantAsMarkdown(r)
		for _, flavour := range [][]goldmark.Extender{nil, {extension.GFM, extension.Footnote, extension.DefinitionList}} {
			if got := rendered(t, page, flavour...); got != want {
				t.Errorf("%d extensions: %s", len(flavour), apart(want, got))
			}
		}
		if t.Failed() {
			t.Fatal("\n" + page)
		}
	}
	for _, r := range cases(t) {
		check(r)
	}
	nastyReports(t, 400, check)
}

// apart shows where two texts part.
func apart(want, got string) string {
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	around := func(s string) string { return s[max(0, min(at-30, len(s))):min(len(s), at+60)] }
	return "want " + around(want) + "\ngot  " + around(got)
}

// Headings go down one level at a time, from one title.
func TestMarkdownHeadings(t *testing.T) {
	for name, r := range cases(t) {
		level, titles := 0, 0
		for line := range strings.Lines(markdownOf(t, r)) {
			hashes := len(line) - len(strings.TrimLeft(line, "#"))
			if hashes == 0 {
				continue
			}
			if hashes == 1 {
				titles++
			}
			if hashes > level+1 {
				t.Errorf("%s: a level is left out before %q", name, line)
			}
			level = hashes
		}
		if titles != 1 {
			t.Errorf("%s has %d titles", name, titles)
		}
	}
}

// Lines are short, so that they stand in a message or a record as they are.
func TestMarkdownLinesAreShort(t *testing.T) {
	for name, r := range cases(t) {
		for line := range strings.Lines(markdownOf(t, r)) {
			if n := utf8.RuneCountInString(line) - 1; n > 76 && !strings.HasPrefix(line, "#") {
				t.Errorf("%s: %d characters: %s", name, n, line)
			}
		}
	}
}

// Who reads the page unrendered sees few backslashes: none where a sign means
// nothing in its place, as in all texts of our own. Only the day may end a line
// as the number of a list does.
func TestMarkdownEscapesOnlyWhatItMust(t *testing.T) {
	for name, r := range cases(t) {
		if name == "hostile" || name == "crisis" {
			continue // own words full of markup
		}
		if page := markdownOf(t, r); strings.Contains(strings.ReplaceAll(page, "2026\\.", "2026."), "\\") {
			t.Errorf("%s: a backslash in\n%s", name, page)
		}
	}
}
