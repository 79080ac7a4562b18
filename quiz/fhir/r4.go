package fhir

import "scarcheck/quiz/words"

// The types of HL7 FHIR R4 (4.0.1), as far as they are used here. Fields carry
// the names of the standard, where each is explained. Language is that of the
// texts, left out for English.

// Questionnaire is a blank form.
type Questionnaire struct {
	ResourceType   string         `json:"resourceType"`
	Language       words.Language `json:"language,omitzero"`
	URL            string         `json:"url"`
	Identifier     []Identifier   `json:"identifier,omitempty"`
	Version        string         `json:"version"`
	Name           string         `json:"name"`
	Title          string         `json:"title"`
	Status         string         `json:"status"`
	SubjectType    []string       `json:"subjectType,omitempty"`
	Description    string         `json:"description,omitempty"`
	LastReviewDate string         `json:"lastReviewDate,omitempty"`
	Effective      *Period        `json:"effectivePeriod,omitempty"`
	Code           []Coding       `json:"code,omitempty"`
	Item           []Item         `json:"item"`
}

// Item is a group, a question or a text of a Questionnaire.
type Item struct {
	Extension      []Extension    `json:"extension,omitempty"`
	LinkID         string         `json:"linkId"`
	Code           []Coding       `json:"code,omitempty"`
	Text           string         `json:"text,omitempty"`
	Type           string         `json:"type"`
	EnableWhen     []EnableWhen   `json:"enableWhen,omitempty"`
	EnableBehavior string         `json:"enableBehavior,omitempty"`
	Repeats        bool           `json:"repeats,omitempty"`
	MaxLength      int            `json:"maxLength,omitempty"`
	AnswerOption   []AnswerOption `json:"answerOption,omitempty"`
	Item           []Item         `json:"item,omitempty"`
}

// EnableWhen is one comparison that an item depends on.
type EnableWhen struct {
	Question      string  `json:"question"`
	Operator      string  `json:"operator"`
	AnswerBoolean *bool   `json:"answerBoolean,omitempty"`
	AnswerCoding  *Coding `json:"answerCoding,omitempty"`
}

// AnswerOption is an answer that a question offers.
type AnswerOption struct {
	Extension   []Extension `json:"extension,omitempty"`
	ValueCoding Coding      `json:"valueCoding"`
}

// QuestionnaireResponse is a form filled in.
type QuestionnaireResponse struct {
	ResourceType  string         `json:"resourceType"`
	Language      words.Language `json:"language,omitzero"`
	Extension     []Extension    `json:"extension,omitempty"`
	Questionnaire string         `json:"questionnaire,omitempty"`
	Status        string         `json:"status"`
	Authored      string         `json:"authored"`
	Item          []ResponseItem `json:"item,omitempty"`
}

// ResponseItem is a group or a question of a QuestionnaireResponse.
type ResponseItem struct {
	Extension []Extension    `json:"extension,omitempty"`
	LinkID    string         `json:"linkId"`
	Text      string         `json:"text,omitempty"`
	Answer    []Answer       `json:"answer,omitempty"`
	Item      []ResponseItem `json:"item,omitempty"`
}

// Answer is one answer to a question.
type Answer struct {
	ValueCoding *Coding `json:"valueCoding,omitempty"`
	ValueString string  `json:"valueString,omitempty"`
}

// RiskAssessment is what is said of a risk and on what it rests.
type RiskAssessment struct {
	ResourceType string          `json:"resourceType"`
	Language     words.Language  `json:"language,omitzero"`
	Status       string          `json:"status"`
	Method       CodeableConcept `json:"method"`
	Code         CodeableConcept `json:"code"`
	Subject      Reference       `json:"subject"`
	Occurrence   string          `json:"occurrenceDateTime"`
	Basis        []Reference     `json:"basis"`
	Prediction   []Prediction    `json:"prediction"`
	Mitigation   string          `json:"mitigation,omitempty"`
	Note         []Annotation    `json:"note"`
}

// Prediction names an outcome. The standard's fields for a probability and
// for a grade of risk are left out on purpose.
type Prediction struct {
	Outcome   CodeableConcept `json:"outcome"`
	Rationale string          `json:"rationale"`
}

// Annotation is a remark; its text is Markdown.
type Annotation struct {
	Extension []Extension `json:"extension,omitempty"`
	Text      string      `json:"text"`
}

// Bundle holds resources that belong together.
type Bundle struct {
	ResourceType string         `json:"resourceType"`
	Language     words.Language `json:"language,omitzero"`
	Type         string         `json:"type"`
	Timestamp    string         `json:"timestamp"`
	Entry        []Entry        `json:"entry"`
}

// Entry is a resource in a Bundle, and the name the others know it by.
type Entry struct {
	FullURL  string `json:"fullUrl"`
	Resource any    `json:"resource"`
}

// Coding is a word of a code system.
type Coding struct {
	System  string `json:"system"`
	Code    string `json:"code"`
	Display string `json:"display,omitempty"`
}

// CodeableConcept is a concept by code, by words, or by both.
type CodeableConcept struct {
	Coding []Coding `json:"coding,omitempty"`
	Text   string   `json:"text,omitempty"`
}

// Reference points at a resource, or only says in words what it is.
type Reference struct {
	Reference string `json:"reference,omitempty"`
	Type      string `json:"type,omitempty"`
	Display   string `json:"display,omitempty"`
}

// Identifier is a name that something is known by in a system.
type Identifier struct {
	System string `json:"system"`
	Value  string `json:"value"`
}

// Period is a time from one day to another.
type Period struct {
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}

// Extension is a value that the standard has no field for.
type Extension struct {
	URL                  string           `json:"url"`
	ValueBoolean         bool             `json:"valueBoolean,omitempty"`
	ValueCode            string           `json:"valueCode,omitempty"`
	ValueCodeableConcept *CodeableConcept `json:"valueCodeableConcept,omitempty"`
	ValueCoding          *Coding          `json:"valueCoding,omitempty"`
	ValueString          string           `json:"valueString,omitempty"`
}
