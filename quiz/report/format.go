package report

import (
	"fmt"
	"io"
	"strings"
)

// Format is a way to draw a report.
type Format struct {
	Name  string
	About string // what it is for, in a few words
	Draw  func(io.Writer, *Report) error
}

// Formats are all formats, the first one the default.
var Formats = []Format{
	{"text", "the page to bring, plain text of 80 columns", Text},
	{"json", "the report for programs, canonical", JSON},
}

// Lookup returns the format of this name. The error lists those there are.
func Lookup(name string) (Format, error) {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("there is no format %q; choose one of %s", name, strings.Join(names, ", "))
}
