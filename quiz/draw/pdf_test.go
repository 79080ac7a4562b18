package draw_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/pdf"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

func lookup(t testing.TB, name string) draw.Format {
	t.Helper()
	f, err := draw.Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// savePDF draws a report, has its form checked, and returns where it is.
func savePDF(t *testing.T, r *report.Report, o draw.Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, drawn(t, lookup(t, "pdf"), r, o), 0o600); err != nil {
		t.Fatal(err)
	}
	quiztest.Run(t, "qpdf", "--check", path)
	return path
}

// pageText is the text of some pages, as a search in a viewer sees it.
func pageText(t *testing.T, path string, first, last int) string {
	t.Helper()
	return spaced(quiztest.Run(t, "pdftotext", "-f", fmt.Sprint(first), "-l", fmt.Sprint(last), "-raw", path, "-"))
}

// spaced is a text without regard to where its lines end.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// unspaced is a text without regard to spaces, since a word that is longer than
// a line ends within it.
func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }

// says checks that a text has all that these sections say.
func says(t *testing.T, text string, sections []report.Section) {
	t.Helper()
	text = unspaced(text)
	for _, s := range sections {
		for _, b := range slices.Concat(s.Blocks, []report.Block{{Label: s.Title}}) {
			for i, part := range slices.Concat(b.More, []string{b.Label, b.Text}) {
				if s.ID == "treatments" && i < len(b.More) {
					part = strings.Replace(part, ": ", "", 1) // a row of a table
				}
				if part, _ = pdf.Drawable(part); !strings.Contains(text, unspaced(part)) {
					t.Errorf("%s: %q is missing", s.ID, part)
				}
			}
		}
	}
}

// onItsPage checks that the first page holds all of the doctor's part and
// nothing of the person's, and the others all of that.
func onItsPage(t *testing.T, r *report.Report, paper draw.Paper) {
	t.Helper()
	path, d := savePDF(t, r, draw.Options{Paper: paper}), draw.PDFDetail(r, paper)
	first, others := pageText(t, path, 1, 1), pageText(t, path, 2, 99)
	says(t, first, r.Doctor(d))
	says(t, others, r.Person(d))
	if strings.Contains(first, string(report.ForYou)+" ") || !strings.HasPrefix(others, string(report.ForYou)+" ") {
		t.Error("the part for the person does not begin on the second page")
	}
	for _, head := range []string{r.Text.Title, r.Date(), string(report.Intro), string(report.NameLabel), string(report.BornLabel), "page 1 of "} {
		if !strings.Contains(first, head) {
			t.Errorf("%q is not on the first page", head)
		}
	}
	if r.Text.Code != "" && !strings.Contains(unspaced(first), "scarchecksummary"+r.Text.Code) {
		t.Error("the code is not on the first page")
	}
}

func TestPDFPages(t *testing.T) {
	for name, r := range cases(t) {
		for _, paper := range draw.Papers {
			t.Run(name+"/"+string(paper), func(t *testing.T) { onItsPage(t, r, paper) })
		}
	}
}

// What a reader aloud is told: the tree of elements and their texts.
func TestPDFStructure(t *testing.T) {
	for name, r := range cases(t) {
		t.Run(name, func(t *testing.T) {
			path := savePDF(t, r, draw.Options{})
			quiztest.Golden(t, "testdata/"+name+".golden.pdf.txt", []byte(quiztest.Run(t, "pdfinfo", "-struct-text", path)))
		})
	}
}

// The picture is read from a page that went through a coarse fax.
func TestPDFCodeIsRead(t *testing.T) {
	r := cases(t)["full"]
	image := filepath.Join(t.TempDir(), "page")
	quiztest.Run(t, "pdftoppm", "-r", "100", "-mono", "-f", "1", "-l", "1", "-singlefile", savePDF(t, r, draw.Options{}), image)
	if got := quiztest.Run(t, "zbarimg", "--quiet", "--raw", image+".pbm"); !slices.Contains(strings.Split(got, "\n"), r.Text.Code) {
		t.Errorf("read %q, not %s", got, r.Text.Code)
	}
}

func TestPDFInfo(t *testing.T) {
	path := savePDF(t, cases(t)["full"], draw.Options{Paper: draw.Letter})
	info := quiztest.Run(t, "pdfinfo", "-isodates", path)
	for _, want := range []string{
		`(?m)^Title: +Acne scar check$`, `(?m)^Creator: +scarcheck test$`, `(?m)^CreationDate: +2026-11-23T12:00:00Z$`,
		`(?m)^Tagged: +yes$`, `(?m)^JavaScript: +no$`, `(?m)^Page size: +612 x 792 pts \(letter\)$`,
	} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("no %s in\n%s", want, info)
		}
	}
	fonts := strings.Split(strings.TrimSpace(quiztest.Run(t, "pdffonts", path)), "\n")[2:]
	for _, font := range fonts {
		if !regexp.MustCompile(`LiberationSans.* yes yes yes +\d+ +0$`).MatchString(font) {
			t.Errorf("not embedded, cut to what it needs, with its characters: %s", font)
		}
	}
	if len(fonts) != 2 {
		t.Errorf("%d fonts", len(fonts))
	}
	if got := quiztest.Run(t, "pdfinfo", "-url", path); !strings.Contains(got, "https://doi.org/10.1111/jdv.14325") {
		t.Errorf("the sources lead nowhere\n%s", got)
	}
}

