package draw

import (
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"

	"scarcheck/quiz/code"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

//go:embed page.css
var pageCSS string

// policy forbids the page everything but its own style: it asks nothing from
// anywhere, whatever a text in it may try.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

// drawHTML draws the report as one file that needs no other: to read on a
// screen, and to print as the page to bring, the doctor's part on a sheet of
// its own.
func drawHTML(w io.Writer, r *report.Report, o Options) error {
	h := &htmlPage{language: r.Language}
	picture := h.qr(r.Text.Code, &o)
	s := sheetOf(o.Paper)
	s.room -= s.head(r, picture != "")
	d := r.Fit(func(d report.Detail) bool { return s.fits(r.Doctor(d), &tight) })
	h.top(r, o.Paper)
	h.doctor(r, r.Doctor(d), picture, s.fits(r.Doctor(d), &loose))
	h.person(r.Person(d))
	h.add("</main>\n</body>\n</html>\n")
	_, err := io.WriteString(w, h.String())
	return err
}

// htmlPage is a page that grows. What there is to draw are runs of blocks, which
// Go says more plainly than a template; that no text is forgotten is seen to by
// [htmlPage.add], which escapes every argument that is not said to be markup.
type htmlPage struct {
	strings.Builder
	language words.Language
}

// markup is what add takes as it is.
type markup string

// add writes a format, whose arguments are escaped unless they are markup.
func (h *htmlPage) add(format markup, args ...any) {
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			args[i] = html.EscapeString(text)
		}
	}
	fmt.Fprintf(h, string(format), args...)
}

func (h *htmlPage) top(r *report.Report, p Paper) {
	h.add("<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", r.Language.Tag())
	h.add("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", markup(policy))
	h.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	h.add("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n")
	h.add("<title>%s, %s</title>\n<style>\n%s%s</style>\n</head>\n<body>\n<main>\n", r.Text.Title, r.Date(), markup(pageCSS), pageRule(p))
}

// pageRule sets the paper. Browsers that know no boxes in the margin leave out
// the number of the page.
func pageRule(p Paper) markup {
	if p == "" {
		p = A4
	}
	return markup(fmt.Sprintf("@page { size: %s; margin: %dpt; @bottom-right { content: counter(page) \" / \" counter(pages); font: 10pt \"Liberation Sans\", Arial, Helvetica, sans-serif; } }\n", p, sheetMargin))
}

func (h *htmlPage) doctor(r *report.Report, sections []report.Section, picture markup, roomy bool) {
	class := markup("doctor")
	if !roomy {
		class += " tight"
	}
	h.add("<article class=\"%s\" aria-labelledby=\"title\">\n<header class=\"head\">\n<div class=\"who\">\n", class)
	h.add("<h1 id=\"title\">%s</h1>\n<p class=\"date\">%s</p>\n<p class=\"intro\">%s</p>\n", r.Text.Title, r.Date(), h.language.Say(report.Intro))
	h.pairs("facts fill", headBlanks(h.language))
	if r.Text.Code != "" {
		h.add("<p class=\"letters\">%s <strong>", h.language.Say(report.Redraw))
		for i, group := range groups(r.Text.Code) {
			if i > 0 {
				h.add("<wbr>")
			}
			h.add("<span>%s</span>", group)
		}
		h.add("</strong></p>\n")
	}
	h.add("</div>\n%s</header>\n", picture)
	for _, s := range sections {
		h.section("doctor", 2, &s)
	}
	h.add("</article>\n")
}

// headBlanks are the lines to fill in at the top.
func headBlanks(l words.Language) []report.Block {
	return []report.Block{{Kind: report.Blank, Label: l.Say(report.NameLabel)}, {Kind: report.Blank, Label: l.Say(report.BornLabel)}}
}

// groups splits the letters of a code where a line may end: behind a hyphen.
func groups(letters string) []string { return strings.SplitAfter(letters, "-") }

func (h *htmlPage) person(sections []report.Section) {
	h.add("<article class=\"person\" aria-labelledby=\"for-you\">\n<h2 id=\"for-you\">%s</h2>\n<div class=\"columns\">\n", h.language.Say(report.ForYou))
	for _, s := range sections {
		h.section("person", 3, &s)
	}
	h.add("</div>\n</article>\n")
}

