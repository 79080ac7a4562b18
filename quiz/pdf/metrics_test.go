package pdf

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"

	"scarcheck/quiz/quiztest"
)

// every returns all characters that are drawn as themselves: not those that are
// the same as another in Unicode, such as the sign for ohm.
func every() []rune {
	var all []rune
	for r := range rune(1 << 16) {
		if shown, _ := Drawable(string(r)); shown == string(r) && r != utf8.RuneError {
			all = append(all, r)
		}
	}
	return all
}

// Measuring agrees with what fpdf measures, for each character.
func TestWidthsOfFpdf(t *testing.T) {
	if n := len(every()); n < 1500 {
		t.Fatalf("only %d characters", n)
	}
	f := fpdf.New("P", "pt", "A4", "")
	for font, face := range faces {
		f.AddUTF8FontFromBytes(face.family, "", bytes.Clone(face.ttf))
		f.SetFont(face.family, "", 10.5)
		s := Style{Font: Font(font), Size: 10.5}
		for _, r := range every() {
			if got, want := s.Width(string(r)), f.GetStringWidth(string(r)); got != want {
				t.Errorf("%s: %q is %v wide, fpdf says %v", face.name, r, got, want)
			}
		}
		text := "Tea, and how to make it"
		if got, want := s.Width(text), f.GetStringWidth(text); got != want {
			t.Errorf("%s: a text is %v wide, fpdf says %v", face.name, got, want)
		}
	}
}

// Each character extracts as itself, and the file gives viewers the width that
// was measured.
func TestEveryCharacter(t *testing.T) {
	d := New(Options{Paper: A4, Title: "All", Lang: "en"})
	f := d.Flow(Box{X: 50, Y: 50, W: 495, H: 740})
	all := every()
	for _, font := range []Font{Regular, Bold} {
		f.Text(P, Style{Font: font, Size: 10}, string(all))
	}
	file, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "all.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	got := quiztest.Run(t, "pdftotext", "-raw", path, "-")
	for _, r := range all {
		if !unicode.IsSpace(r) && strings.Count(got, string(r)) < 2 {
			t.Errorf("%U %q does not extract as itself", r, r)
		}
	}
	for name, widths := range widthsInFile(t, path) {
		font := Regular
		if strings.HasSuffix(name, faces[Bold].name) {
			font = Bold
		}
		for _, r := range all {
			if want := (Style{Font: font, Size: 10}).advance(r); widths[int(r)] != want {
				t.Errorf("%s: %q is %d wide in the file, measured %d", name, r, widths[int(r)], want)
			}
		}
	}
}

// widthsInFile reads the /W arrays of a file's fonts (ISO 32000-1, 9.7.4.3).
func widthsInFile(t *testing.T, path string) map[string]map[int]int {
	t.Helper()
	var file struct {
		QPDF []map[string]struct {
			Value any
		}
	}
	_ = json.Unmarshal([]byte(quiztest.Run(t, "qpdf", "--json=2", path)), &file)
	fonts := map[string]map[int]int{}
	for _, object := range file.QPDF[1] {
		font, ok := object.Value.(map[string]any)
		if !ok || font["/Subtype"] != "/CIDFontType2" {
			continue
		}
		w, widths := font["/W"].([]any), map[int]int{}
		for len(w) > 0 {
			first := int(w[0].(float64))
			if list, ok := w[1].([]any); ok {
				for i, width := range list {
					widths[first+i] = int(width.(float64))
				}
				w = w[2:]
				continue
			}
			for r := first; r <= int(w[1].(float64)); r++ {
				widths[r] = int(w[2].(float64))
			}
			w = w[3:]
		}
		fonts[fmt.Sprint(font["/BaseFont"])] = widths
	}
	if len(fonts) != len(faces) {
		t.Fatalf("%d fonts in the file", len(fonts))
	}
	return fonts
}

// The table of characters holds a range for each high byte in use, and no more.
func TestToUnicode(t *testing.T) {
	d := New(Options{Paper: A4, Title: "a", Lang: "en"})
	d.Flow(Box{X: 50, Y: 50, W: 495, H: 740}).Text(P, Style{Size: 10}, "aé — Я日")
	if _, err := d.Bytes(); err != nil {
		t.Fatal(err)
	}
	want := "3 beginbfrange\n<0020> <00FF> <0020>\n<0400> <04FF> <0400>\n<2000> <20FF> <2000>\nendbfrange\n"
	if got := d.toUnicode(); !strings.Contains(got, want) {
		t.Errorf("the table is %s", got)
	}
	if !bytes.Contains(d.file, []byte(want)) {
		t.Error("the table is not in the file")
	}
}

func TestCutRefusesOtherFiles(t *testing.T) {
	for _, file := range []string{
		"", "%PDF-1.3\n", "a\nxref\n0 1\nno\ntrailer\n", "1 0 obj\n\nxref\n0 1\n0000000000 65535 f \n0000000000 00000 n \ntrailer\n",
	} {
		if _, err := cut([]byte(file)); err == nil {
			t.Errorf("%q was cut", file)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		parse(sfnt(faces[Regular].ttf))
	}
}