// No text reaches over the edge of the paper or into the line at the foot.
func TestPDFStaysOnThePaper(t *testing.T) {
	word := regexp.MustCompile(`<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">`)
	for name, r := range cases(t) {
		out := quiztest.Run(t, "pdftotext", "-bbox", savePDF(t, r, draw.Options{Paper: draw.Letter}), "-")
		for _, at := range word.FindAllStringSubmatch(out, -1) {
			var left, top, right, bottom float64
			if _, err := fmt.Sscan(strings.Join(at[1:], " "), &left, &top, &right, &bottom); err != nil {
				t.Fatal(err)
			}
			if left < 40 || right > 612-40 || top < 30 || bottom > 792-16 {
				t.Errorf("%s: %s is in the margin", name, at[0])
			}
		}
	}
}

// own is a report with these words of the person's own.
func own(t *testing.T, text string) *report.Report {
	t.Helper()
	p := protocol(t)
	answers := make(quiz.Answers, len(p.Questions))
	place, ok := p.Find("goal")
	if !ok {
		t.Fatal("no question for own words")
	}
	answers[place] = quiz.Answer{State: quiz.Answered, Text: text}
	return report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon})
}

// Whatever is typed is text, and comes out of the file as it went in.
func TestPDFHostileText(t *testing.T) {
	for _, text := range []string{
		`) Tj ET Q endstream endobj <</S /JavaScript /JS (app.alert(1))>> (\\) \( %`,
		`<script>alert(1)</script> &amp; **bold** $(touch x) =1+1 https://example.org`,
		strings.Repeat("w", 280), "Ελληνικά, Русский, café naïve ﬁ “quoted” — …",
	} {
		path := savePDF(t, own(t, text), draw.Options{})
		if !strings.Contains(unspaced(pageText(t, path, 1, 1)), unspaced(text)) {
			t.Errorf("%q is not on the page", text)
		}
		if got := quiztest.Run(t, "pdfinfo", "-js", path) + quiztest.Run(t, "pdfinfo", "-url", path); strings.Contains(got, "alert") || strings.Contains(got, "example.org") {
			t.Errorf("%q became more than text\n%s", text, got)
		}
	}
}

// Letters that the fonts lack are marked, and said once, without the words.
func TestPDFLackingLetters(t *testing.T) {
	for _, row := range []struct {
		name, text string
		lacks      bool
	}{
		{"Korean", "secret 흉터 secret 흉터", true},
		{"an emoji", "secret 🙂", true},
		{"accents that stand apart", "secret cafe\u0301", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			var said []string
			r := own(t, row.text)
			path := savePDF(t, r, draw.Options{Warn: func(what error) { said = append(said, what.Error()) }})
			first := pageText(t, path, 1, 1)
			if got := len(said) == 1; got != row.lacks || len(said) > 1 {
				t.Errorf("said %q", said)
			}
			if strings.Contains(strings.Join(said, ""), "secret") {
				t.Error("the warning tells the answer")
			}
			if strings.Contains(first, "cannot be shown here") != row.lacks || strings.Contains(first, "secret [?]") != row.lacks {
				t.Errorf("not marked as it should be\n%s", first)
			}
		})
	}
}

// The sensitive answer is in the file only where it is in the report.
func TestPDFSensitive(t *testing.T) {
	p := protocol(t)
	src, err := os.ReadFile("../report/testdata/crisis.answers.json")
	if err != nil {
		t.Fatal(err)
	}
	answers, err := p.ParseAnswers(src)
	if err != nil {
		t.Fatal(err)
	}
	for _, included := range []bool{false, true} {
		r := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon, Sensitive: included})
		all := pageText(t, savePDF(t, r, draw.Options{}), 1, 99)
		if strings.Contains(all, p.Guideline.Crisis.Title) != included {
			t.Errorf("included %v, but\n%s", included, all)
		}
	}
}

// A saved report may have been changed by hand: it is drawn all the same.
func TestPDFOfAnOddReport(t *testing.T) {
	long := strings.Repeat("very long ", 2000)
	for _, row := range []struct {
		name   string
		change func(r *report.Report)
	}{
		{"nothing in it", func(r *report.Report) { *r = report.Report{} }},
		{"a title of spaces", func(r *report.Report) { r.Text.Title = " \t" }},
		{"a title without letters that can be shown", func(r *report.Report) { r.Text.Title = "\u200b" }},
		{"a long title", func(r *report.Report) { r.Text.Title = long }},
		{"no date", func(r *report.Report) { r.AssessedAt = long }},
		{"a long code", func(r *report.Report) { r.Text.Code = strings.Repeat("ABCDE-", 500) }},
		{"a code that is none", func(r *report.Report) { r.Text.Code = "Ünsinn" }},
		{"a code of one wide group", func(r *report.Report) { r.Text.Code = strings.Repeat("W", 40) }},
		{"long advice", func(r *report.Report) { r.Care.Text = long }},
		{"an answer of many pages", func(r *report.Report) { r.Text.Questions[0].Answer = []string{long} }},
		{"a label without an end", func(r *report.Report) { r.Text.Questions[0].Label = strings.Repeat("w", 5000) }},
		{"a factor of many pages", func(r *report.Report) { r.Factors[0].Name = long }},
		{"a treatment of many pages", func(r *report.Report) { r.Treatments[0].Risks = long }},
		{"treatments without a name", func(r *report.Report) { r.Treatments[0].Name = "" }},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := cases(t)["full"]
			row.change(r)
			savePDF(t, r, draw.Options{})
		})
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	r := cases(t)["full"]
	if f := lookup(t, "pdf"); !bytes.Equal(drawn(t, f, r, draw.Options{}), drawn(t, f, r, draw.Options{})) {
		t.Error("two drawings differ")
	}
}
