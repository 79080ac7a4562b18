// Package fhir tells in the form that health records exchange: HL7 FHIR R4.
//
//	err := fhir.WriteQuestionnaire(w, protocol) // the blank form
//	err := fhir.Draw(w, r, protocol)            // one assessment
//
// [Draw] writes a Bundle: the Questionnaire, the QuestionnaireResponse, and a
// RiskAssessment without any probability. It names nobody and holds no
// Patient; it is for the person to hand over, and for the clinic to file under
// a patient of its own. A report saved long ago may be of a questionnaire that
// is no longer at hand: then the Bundle has no Questionnaire, and the response
// says in words which one it answers.
//
// Four things are not plain to see:
//
// Not answering. Each question offers "I don't know" and "I prefer not to
// say", as codes of the standard list of reasons for absent data. In a
// response every open question, those left out too, carries that reason as an
// extension. None of the three is a "no".
//
// When a question is asked. Our conditions know three values, "enableWhen" of
// FHIR knows two and has no brackets. So a condition is first put as plain
// logic of what may be answered (condition.go), in clauses that must all hold
// and each hold by any of its parts (logic.go), and then written as groups
// within groups, one a clause (when.go). What cannot be written so is an
// error that names the question, never a form that asks something else.
//
// Codes. Ours label choices; public ones label questions, sections and what
// the assessment is about, never the person (codes.go).
//
// Language. Each resource names that of its texts, unless it is English, and
// shows the words that the person saw. Ids and codes are the same in all.
//
// The types of FHIR stand in r4.go, apart from the mapping to them. The same
// report gives the same bytes.
package fhir
