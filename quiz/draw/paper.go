package draw

import (
	"fmt"
	"strings"
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

// ParsePaper returns the size of this name. The error lists those there are.
func ParsePaper(name string) (Paper, error) {
	for _, p := range Papers {
		if strings.EqualFold(name, string(p)) {
			return p, nil
		}
	}
	return "", fmt.Errorf("there is no paper %q; choose a4 or letter", name)
}
