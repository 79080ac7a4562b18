package draw

import (
	"strings"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/report"
)

// blockRuns is the text of a block with its label before it, and what stands
// out in bold.
func blockRuns(b *report.Block) []pdf.Run {
	var text []pdf.Run
	if b.Label != "" {
		text = append(text, pdf.Run{Text: b.Lead(), Font: pdf.Bold}, pdf.Run{Text: " "})
	}
	rest := b.Text
	for _, strong := range b.Strong {
		before, after, found := strings.Cut(rest, strong)
		if !found {
			break
		}
		text = append(text, pdf.Run{Text: before}, pdf.Run{Text: strong, Font: pdf.Bold})
		rest = after
	}
	return append(text, pdf.Run{Text: rest})
}

// sourceRuns is a source with links to where it can be read.
func sourceRuns(text string) []pdf.Run {
	var all []pdf.Run
	for _, piece := range report.Linked(text) {
		all = append(all, pdf.Run{Text: piece.Text, URL: piece.URL})
	}
	return all
}
