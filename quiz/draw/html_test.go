package draw_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"scarcheck/quiz/draw"
	"scarcheck/quiz/report"
)

func htmlOf(t testing.TB, r *report.Report, paper draw.Paper) []byte {
	t.Helper()
	f, err := draw.Lookup("html")
	if err != nil {
		t.Fatal(err)
	}
	return drawn(t, f, r, draw.Options{Paper: paper})
}

// elements are those a page is made of, with the attributes they may have.
var elements = map[string][]string{
	"html": {"lang"}, "head": nil, "meta": {"charset", "http-equiv", "content", "name"}, "title": nil, "style": nil, "body": nil,
	"main": nil, "article": {"class", "aria-labelledby"}, "header": {"class"}, "section": {"class", "aria-labelledby"},
	"h1": {"id"}, "h2": {"id", "class"}, "h3": {"id", "class"}, "h4": nil, "p": {"class"}, "strong": nil, "ul": nil, "li": nil,
	"dl": {"class"}, "dt": nil, "dd": {"dir"}, "div": {"class"}, "span": {"class"}, "wbr": nil, "a": {"href"},
	"svg": {"role", "aria-label", "viewbox", "viewBox", "shape-rendering"}, "path": {"d"},
}

// tokens calls visit with each token of a page.
func tokens(t testing.TB, page []byte, visit func(html.Token)) {
	t.Helper()
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		visit(z.Token())
	}
}

// shown is the text of a page without that of its head.
func shown(t testing.TB, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "title" {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// inert fails the test where a page holds anything but what pages are made of.
func inert(t testing.TB, page []byte) {
	t.Helper()
	tokens(t, page, func(token html.Token) {
		switch token.Type {
		case html.CommentToken:
			t.Error("a text became a comment")
		case html.StartTagToken, html.SelfClosingTagToken:
			allowed, ok := elements[token.Data]
			if !ok {
				t.Errorf("a text became <%s>", token.Data)
			}
			for _, a := range token.Attr {
				if !slices.Contains(allowed, a.Key) {
					t.Errorf("<%s> has %s", token.Data, a.Key)
				}
				if a.Key == "href" && !leadsToASource(a.Val) {
					t.Errorf("a link leads to %s", a.Val)
				}
			}
		}
	})
}

func leadsToASource(url string) bool {
	return slices.ContainsFunc([]string{"https://doi.org/10.", "https://pubmed.ncbi.nlm.nih.gov/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC"},
		func(start string) bool { return strings.HasPrefix(url, start) })
}

func meantAsHTML(r *report.Report, paper draw.Paper) string {
	const blank = "to fill in by hand"
	d, code := draw.HTMLDetail(r, paper), ""
	if r.Text.Code != "" {
		code = string(report.Redraw) + r.Text.Code
	}
	return squeezed(r.Text.Title+r.Date()+string(report.Intro)+string(report.NameLabel)+blank+string(report.BornLabel)+blank+code) +
		meant(r.Doctor(d), "", blank) + squeezed(string(report.ForYou)) + meant(r.Person(d), "", blank)
}

// What a browser reads is what was meant, to the letter, and nothing else.
func TestHTMLShowsWhatIsMeant(t *testing.T) {
	check := func(r *report.Report) {
		page := htmlOf(t, r, draw.A4)
		inert(t, page)
		if want, got := meantAsHTML(r, draw.A4), squeezed(shown(t, page)); got != want {
			t.Error(apart(want, got))
		}
		if t.Failed() {
			t.Fatalf("\n%s", page[bytes.Index(page, []byte("<body>")):])
		}
	}
	for _, r := range cases(t) {
		check(r)
	}
	nastyReports(t, 300, check)
}

// Every part is named by a heading that is there, ids are given once, and
// levels of headings are not left out.
func TestHTMLStructure(t *testing.T) {
	for name, r := range cases(t) {
		ids, labels, level := map[string]int{}, []string{}, 0
		tokens(t, htmlOf(t, r, draw.Letter), func(token html.Token) {
			for _, a := range token.Attr {
				switch a.Key {
				case "id":
					ids[a.Val]++
				case "aria-labelledby":
					labels = append(labels, a.Val)
				}
			}
			if tag := token.Data; token.Type == html.StartTagToken && len(tag) == 2 && tag[0] == 'h' && tag != "hr" {
				if next := int(tag[1] - '0'); next > level+1 {
					t.Errorf("%s: <%s> follows level %d", name, tag, level)
				} else {
					level = next
				}
			}
		})
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: the id %s is given %d times", name, id, n)
			}
		}
		for _, id := range labels {
			if ids[id] == 0 {
				t.Errorf("%s: nothing has the id %s", name, id)
			}
		}
		if len(labels) < 6 {
			t.Errorf("%s: only %d parts are named", name, len(labels))
		}
	}
}

// Sources that have a number in a catalogue are links.
func TestHTMLLinksSources(t *testing.T) {
	var links []string
	tokens(t, htmlOf(t, cases(t)["full"], draw.A4), func(token html.Token) {
		if token.Type == html.StartTagToken && token.Data == "a" {
			links = append(links, token.Attr[0].Val)
		}
	})
	for _, want := range []string{
		"https://doi.org/10.1111/jdv.14325", "https://pubmed.ncbi.nlm.nih.gov/7955470/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC4295858/",
		"https://doi.org/10.1001/jamadermatol.2023.2167", "https://pubmed.ncbi.nlm.nih.gov/16723422/",
	} {
		if !slices.Contains(links, want) {
			t.Errorf("no link to %s among %v", want, links)
		}
	}
}

// Whatever is answered, the doctor's page fits on either paper.
func TestHTMLFitsWhateverIsAnswered(t *testing.T) {
	for _, paper := range draw.Papers {
		_, high, room := draw.TallestHTML(protocol(t), report.Titles, paper)
		t.Logf("%s: the tallest page takes %.0f of %.0f points", paper, high, room)
		if high > room {
			t.Errorf("%s: the doctor's page can take %.1f points, and there are %.1f", paper, high, room)
		}
	}
}

// A code that no QR code can be made of stands there as letters.
func TestHTMLWithoutPicture(t *testing.T) {
	r := *cases(t)["full"]
	r.Text.Code = strings.Repeat("9M83P-", 1000)
	var warned []string
	f, _ := draw.Lookup("html")
	var page bytes.Buffer
	if err := f.Draw(&page, &r, draw.Options{Warn: func(what error) { warned = append(warned, what.Error()) }}); err != nil {
		t.Fatal(err)
	}
	if len(warned) != 1 || bytes.Contains(page.Bytes(), []byte("<svg")) {
		t.Errorf("warned %q; a picture is there: %v", warned, bytes.Contains(page.Bytes(), []byte("<svg")))
	}
}
