package fhir_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/fhir"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

var protocol = quiztest.Protocol

func build(p *quiz.Protocol, answers quiz.Answers, sensitive bool) *report.Report {
	return report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon, Sensitive: sensitive})
}

// cases are the answers files of package report, by name.
func cases(t testing.TB, p *quiz.Protocol) map[string]quiz.Answers {
	t.Helper()
	files, _ := filepath.Glob("../report/testdata/*.answers.json")
	if len(files) == 0 {
		t.Fatal("no cases found")
	}
	all := map[string]quiz.Answers{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		answers, err := p.ParseAnswers(src)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(file), ".answers.json")] = answers
	}
	return all
}

func draw(t testing.TB, r *report.Report, p *quiz.Protocol) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := fhir.Draw(&b, r, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func form(t testing.TB, p *quiz.Protocol) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := fhir.WriteQuestionnaire(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// resources are a bundle's resources by their type.
func resources(t testing.TB, bundle []byte) map[string]json.RawMessage {
	t.Helper()
	var b struct {
		Entry []struct{ Resource json.RawMessage }
	}
	if err := json.Unmarshal(bundle, &b); err != nil {
		t.Fatal(err)
	}
	all := map[string]json.RawMessage{}
	for _, e := range b.Entry {
		var head struct{ ResourceType string }
		if err := json.Unmarshal(e.Resource, &head); err != nil {
			t.Fatal(err)
		}
		all[head.ResourceType] = e.Resource
	}
	return all
}

// The form has a golden, and each case of package report what its bundle holds
// beside the form.
func TestGoldens(t *testing.T) {
	p := protocol(t)
	quiztest.Golden(t, "testdata/form.golden.json", form(t, p))
	for name, answers := range cases(t, p) {
		t.Run(name, func(t *testing.T) {
			bundle, err := fhir.NewBundle(build(p, answers, false), p)
			if err != nil {
				t.Fatal(err)
			}
			bundle.Entry = bundle.Entry[1:]
			b, err := json.MarshalIndent(bundle, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			quiztest.Golden(t, "testdata/"+name+".golden.json", append(b, '\n'))
		})
	}
}

func TestSameReportSameBytes(t *testing.T) {
	p := protocol(t)
	for name, answers := range cases(t, p) {
		r := build(p, answers, false)
		drawn := draw(t, r, p)
		if !bytes.Equal(drawn, draw(t, build(p, answers, false), p)) {
			t.Errorf("%s: two drawings of the same answers differ", name)
		}
		var saved bytes.Buffer
		if err := report.JSON(&saved, r); err != nil {
			t.Fatal(err)
		}
		again, err := report.Parse(saved.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(drawn, draw(t, again, p)) {
			t.Errorf("%s: the saved report is drawn otherwise", name)
		}
	}
}

// A report of a protocol that is not at hand has no form beside it, and does
// not claim to nest as one that nobody here has seen.
func TestWithoutTheForm(t *testing.T) {
	p := protocol(t)
	other := *p
	other.Hash = "sha256:other"
	r := build(p, cases(t, p)["full"], false)
	for name, at := range map[string]*quiz.Protocol{"no protocol": nil, "another one": &other} {
		held := resources(t, draw(t, r, at))
		if held["Questionnaire"] != nil {
			t.Errorf("%s: there is a form", name)
		}
		var response fhir.QuestionnaireResponse
		if err := json.Unmarshal(held["QuestionnaireResponse"], &response); err != nil {
			t.Fatal(err)
		}
		if response.Questionnaire != "" || !strings.Contains(response.Extension[0].ValueString, "acne-scar version 1, "+p.Hash) {
			t.Errorf("%s: the response does not say in words which form it answers", name)
		}
		if len(response.Item) != len(r.Text.Questions) {
			t.Errorf("%s: %d questions, want %d", name, len(response.Item), len(r.Text.Questions))
		}
		for _, item := range response.Item {
			for _, a := range item.Answer {
				if (item.LinkID == "goal") != (a.ValueString != "") {
					t.Errorf("%s: %s is answered by a text, or the wish for the visit is not", name, item.LinkID)
				}
			}
		}
	}
}

// The sensitive answer is in the form as a question, and nowhere else unless
// the person asked for it.
func TestSensitiveAnswerStaysOut(t *testing.T) {
	p := protocol(t)
	answers := cases(t, p)["crisis"]
	held := resources(t, draw(t, build(p, answers, false), p))
	for _, kind := range []string{"QuestionnaireResponse", "RiskAssessment"} {
		for _, word := range []string{"safety", "hurting"} {
			if bytes.Contains(held[kind], []byte(word)) {
				t.Errorf("%s holds %q", kind, word)
			}
		}
	}
	held = resources(t, draw(t, build(p, answers, true), p))
	if !bytes.Contains(held["QuestionnaireResponse"], []byte(`"safety"`)) {
		t.Error("the sensitive answer was asked for and is left out")
	}
	if r := build(p, answers, true); !bytes.Contains(held["RiskAssessment"], []byte(r.Text.Crisis.Title)) {
		t.Error("the words for a crisis were asked for and are left out")
	}
}

// No probability, no grade of risk, nobody's record, and no condition's code
// but on questions and on the outcome in question.
func TestNothingThatScoresOrDiagnoses(t *testing.T) {
	p := protocol(t)
	for name, answers := range cases(t, p) {
		drawn := draw(t, build(p, answers, true), p)
		for _, word := range []string{"probabilityDecimal", "probabilityRange", "qualitativeRisk", "relativeRisk", "F42", "L70.5", `"Condition"`, `"resourceType": "Patient"`} {
			if bytes.Contains(drawn, []byte(word)) {
				t.Errorf("%s: holds %q", name, word)
			}
		}
		held := resources(t, drawn)
		for kind, want := range map[string]int{"QuestionnaireResponse": 0, "RiskAssessment": 1} {
			if n := bytes.Count(held[kind], []byte("sid/icd-10")); n != want {
				t.Errorf("%s: %d codes of conditions in the %s, want %d", name, n, kind, want)
			}
		}
	}
}

// Text from a person is text in every reader: not HTML, not Markdown.
func TestHostileText(t *testing.T) {
	p := protocol(t)
	const hostile = `<img src=x onerror=alert(1)> [a](javascript:b) "}],"x":{ \u0000 ` + "`c`"
	answers := make(quiz.Answers, len(p.Questions))
	at, _ := p.Find("goal")
	answers[at] = quiz.Answer{State: quiz.Answered, Text: hostile}
	held := resources(t, draw(t, build(p, answers, false), p))
	var response fhir.QuestionnaireResponse
	if err := json.Unmarshal(held["QuestionnaireResponse"], &response); err != nil {
		t.Fatal(err)
	}
	last := response.Item[len(response.Item)-1].Item
	if got := last[len(last)-1].Answer[0].ValueString; got != hostile {
		t.Errorf("the text came out as %q", got)
	}
	if bytes.Contains(held["QuestionnaireResponse"], []byte("<img")) {
		t.Error("a tag stands bare in the file")
	}
	r := build(p, answers, false)
	r.Factors[0].Evidence = hostile
	if note := string(resources(t, draw(t, r, p))["RiskAssessment"]); !strings.Contains(note, `\\[a\\](javascript:b)`) {
		t.Error("a note's text is read as Markdown")
	}
}

// A report changed by hand that does not fit its form is an error that names
// the question and no answer.
func TestReportChangedByHand(t *testing.T) {
	p := protocol(t)
	for name, change := range map[string]func(*report.Report){
		"a choice that is not offered":       func(r *report.Report) { r.Answers[0].Values = []string{"secret"} },
		"a question that is not in the form": func(r *report.Report) { r.Text.Questions[0].ID = "shoe-size" },
	} {
		r := build(p, cases(t, p)["full"], false)
		change(r)
		err := fhir.Draw(&bytes.Buffer{}, r, p)
		if err == nil || !strings.Contains(err.Error(), "changed by hand") || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
