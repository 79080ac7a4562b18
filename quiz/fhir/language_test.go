package fhir_test

import (
	"encoding/json"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/fhir"
	"scarcheck/quiz/quiztest"
)

// inSpanish is the protocol with its own words in English and all that the
// program adds in Spanish: so a golden does not follow each comma of the data.
func inSpanish(t testing.TB) *quiz.Protocol {
	t.Helper()
	p := *protocol(t)
	p.Language = quiztest.Language(t, "es")
	return &p
}

func TestSpanishGolden(t *testing.T) {
	p := inSpanish(t)
	held := resources(t, draw(t, build(p, cases(t, p)["dont-know"], false), p))
	quiztest.Golden(t, "testdata/dont-know.es.golden.json", append(held["QuestionnaireResponse"], '\n'))
}

// What is drawn in Spanish is as valid as what is drawn in English.
func TestSpanishIsValid(t *testing.T) {
	p, bundles := inSpanish(t), map[string][]byte{}
	for name, answers := range cases(t, p) {
		bundles[name] = draw(t, build(p, answers, true), p)
		bundles[name+", no form"] = draw(t, build(p, answers, false), nil)
	}
	for name, said := range complaints(t, bundles) {
		for check, issues := range said {
			if len(issues) > 0 {
				t.Errorf("%s: %s: %s", name, check, strings.Join(issues, "\n"))
			}
		}
	}
}

// Every resource says what language its words are in, if it is not English.
func TestEveryResourceNamesItsLanguage(t *testing.T) {
	for _, row := range []struct {
		p    *quiz.Protocol
		want string
	}{{protocol(t), ""}, {inSpanish(t), "es"}} {
		drawn := draw(t, build(row.p, cases(t, row.p)["full"], false), row.p)
		named := parts(t, drawn)
		if len(named) != 4 {
			t.Fatalf("%d resources", len(named))
		}
		for kind, resource := range named {
			var head struct{ Language string }
			if err := json.Unmarshal(resource, &head); err != nil {
				t.Fatal(err)
			}
			if head.Language != row.want {
				t.Errorf("%s: language %q, want %q", kind, head.Language, row.want)
			}
		}
	}
}

// A form in other words than the person saw does not stand beside the answers.
func TestFormInAnotherLanguage(t *testing.T) {
	p, other := protocol(t), inSpanish(t)
	held := resources(t, draw(t, build(other, cases(t, p)["dont-know"], false), p))
	if held["Questionnaire"] != nil {
		t.Error("the form is in another language than the answers")
	}
	if response := string(held["QuestionnaireResponse"]); !strings.Contains(response, "No lo sé") || strings.Contains(response, "I don't know") {
		t.Error("the answers are not in the words that the person saw")
	}
}

// No word that people read is English in a language that the program was told.
// What others call their codes stays as it is.
func TestNothingIsEnglishOnly(t *testing.T) {
	p := quiztest.Reworded(t, quiztest.Greek)
	for name, answers := range cases(t, protocol(t)) {
		for i := range answers {
			if answers[i].Text != "" {
				answers[i].Text = "1"
			}
		}
		var drawn any
		if err := json.Unmarshal(draw(t, build(p, answers, true), p), &drawn); err != nil {
			t.Fatal(err)
		}
		shown := strings.Join(texts(drawn), "\n")
		if left := quiztest.Unmarked(shown, "or", "and", "acne", "scar"); len(left) > 0 {
			t.Errorf("%s: these are English still: %q", name, left)
		}
	}
}

// texts are what people read of a resource.
func texts(value any) []string {
	var found []string
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			found = append(found, texts(item)...)
		}
	case map[string]any:
		system, _ := v["system"].(string)
		for key, item := range v {
			text, isText := item.(string)
			switch {
			case !isText:
				found = append(found, texts(item)...)
			case key == "display" && system != "" && !strings.HasPrefix(system, fhir.Base) && !strings.Contains(system, "data-absent-reason"):
			case strings.Contains(" text title description display rationale mitigation valueString ", " "+key+" "):
				found = append(found, text)
			}
		}
	}
	return found
}
