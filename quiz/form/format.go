package form

import (
	"io"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/fhir"
	"scarcheck/quiz/pdf"
	"scarcheck/quiz/words"
)

// Options are what a form cannot take from the questionnaire.
type Options struct {
	Program string    // that draws it, with its version
	Paper   pdf.Paper // of formats for paper; the zero value is A4
	// Warn is told what a format could not show as it is, a sentence each, in
	// the language of the questionnaire. It may be nil.
	Warn func(string)
}

// Format is a way to draw the blank form.
type Format struct {
	Name   string
	About  words.Text // what it is for, in a few words
	Binary bool       // not for a terminal
	Draw   func(io.Writer, *quiz.Protocol, Options) error
}

// Formats are all formats, the first one the default.
var Formats = []Format{
	{"text", "plain text, two pages of 80 columns and 60 lines", false, drawText},
	{"pdf", "to print: one sheet, both sides, A4 or US Letter", true, drawPDF},
	{"fhir", "a FHIR R4 Questionnaire, for programs that ask", false, questionnaire},
}

// questionnaire draws for programs; nothing of the options is in it.
func questionnaire(w io.Writer, p *quiz.Protocol, _ Options) error {
	return fhir.WriteQuestionnaire(w, p)
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
	return Format{}, words.Errorf("there is no form %q; choose one of %s", name, strings.Join(Names(), ", "))
}
