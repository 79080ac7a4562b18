package pdf_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/quiztest"
)

// save ends a document, has qpdf check the file and returns its path.
func save(t testing.TB, d *pdf.Document) string {
	t.Helper()
	file, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "test.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	if said := quiztest.Run(t, "qpdf", "--check", path); strings.Contains(said, "WARNING") || !strings.Contains(said, "No syntax or stream encoding errors") {
		t.Errorf("qpdf --check: %s", said)
	}
	return path
}

func TestStructure(t *testing.T) {
	path := save(t, sample())
	quiztest.Golden(t, "testdata/structure.golden.txt", []byte(quiztest.Run(t, "pdfinfo", "-struct-text", path)))
	quiztest.Golden(t, "testdata/text.golden.txt", []byte(quiztest.Run(t, "pdftotext", "-layout", path, "-")))
}

func TestDescription(t *testing.T) {
	path := save(t, sample())
	said := quiztest.Run(t, "pdfinfo", "-isodates", path)
	for _, want := range []string{
		"Title:           Two pages (of tea)", "Creator:         pdf_test", "CreationDate:    2026-03-14T09:26:00Z",
		"Tagged:          yes", "Suspects:        no", "JavaScript:      no", "Pages:           2", "595.28 x 841.89 pts (A4)",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, said)
		}
	}
	metadata := quiztest.Run(t, "pdfinfo", "-meta", path)
	for _, want := range []string{"<pdfuaid:part>1</pdfuaid:part>", ">Two pages (of tea)<", "<rdf:li>en</rdf:li>", "2026-03-14T09:26:00Z"} {
		if !strings.Contains(metadata, want) {
			t.Errorf("the metadata do not say %q:\n%s", want, metadata)
		}
	}
}

func TestFonts(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(quiztest.Run(t, "pdffonts", save(t, sample()))), "\n")[2:]
	if len(lines) != 2 {
		t.Fatalf("fonts: %q", lines)
	}
	for i, name := range []string{"+LiberationSans-Bold ", "+LiberationSans "} {
		if !strings.Contains(lines[i], name) || !strings.Contains(lines[i], "yes yes yes") {
			t.Errorf("not embedded, cut and with Unicode: %s", lines[i])
		}
	}
}

func TestSameBytes(t *testing.T) {
	want, err := sample().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			var b bytes.Buffer
			if _, err := sample().WriteTo(&b); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("the same document gave other bytes, %v", err)
			}
		})
	}
	wait.Wait()
}

// What is typed is drawn, read and copied as what it is, and does nothing.
func TestHostileText(t *testing.T) {
	texts := map[string]string{
		"parentheses":  `)(()) Tj ET (a`,
		"backslashes":  `\) \( \\ \n \101 \`,
		"stream":       "endstream endobj xref trailer startxref %%EOF",
		"operators":    "EMC BT /F1 12 Tf (x) Tj ET Q q BDC /P <</MCID 0>> BDC",
		"dictionaries": "<</S /JavaScript /JS (app.alert(1))>> <FEFF0041>",
		"XML":          `<rdf:li>&amp;</rdf:li> ]]> <?xpacket end="w"?>`,
		"carriage":     "U+0D0D \u0d0d and \u0a28 are letters",
		"low bytes":    "\u010D\u0128\u0129\u015C are č Ĩ ĩ Ŝ",
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			o := options
			o.Title, o.Creator = text, text
			d := pdf.New(o)
			f := d.Flow(pdf.Box{X: 20, Y: 20, W: 555, H: 800})
			f.Heading(pdf.H1, title, text, 0)
			d.BeginFigure(text, pdf.Box{X: 1, Y: 1, W: 9, H: 9})
			d.End()
			path := save(t, d)
			shown, _ := pdf.Drawable(text)
			if got := quiztest.Run(t, "pdftotext", "-raw", path, "-"); strings.TrimSpace(got) != shown {
				t.Errorf("extracts as %q, not %q", got, shown)
			}
			if got := quiztest.Run(t, "pdfinfo", path); !strings.Contains(got, "Title:           "+text+"\n") || strings.Contains(got, "JavaScript:      yes") {
				t.Errorf("pdfinfo: %s", got)
			}
			readTree(t, path)
		})
	}
}

// Control characters, broken UTF-8 and text without an end harm nothing.
func TestBrokenText(t *testing.T) {
	for _, text := range []string{"a\x00b\x07\x1b[31mc\rd\ne", "\xff\xfe\xc3", "\ufeff\u202eevil", strings.Repeat("a", 100_000), strings.Repeat("ab ", 40_000)} {
		o := options
		o.Title = text
		d := pdf.New(o)
		f := d.Flow(pdf.Box{X: 20, Y: 20, W: 555, H: 800})
		f.Heading(pdf.H1, strong, text, 0)
		path := save(t, d)
		shown, _ := pdf.Drawable(text)
		got := quiztest.Run(t, "pdftotext", "-raw", path, "-")
		if strings.Join(strings.Fields(got), "") != strings.Join(strings.Fields(shown), "") {
			t.Errorf("%.30q extracts as %.60q", text, got)
		}
	}
}

func TestLetter(t *testing.T) {
	o := options
	o.Paper = pdf.Letter
	d := pdf.New(o)
	d.Flow(pdf.Box{X: 50, Y: 50, W: 500, H: 700}).Text(pdf.P, body, "Hello")
	if said := quiztest.Run(t, "pdfinfo", save(t, d)); !strings.Contains(said, "612 x 792 pts (letter)") {
		t.Error(said)
	}
}

func BenchmarkTwoPages(b *testing.B) {
	for b.Loop() {
		if _, err := sample().Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat("A pot, a cup and some leaves. ", 7)
	for b.Loop() {
		body.Wrap(text, 200)
	}
}
