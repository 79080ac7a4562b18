package report

import (
	"regexp"
	"sync"
)

// Piece is a part of a text. URL is where it leads, or empty.
type Piece struct{ Text, URL string }

// catalogues are the places that keep what a source names by a number, and how
// a source writes that number. The numbers hold no sign that could lead
// anywhere else.
var catalogues = sync.OnceValue(func() []catalogue {
	return []catalogue{
		{regexp.MustCompile(`doi (10\.[0-9]{4,9}/[0-9A-Za-z._/-]*[0-9A-Za-z])`), "https://doi.org/", ""},
		{regexp.MustCompile(`PubMed ([0-9]{1,9})`), "https://pubmed.ncbi.nlm.nih.gov/", "/"},
		{regexp.MustCompile(`\b(PMC[0-9]{1,9})`), "https://pmc.ncbi.nlm.nih.gov/articles/", "/"},
	}
})

// catalogue is a place that keeps papers by a number.
type catalogue struct {
	number *regexp.Regexp
	page   string // before the number
	after  string
}

// Linked splits a text about a source so that the numbers of a DOI, of PubMed
// and of PubMed Central are pieces of their own, with the page to read it on.
func Linked(text string) []Piece {
	var pieces []Piece
	for text != "" {
		piece, before, after, ok := firstLink(text)
		if !ok {
			return append(pieces, Piece{Text: text})
		}
		if before != "" {
			pieces = append(pieces, Piece{Text: before})
		}
		pieces, text = append(pieces, piece), after
	}
	return pieces
}

func firstLink(text string) (link Piece, before, after string, ok bool) {
	first := len(text)
	for _, c := range catalogues() {
		at := c.number.FindStringSubmatchIndex(text)
		if at == nil || at[0] >= first {
			continue
		}
		first, ok = at[0], true
		link = Piece{text[at[0]:at[1]], c.page + text[at[2]:at[3]] + c.after}
		before, after = text[:at[0]], text[at[1]:]
	}
	return link, before, after, ok
}