func (h *htmlPage) section(part markup, level int, s *report.Section) {
	id := part + "-" + markup(s.ID)
	if s.Title == "" {
		h.add("<section class=\"%s\">\n", markup(s.ID))
	} else {
		h.add("<section class=\"%s\" aria-labelledby=\"%s\">\n<h%d class=\"title\" id=\"%s\">%s</h%[3]d>\n", markup(s.ID), id, level, id, s.Title)
	}
	write := h.text
	if s.ID == "sources" {
		write = h.linked
	}
	for _, run := range runs(s.Blocks) {
		h.run(run, level+1, write)
	}
	h.add("</section>\n")
}

// run draws a run of blocks of one kind. write draws a text.
func (h *htmlPage) run(run []report.Block, level int, write func(string)) {
	switch first := &run[0]; first.Kind {
	case report.Fact, report.Blank:
		h.pairs("facts", run)
	case report.Point:
		h.add("<ul>\n")
		for i := range run {
			h.add("<li>")
			h.sentence(&run[i], write)
			for _, more := range run[i].More {
				h.add("<p class=\"more\">%s</p>", more)
			}
			h.add("</li>\n")
		}
		h.add("</ul>\n")
	case report.Group:
		h.add("<h%d>%s</h%[1]d>\n", level, first.Label)
	case report.Paragraph:
		h.add("<p>")
		h.sentence(first, write)
		h.add("</p>\n")
		for _, more := range first.More {
			h.add("<p class=\"more\">%s</p>\n", more)
		}
	}
}

// sentence draws a label and the text that follows it.
func (h *htmlPage) sentence(b *report.Block, write func(string)) {
	if b.Label != "" {
		h.add("<strong>%s</strong>", b.Lead())
		if b.Text != "" {
			h.add(" ")
		}
	}
	write(b.Text)
}

func (h *htmlPage) text(text string) { h.add("%s", text) }

// linked draws a text with a link where a source can be read.
func (h *htmlPage) linked(text string) {
	for _, piece := range report.Linked(text) {
		if piece.URL == "" {
			h.text(piece.Text)
		} else {
			h.add("<a href=\"%s\">%s</a>", piece.URL, piece.Text)
		}
	}
}

// pairs draws facts and blanks as terms and what is said of each. Answers may
// be in any script, from right to left as well.
func (h *htmlPage) pairs(class markup, run []report.Block) {
	h.add("<dl class=\"%s\">\n", class)
	for i := range run {
		if b := &run[i]; b.Kind == report.Blank {
			h.add("<div class=\"blank\"><dt>%s</dt><dd><span class=\"unseen\">%s</span></dd></div>\n", b.Label, h.language.Say("to fill in by hand"))
		} else {
			h.add("<div><dt>%s</dt><dd dir=\"auto\">%s</dd></div>\n", b.Label, b.Text)
		}
	}
	h.add("</dl>\n")
}

// qr draws letters as a picture of squares, none if they cannot be drawn.
func (h *htmlPage) qr(letters string, o *Options) markup {
	if letters == "" {
		return ""
	}
	m, err := code.QR(letters)
	if err != nil {
		o.warn(words.New("The code of this page stands there as letters alone, because no picture can be made of it."))
		return ""
	}
	var squares strings.Builder
	for y := range m.Size() {
		for x := 0; x < m.Size(); x++ {
			start := x
			for m.Dark(x, y) {
				x++
			}
			if x > start {
				fmt.Fprintf(&squares, "M%d %dh%dv1H%dz", start, y, x-start, start)
			}
		}
	}
	return markup(fmt.Sprintf("<div class=\"qr\"><svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %[2]d\" shape-rendering=\"crispEdges\">"+
		"<path d=\"M0 0h%[2]dv%[2]dH0z\"/><path d=\"%s\"/></svg></div>\n", html.EscapeString(h.language.Say("QR code of this page")), m.Size(), squares.String()))
}
