package draw

import (
	"strings"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/words"
)

// Paper is a size of paper.
type Paper string

// The sizes that printers hold.
const (
	A4     Paper = "a4"
	Letter Paper = "letter" // US Letter
)

// Papers are all sizes.
var Papers = []Paper{A4, Letter}

// Sheet is a sheet of it, as a PDF has it.
func (p Paper) Sheet() pdf.Paper {
	if p == Letter {
		return pdf.Letter
	}
	return pdf.A4
}

// ParsePaper returns the size of this name, as people write it. The error lists those there are.
func ParsePaper(name string) (Paper, error) {
	for _, p := range Papers {
		if strings.EqualFold(strings.TrimSpace(name), string(p)) {
			return p, nil
		}
	}
	return "", words.Errorf("there is no paper %q; choose %s or %s", name, A4, Letter)
}

// PaperNames are the names of all sizes.
func PaperNames() []string {
	names := make([]string, len(Papers))
	for i, p := range Papers {
		names[i] = string(p)
	}
	return names
}
