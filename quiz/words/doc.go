// Package words holds what the program says, in each language it speaks.
//
// The code says everything in English, where it is said; a [Language] puts it
// into the person's. The zero Language is English and costs nothing:
//
//	l.Say("Nothing is chosen yet.")
//	l.Sayf("Question %d of %d.", 3, 17)
//	l.And([]string{"age", "family"})
//
// What is said is a [Text], which the compiler makes of a constant and of nothing
// else without being told to, so no word reaches a person past the catalogue by
// accident. Errors are made with [Errorf], and put into words by [Language.Tell]
// where they are shown; their Error method stays English, for logs.
//
// The catalogues are YAML files beside the code, one a package: en/report.yaml
// lists what package report says and is written by go generate; es/report.yaml
// has, for each of these, the Spanish beside the English that it was made from:
//
//	texts:
//	  - en: Question %d of %d.
//	    es: Pregunta %d de %d.
//
// So a text that is missing, and one whose English has changed since, is found by
// comparing the two, which [Check] does. The words of the questionnaire are kept in
// the same form beside its files; package quiz reads them with [Read].
package words
