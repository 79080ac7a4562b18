package fhir

import (
	"slices"
	"strings"

	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// What a RiskAssessment of ours says and does not say.
const (
	methodText words.Text = "Self-reported risk factors, each on its own. They are not added up: no score, no probability. Nobody has examined the skin."
	rationale  words.Text = "No chance is given. The notes say of each factor whether it is present, absent or not known, and by which answers. " +
		"People without any of them can get scars, and people with all of them may not."
)

// NewRiskAssessment is what the report says of the risk: advice first, then
// each factor as a note, with its id and status as extensions. It names acne
// scars as the outcome in question, and holds neither a probability nor a
// grade. basis names the response it rests on.
func NewRiskAssessment(r *report.Report, basis string) *RiskAssessment {
	l := r.Language
	return &RiskAssessment{
		ResourceType: "RiskAssessment",
		Language:     l,
		Status:       "final",
		Method:       CodeableConcept{Text: l.Say(methodText)},
		Code:         CodeableConcept{Text: r.Text.Title},
		Subject:      Reference{Type: "Patient", Display: l.Say("The person who answered, not named here")},
		Occurrence:   r.AssessedAt,
		Basis:        []Reference{{Reference: basis, Type: "QuestionnaireResponse"}},
		Prediction:   []Prediction{{Outcome: outcome(l), Rationale: l.Say(rationale)}},
		Mitigation:   mitigation(r),
		Note:         append(advice(r), factors(r)...),
	}
}

// advice is what stands at the top of every page: help in danger, what to know
// of the questionnaire, how soon to see whom, and whom to talk to.
func advice(r *report.Report) []Annotation {
	level := &Coding{codeSystem(r.Protocol.ID, "care"), r.Care.Level, r.Care.Title}
	var notes []Annotation
	sections := slices.DeleteFunc(r.Doctor(report.Full), func(s report.Section) bool {
		return !slices.Contains([]string{"crisis", "notice", "care"}, s.ID)
	})
	for _, s := range r.Person(report.Full) {
		if s.ID == "support" {
			sections = append(sections, s)
		}
	}
	for _, s := range sections {
		for i := range s.Blocks {
			n := Annotation{Text: markdown(spoken(s.Title, &s.Blocks[i]))}
			if s.ID == "care" && i == 0 {
				n.Extension = []Extension{{URL: careExtension, ValueCoding: level}}
			}
			notes = append(notes, n)
		}
	}
	return unlike(notes)
}

// spoken is a block as sentences.
func spoken(title string, b *report.Block) string {
	said := []string{title, b.Label, b.Text}
	return sentences(append(said, b.More...)...)
}

// unlike leaves out notes that were said before: both pages begin with what to
// know of the questionnaire.
func unlike(notes []Annotation) []Annotation {
	seen := map[string]bool{}
	return slices.DeleteFunc(notes, func(n Annotation) bool {
		again := seen[n.Text]
		seen[n.Text] = true
		return again
	})
}

// factors are all factors, in the protocol's order.
func factors(r *report.Report) []Annotation {
	l := r.Language
	statusWords := map[string]words.Text{
		report.Present: "Present: %s", report.Absent: "Absent: %s", report.Unknown: "Not known: %s",
	}
	notes := make([]Annotation, len(r.Factors))
	for i := range r.Factors {
		f := &r.Factors[i]
		notes[i] = Annotation{
			Extension: []Extension{
				{URL: factorExtension, ValueCoding: &Coding{codeSystem(r.Protocol.ID, "factors"), f.ID, f.Name}},
				{URL: statusExtension, ValueCode: f.Status},
			},
			Text: markdown(sentences(l.Sayf(statusWords[f.Status], f.Name), f.Evidence, r.Said(f.Because))),
		}
	}
	return notes
}

// mitigation names the tips that the person was given.
func mitigation(r *report.Report) string {
	titles := make([]string, len(r.Tips))
	for i, t := range r.Tips {
		titles[i] = t.Title
	}
	return sentences(titles...)
}

// sentences joins texts, each ended by a full stop if it has no end.
func sentences(texts ...string) string {
	var said []string
	for _, text := range texts {
		if text == "" {
			continue
		}
		if !strings.ContainsAny(text[len(text)-1:], ".?!:") {
			text += "."
		}
		said = append(said, text)
	}
	return strings.Join(said, " ")
}

// special are the characters that mean something in Markdown, or in the HTML
// that it may hold.
var special = strings.NewReplacer(escaped("\\`*_[]<>#|~&$")...)

func escaped(characters string) (pairs []string) {
	for _, c := range characters {
		pairs = append(pairs, string(c), "\\"+string(c))
	}
	return pairs
}

// markdown is a plain text as Markdown that shows it as it is.
func markdown(text string) string { return special.Replace(text) }
