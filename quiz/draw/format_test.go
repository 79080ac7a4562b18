package draw_test

import (
	"strings"
	"testing"

	"scarcheck/quiz/draw"
)

func TestLookup(t *testing.T) {
	if f, err := draw.Lookup("json"); err != nil || f.Name != "json" {
		t.Error(f.Name, err)
	}
	if _, err := draw.Lookup("jsn"); err == nil || !strings.Contains(err.Error(), "choose one of "+strings.Join(draw.Names(), ", ")) {
		t.Error("an unknown format must be told with those there are, got", err)
	}
}

func TestByEnding(t *testing.T) {
	for file, want := range map[string]string{
		"page": "text", "page.txt": "text", "PAGE.TXT": "text", "a.b/report.json": "json", "a.fhir.json": "fhir", "": "text",
		"page.md": "markdown", "page.markdown": "markdown", "page.HTML": "html", "page.htm": "html",
	} {
		if f, err := draw.ByEnding(file); err != nil || f.Name != want {
			t.Errorf("%q: got %s, %v, want %s", file, f.Name, err, want)
		}
	}
	if _, err := draw.ByEnding("page.doc"); err == nil || !strings.Contains(err.Error(), ".txt") {
		t.Error("an unknown ending must be told with those there are, got", err)
	}
}

func TestParsePaper(t *testing.T) {
	if p, err := draw.ParsePaper("Letter"); p != draw.Letter || err != nil {
		t.Error(p, err)
	}
	if _, err := draw.ParsePaper("a5"); err == nil || !strings.Contains(err.Error(), "a4 or letter") {
		t.Error("an unknown paper must be told with those there are, got", err)
	}
}
