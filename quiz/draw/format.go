package draw

import (
	"io"
	"path/filepath"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/fhir"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// Options are what a drawing cannot take from the report.
type Options struct {
	Paper Paper // of formats for paper; the zero value is A4
	// Protocol returns the questionnaire that is at hand, in the language of the
	// report, for formats that carry it along; it does not count if its hash is not
	// the report's. The function may be nil, and so may be what it returns.
	Protocol func(words.Language) *quiz.Protocol
	// Warn is told what a format could not show as it is, a sentence each, which can
	// be told in any language. It may be nil.
	Warn func(error)
}

func (o *Options) warn(what error) {
	if o.Warn != nil {
		o.Warn(what)
	}
}

// Format is a way to draw a report.
type Format struct {
	Name    string
	Endings []string   // of file names, the usual one first
	About   words.Text // what it is for, in a few words
	Binary  bool       // not for a terminal
	Draw    func(io.Writer, *report.Report, Options) error
}

// Formats are all formats, the first one the default.
var Formats = []Format{
	{"text", []string{".txt"}, "the page to bring, plain text of 80 columns", false, plain(report.Text)},
	{"pdf", []string{".pdf"}, "the page to bring, on paper", true, drawPDF},
	{"html", []string{".html", ".htm"}, "for a browser, on screen and printed", false, drawHTML},
	{"markdown", []string{".md", ".markdown"}, "for a message or a record", false, drawMarkdown},
	{"json", []string{".json"}, "the report for programs, canonical", false, plain(report.JSON)},
	{"fhir", []string{".fhir.json"}, "FHIR R4 for health records", false, record},
}

// plain is a format that needs no options.
func plain(draw func(io.Writer, *report.Report) error) func(io.Writer, *report.Report, Options) error {
	return func(w io.Writer, r *report.Report, _ Options) error { return draw(w, r) }
}

// record draws for health records, with the questionnaire where it is at hand.
func record(w io.Writer, r *report.Report, o Options) error {
	if o.Protocol == nil {
		return fhir.Draw(w, r, nil)
	}
	return fhir.Draw(w, r, o.Protocol(r.Language))
}

// Names are the names of all formats, the default first.
func Names() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return names
}

// Lookup returns the format of this name. The error lists those there are.
func Lookup(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, words.Errorf("there is no format %q; choose one of %s", name, strings.Join(Names(), ", "))
}

// ByEnding returns the format that the ending of a file name stands for, the
// longest that fits, and the default for a name without one. The error lists
// the endings there are.
func ByEnding(file string) (Format, error) {
	if filepath.Ext(file) == "" {
		return Formats[0], nil
	}
	var found Format
	var known []string
	longest := 0
	for _, f := range Formats {
		for _, ending := range f.Endings {
			if len(ending) > longest && strings.HasSuffix(strings.ToLower(file), ending) {
				found, longest = f, len(ending)
			}
		}
		known = append(known, f.Endings[0])
	}
	if longest == 0 {
		return found, words.Errorf("a file name must end in one of %s", strings.Join(known, ", "))
	}
	return found, nil
}
