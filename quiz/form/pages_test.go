package form_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
	"scarcheck/quiz/pdf"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
	"scarcheck/rules"
	"scarcheck/rules/reading"
)

// papers are the sheets that the form is drawn on.
var papers = map[string]pdf.Paper{"a4": pdf.A4, "letter": pdf.Letter}

// save writes a form as PDF and returns the file's name.
func save(t *testing.T, p *quiz.Protocol, o form.Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "form.pdf")
	if err := os.WriteFile(path, drawn(t, "pdf", p, o), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTextGolden(t *testing.T) {
	quiztest.Golden(t, "testdata/form.golden.txt", drawn(t, "text", protocol(t), form.Options{}))
}

func TestPDFGoldens(t *testing.T) {
	p := protocol(t)
	for name, paper := range papers {
		path := save(t, p, form.Options{Paper: paper})
		quiztest.Golden(t, "testdata/"+name+".layout.golden.txt", []byte(quiztest.Run(t, "pdftotext", "-layout", path, "-")))
		quiztest.Golden(t, "testdata/"+name+".structure.golden.txt", []byte(quiztest.Run(t, "pdfinfo", "-struct-text", path)))
		if said := quiztest.Run(t, "qpdf", "--check", path); strings.Contains(said, "WARNING") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// One sheet, both sides: that is promised for the program's own questionnaire.
func TestTwoPages(t *testing.T) {
	for name, p := range inEach(t) {
		for _, program := range []string{"scarcheck 1.0.0", "scarcheck v0.0.0-20261123120000-0123456789ab+dirty"} {
			if n := len(textPages(drawn(t, "text", p, form.Options{Program: program}))); n != 2 {
				t.Errorf("%s, %s, text: %d pages", name, program, n)
			}
			for paper, size := range papers {
				if n := len(pdfPages(t, p, form.Options{Program: program, Paper: size})); n != 2 {
					t.Errorf("%s, %s, %s: %d pages", name, program, paper, n)
				}
			}
		}
	}
}

// The text keeps to 80 columns and 60 lines, and every box has words behind it.
func TestTextKeepsToItsPage(t *testing.T) {
	for name, p := range inEach(t) {
		t.Run(name, func(t *testing.T) { keepsToItsPage(t, p) })
	}
}

func keepsToItsPage(t *testing.T, p *quiz.Protocol) {
	t.Helper()
	for n, page := range textPages(drawn(t, "text", p, form.Options{})) {
		lines := strings.Split(strings.TrimSuffix(page, "\n"), "\n")
		if len(lines) > report.TextLines {
			t.Errorf("page %d has %d lines", n+1, len(lines))
		}
		for _, line := range lines {
			if ansi.StringWidth(line) > report.TextWidth || strings.TrimRight(line, " ") != line {
				t.Errorf("page %d: a line of %d columns: %q", n+1, ansi.StringWidth(line), line)
			}
			for _, box := range strings.Split(line, "[ ] ")[1:] {
				if regexp.MustCompile(`^\S+ ?\S`).FindString(box) == "" || strings.HasSuffix(line, "[ ]") {
					t.Errorf("page %d: a box without words: %q", n+1, line)
				}
			}
		}
	}
}

// A question stands on one page, all of it, and in one piece; nothing is lost,
// however long the questionnaire.
func TestNothingIsTornOrLost(t *testing.T) {
	long, _ := randomProtocol(t, rand.New(rand.NewPCG(5, 6)), 90, 0)
	for i := range long.Questions {
		q := &long.Questions[i]
		q.Text += strings.Repeat(" How about that", i%12) + "?"
		for n := range q.Choices {
			q.Choices[n].Text += strings.Repeat(" longer", (i+n)%20)
		}
	}
	for name, p := range map[string]*quiz.Protocol{"embedded": protocol(t), "long": long} {
		whole(t, name+" text", p, textPages(drawn(t, "text", p, form.Options{})))
		for paper, size := range papers {
			whole(t, name+" "+paper, p, pdfPages(t, p, form.Options{Paper: size}))
		}
	}
}

// A question that is higher than a page goes on over it.
func TestGiant(t *testing.T) {
	p, _ := randomProtocol(t, rand.New(rand.NewPCG(9, 9)), 3, 0)
	giant := &p.Questions[1]
	for n := range 200 {
		text := fmt.Sprintf("This is giant choice number-%d.", n)
		giant.Choices = append(giant.Choices, quiz.Choice{Text: text, Short: text})
	}
	for _, pages := range [][]string{textPages(drawn(t, "text", p, form.Options{})), pdfPages(t, p, form.Options{})} {
		text := strings.Join(strings.Fields(strings.Join(pages, " ")), " ")
		for n := range 200 {
			if !strings.Contains(text, fmt.Sprintf("number-%d.", n)) {
				t.Fatalf("choice %d is lost", n)
			}
		}
	}
}

// whole looks for each question on the page that its number stands on.
func whole(t *testing.T, name string, p *quiz.Protocol, pages []string) {
	t.Helper()
	for i := range p.Questions {
		q := &p.Questions[i]
		page := ""
		for _, text := range pages {
			if text = strings.Join(strings.Fields(text), " "); strings.Contains(text, q.Text) {
				page += text
			}
		}
		switch {
		case page == "" && !q.Sensitive && !neverAsked(p, i):
			t.Errorf("%s: question %s is lost", name, q.ID)
		case page != "" && q.Sensitive:
			t.Errorf("%s: question %s is sensitive and on the form", name, q.ID)
		}
		for _, c := range q.Choices {
			if page != "" && !strings.Contains(page, c.Text) && !strings.Contains(page, c.Short) {
				t.Errorf("%s: question %s is torn from its choice %s", name, q.ID, c.ID)
			}
		}
	}
}

// neverAsked reports whether no answers lead to a question, as far as many
// random ones tell.
func neverAsked(p *quiz.Protocol, i int) bool {
	random := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		if p.Asked(randomAnswers(p, random))[i] == rules.True {
			return false
		}
	}
	return true
}

// In the PDF each box is a square of at least 4 mm, as many as there are
// choices and ways not to answer.
func TestBoxesAreLarge(t *testing.T) {
	p, want := protocol(t), 0
	for i := range p.Questions {
		if q := &p.Questions[i]; !q.Sensitive {
			want += len(q.Choices) + 2
		}
	}
	plain := quiztest.Run(t, "qpdf", "--qdf", "--object-streams=disable", save(t, p, form.Options{}), "-")
	boxes := 0
	for _, rect := range regexp.MustCompile(`[\d.]+ [\d.]+ ([\d.]+) -?([\d.]+) re S`).FindAllStringSubmatch(plain, -1) {
		if rect[1] != rect[2] {
			continue // the frame around the note
		}
		boxes++
		if side, _ := strconv.ParseFloat(rect[1], 64); side < 4*72/25.4 {
			t.Errorf("a box of %v points", side)
		}
	}
	if boxes != want {
		t.Errorf("%d boxes, want %d", boxes, want)
	}
}

// What nobody should wait with, and where to find help, stands on the form for
// everybody; the sensitive question does not.
func TestSafety(t *testing.T) {
	p := protocol(t)
	for _, pages := range [][]string{textPages(drawn(t, "text", p, form.Options{})), pdfPages(t, p, form.Options{})} {
		text := strings.Join(strings.Fields(strings.Join(pages, " ")), " ")
		if !strings.Contains(text, p.Guideline.Levels[0].CouldBe) || !strings.Contains(text, p.Guideline.Crisis.Says) {
			t.Error("the urgent advice is missing")
		}
		if strings.Contains(text, "thoughts of hurting myself") || strings.Contains(text, "last two weeks") {
			t.Error("the sensitive question is on the form")
		}
	}
}

// What the form says of itself is easy to read.
func TestEasyToRead(t *testing.T) {
	says := func(p *quiz.Protocol) string {
		head, _, _ := strings.Cut(string(drawn(t, "text", p, form.Options{})), " 1  ")
		_, says, _ := strings.Cut(head, "\n\n")
		return strings.Join(strings.Fields(says), " ")
	}
	if grade := reading.Grade(says(protocol(t))); grade > 6 {
		t.Errorf("the head is for grade %.1f", grade)
	}
	if ease := reading.Ease(says(quiztest.ProtocolIn(t, "es"))); ease < 70 {
		t.Errorf("the head in Spanish reads with an ease of %.1f", ease)
	}
}

func TestSameBytes(t *testing.T) {
	p := protocol(t)
	for _, name := range form.Names() {
		if !bytes.Equal(drawn(t, name, p, form.Options{}), drawn(t, name, protocol(t), form.Options{})) {
			t.Errorf("%s differs when drawn again", name)
		}
	}
}

func TestUncheckedIsTold(t *testing.T) {
	p := *protocol(t)
	p.Unchecked = true
	for _, pages := range [][]string{textPages(drawn(t, "text", &p, form.Options{})), pdfPages(t, &p, form.Options{})} {
		if text := strings.Join(strings.Fields(pages[0]), " "); !strings.Contains(text, string(report.NotChecked)) {
			t.Error("the form does not say that its questionnaire is unchecked")
		}
	}
}

func TestMissingLettersAreTold(t *testing.T) {
	p := *protocol(t)
	p.Title = "痤疮" + strings.Repeat(" and a title that goes on and on", 9)
	var told []string
	drawn(t, "pdf", &p, form.Options{Warn: func(sentence string) { told = append(told, sentence) }})
	if len(told) != 1 || !strings.Contains(told[0], pdf.Missing) {
		t.Errorf("told %q", told)
	}
	drawn(t, "pdf", protocol(t), form.Options{Warn: func(sentence string) { t.Error(sentence) }})
}

func TestLookup(t *testing.T) {
	if _, err := form.Lookup("paper"); err == nil || !strings.Contains(err.Error(), strings.Join(form.Names(), ", ")) {
		t.Error("an unknown form must be told with those there are, got", err)
	}
}

func textPages(text []byte) []string { return strings.Split(string(text), "\f") }

// pdfPages are the pages of the form as PDF as they are read, left column
// first.
func pdfPages(t *testing.T, p *quiz.Protocol, o form.Options) []string {
	t.Helper()
	text := quiztest.Run(t, "pdftotext", save(t, p, o), "-")
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}

func ExampleLookup() {
	_, err := form.Lookup("poster")
	fmt.Println(err)
	// Output: there is no form "poster"; choose one of text, pdf, fhir
}
