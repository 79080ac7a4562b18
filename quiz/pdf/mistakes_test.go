package pdf_test

import (
	"strings"
	"testing"

	"scarcheck/quiz/pdf"
)

// What would make a page bad is an error that names the page and no text.
func TestMistakes(t *testing.T) {
	const secret = "secret"
	small := pdf.Style{Size: 9.9}
	for _, row := range []struct {
		name, want string
		draw       func(d *pdf.Document)
	}{
		{"no pages", "page 0: there are no pages", func(*pdf.Document) {}},
		{"no page to draw on", "page 0: there is no page", func(d *pdf.Document) { d.Begin(pdf.P); d.Text(50, 50, body, secret) }},
		{"no page for a line", "page 0: there is no page", func(d *pdf.Document) { d.Line(1, 1, 2, 2, 1) }},
		{"no page for a bookmark", "page 0: there is no page", func(d *pdf.Document) { d.Bookmark(0, 0, secret) }},
		{"text outside an element", "page 1: Document holds elements, not text", func(d *pdf.Document) { d.AddPage(); d.Text(50, 50, body, secret) }},
		{"text in a list", "page 1: L holds elements", func(d *pdf.Document) { d.AddPage(); d.Begin(pdf.Bullets); d.Text(50, 50, body, secret) }},
		{"small", "page 1: text of 9.9 points is below 10", func(d *pdf.Document) { d.AddPage(); d.Begin(pdf.P); d.Text(50, 50, small, secret) }},
		{"off the right side", "page 1: text at 590, 50 runs off", func(d *pdf.Document) { d.AddPage(); d.Begin(pdf.P); d.Text(590, 50, body, secret) }},
		{"off the bottom", "page 1: text at 50, 841 runs off", func(d *pdf.Document) { d.AddPage(); d.Begin(pdf.P); d.Text(50, 841, body, secret) }},
		{"off the top", "page 1: text at 50, 1 runs off", func(d *pdf.Document) { d.AddPage(); d.Begin(pdf.P); d.Text(50, 1, body, secret) }},
		{"item outside a list", "LI may not stand in Document", func(d *pdf.Document) { d.Begin(pdf.LI) }},
		{"paragraph in a table", "P may not stand in Table", func(d *pdf.Document) { d.Begin(pdf.Table); d.Begin(pdf.P) }},
		{"paragraph in a paragraph", "P may not stand in P", func(d *pdf.Document) { d.Begin(pdf.P); d.Begin(pdf.P) }},
		{"heading left out", "H3 follows without H2", func(d *pdf.Document) { d.Begin(pdf.H1); d.End(); d.Begin(pdf.H3) }},
		{"not ended", "page 1: H1 is not ended", func(d *pdf.Document) { d.AddPage(); d.Begin(pdf.H1) }},
		{"ended twice", "there is no element to end", func(d *pdf.Document) { d.Begin(pdf.H1); d.End(); d.End() }},
		{"figure without words", "a figure needs words", func(d *pdf.Document) { d.BeginFigure(" ", pdf.Box{}) }},
		{"link that runs", "a link needs an address", func(d *pdf.Document) { d.Begin(pdf.P); d.BeginLink("javascript:" + secret) }},
		{"link to a file", "a link needs an address", func(d *pdf.Document) { d.Begin(pdf.P); d.BeginLink("file:///" + secret) }},
		{"link with a space", "a link needs an address", func(d *pdf.Document) { d.Begin(pdf.P); d.BeginLink("https://a b/" + secret) }},
		{"bookmark too deep", "a bookmark of level 1 follows level -1", func(d *pdf.Document) { d.AddPage(); d.Bookmark(1, 0, secret) }},
		{"element on each page", "is decoration, not P", func(d *pdf.Document) { d.AddPage(); d.EachPage(func(int, int) { d.Begin(pdf.P) }) }},
		{"page on each page", "the pages are all there", func(d *pdf.Document) { d.AddPage(); d.EachPage(func(int, int) { d.AddPage() }) }},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := pdf.New(options)
			row.draw(d)
			_, err := d.Bytes()
			if err == nil || !strings.Contains(err.Error(), row.want) || strings.Contains(err.Error(), secret) {
				t.Errorf("error %v, want %q", err, row.want)
			}
			if _, again := d.Bytes(); again != err {
				t.Errorf("then error %v", again)
			}
		})
	}
}

func TestIncompleteOptions(t *testing.T) {
	for want, o := range map[string]pdf.Options{
		"needs a title":         {Paper: pdf.A4, Lang: "en"},
		"needs its language":    {Paper: pdf.A4, Title: "a", Lang: "en) /X ("},
		"needs a size of paper": {Title: "a", Lang: "en"},
	} {
		d := pdf.New(o)
		d.AddPage()
		if _, err := d.Bytes(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}
