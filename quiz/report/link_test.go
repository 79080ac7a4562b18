package report_test

import (
	"reflect"
	"strings"
	"testing"

	"scarcheck/quiz/report"
)

func TestLinked(t *testing.T) {
	const doi, pubmed, pmc = "https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/", "https://pmc.ncbi.nlm.nih.gov/articles/"
	for _, tt := range []struct {
		name, text string
		want       []report.Piece
	}{
		{"nothing", "", nil},
		{"none", "Cochrane Library, CD011946", []report.Piece{{Text: "Cochrane Library, CD011946"}}},
		{"a sentence's end", "(doi 10.1111/jdv.14325).", []report.Piece{{Text: "("}, {"doi 10.1111/jdv.14325", doi + "10.1111/jdv.14325"}, {Text: ")."}}},
		{"two", "PubMed 16723422; doi 10.1001/a.2023.2167.", []report.Piece{
			{"PubMed 16723422", pubmed + "16723422/"}, {Text: "; "}, {"doi 10.1001/a.2023.2167", doi + "10.1001/a.2023.2167"}, {Text: "."},
		}},
		{"PMC", "PMC2958495 and others", []report.Piece{{"PMC2958495", pmc + "PMC2958495/"}, {Text: " and others"}}},
		{"no way out", `doi 10.1111/" onclick="x`, []report.Piece{{Text: `doi 10.1111/" onclick="x`}}},
		{"no other place", "PubMed 1@a.example", []report.Piece{{"PubMed 1", pubmed + "1/"}, {Text: "@a.example"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := report.Linked(tt.text)
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %q", got)
			}
			var b strings.Builder
			for _, piece := range got {
				b.WriteString(piece.Text)
			}
			if b.String() != tt.text {
				t.Errorf("the pieces are %q together", b.String())
			}
		})
	}
}
