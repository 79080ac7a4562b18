package fhir

import (
	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// Base is where the names of our own begin: those of questionnaires, code
// systems and extensions. Names ending in ".example" belong to nobody and never
// will (RFC 2606), so these cannot be mistaken for another's, and nothing is
// to be found at them.
const Base = "https://scarcheck.example/fhir"

// The names that the standard gives.
const (
	core          = "http://hl7.org/fhir/StructureDefinition/"
	absentReason  = core + "data-absent-reason"
	exclusive     = core + "questionnaire-optionExclusive"
	itemControl   = core + "questionnaire-itemControl"
	orientation   = core + "questionnaire-choiceOrientation"
	controls      = "http://hl7.org/fhir/questionnaire-item-control"
	absentReasons = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
	loinc         = "http://loinc.org"
	icd10         = "http://hl7.org/fhir/sid/icd-10"
)

// The extensions of our own: which form a response answers where the form is
// not at hand, and on the notes of a RiskAssessment what they say.
const (
	formExtension   = Base + "/StructureDefinition/form"
	factorExtension = Base + "/StructureDefinition/factor"
	statusExtension = Base + "/StructureDefinition/factor-status"
	careExtension   = Base + "/StructureDefinition/care-level"
)

// questionnaireURL is the canonical name of the questionnaire with this id.
func questionnaireURL(id string) string { return Base + "/Questionnaire/" + id }

// codeSystem names the codes of a protocol for one thing: the choices of one
// question, or "factors", "care".
func codeSystem(protocol, of string) string { return Base + "/CodeSystem/" + protocol + "." + of }

// choiceSystem names the choices of a question. An id means something within
// its question only, so each question has a system of its own.
func choiceSystem(protocol, question string) string {
	return codeSystem(protocol, "question."+question)
}

// absent are the standard's words for the ways of not answering.
var absent = map[string]string{
	quiz.DontKnow.String():   "asked-unknown",
	quiz.PreferNot.String():  "asked-declined",
	quiz.Unanswered.String(): "unknown",
}

// noAnswers are the answers beside the choices, in the order in which they are
// offered.
var noAnswers = [...]quiz.State{quiz.DontKnow, quiz.PreferNot}

// noAnswer is such an answer as a code, with the words that the person sees.
func noAnswer(l words.Language, state quiz.State) *Coding {
	return &Coding{absentReasons, absent[state.String()], l.Say(state.Words())}
}

// Public codes. They say what a section or a question is about, and what the
// assessment is about. None says what the person has: those who answer are not
// examined. So the codes of conditions that only a diagnosis can name, such as
// skin picking disorder, are not here. They stand beside the words that people
// read, and are called what those who keep them call them, in any language.
var (
	formCodes = []Coding{{loinc, "60591-5", "Patient summary Document"}}

	sectionCodes = map[string][]Coding{
		"your-acne": {{loinc, "10164-2", "History of Present illness Narrative"}},
		"treatment": {{loinc, "10160-0", "History of Medication use Narrative"}},
		"family":    {{loinc, "10157-6", "History of family member diseases Narrative"}},
	}

	acne          = Coding{icd10, "L70.9", "Acne, unspecified"}
	scars         = Coding{icd10, "L90.5", "Scar conditions and fibrosis of skin"}
	raisedScars   = Coding{icd10, "L91.0", "Hypertrophic scar"}
	questionCodes = map[string][]Coding{
		"lesions": {acne},
		"worst":   {acne},
		"marks":   {scars, raisedScars},
		"goal":    {{loinc, "10154-3", "Chief complaint Narrative - Reported"}},
	}
)

// outcome is what the factors are about.
func outcome(l words.Language) CodeableConcept {
	return CodeableConcept{Coding: []Coding{scars}, Text: l.Say("Acne scars")}
}
