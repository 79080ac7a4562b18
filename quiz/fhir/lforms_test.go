package fhir_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/fhir"
	"scarcheck/quiz/quiztest"
	"scarcheck/rules"
)

// step is a click or several in LHC-Forms, and which questions are asked then.
type step struct {
	Click []string `json:"click"`
	Asked []string `json:"asked"`
}

// filler fills the form in, from the top, and then changes its mind.
type filler struct {
	protocol *quiz.Protocol
	form     *fhir.Questionnaire
	random   *rand.Rand
	answers  quiz.Answers
	steps    []step
}

func (f *filler) asked() []string {
	ids := []string{}
	for i, asked := range f.protocol.Asked(f.answers) {
		if asked == rules.True {
			ids = append(ids, f.protocol.Questions[i].ID)
		}
	}
	if f.protocol.Crisis(f.answers) {
		ids = append(ids, crisis)
	}
	return ids
}

// crisis is where the form says what to do in danger.
const crisis = "safety.crisis"

// give answers question i, by clicks on what is not yet as it should be.
func (f *filler) give(i int, a quiz.Answer) {
	id, repeats := f.protocol.Questions[i].ID, f.protocol.Questions[i].Kind == rules.Many
	had := options(asAnswers(f.protocol, f.form, f.answers)[id])
	f.answers[i] = a
	has := options(asAnswers(f.protocol, f.form, f.answers)[id])
	s := step{Click: []string{}}
	for _, o := range has {
		if !slices.Contains(had, o) {
			s.Click = append(s.Click, id+"|"+o)
		}
	}
	for _, o := range had {
		if repeats && !slices.Contains(has, o) {
			s.Click = append(s.Click, id+"|"+o)
		}
	}
	s.Asked = f.asked()
	f.steps = append(f.steps, s)
}

// options are answers as "system|code", in order.
func options(answers []fhir.Answer) []string {
	var all []string
	for _, a := range answers {
		if a.ValueCoding != nil {
			all = append(all, a.ValueCoding.System+"|"+a.ValueCoding.Code)
		}
	}
	slices.Sort(all)
	return all
}

// filling answers what is asked, in random ways, and then changes six answers.
// A text is typed, not clicked, and nothing depends on it: it is left out.
func (f *filler) filling() []step {
	f.answers, f.steps = make(quiz.Answers, len(f.protocol.Questions)), nil
	f.steps = append(f.steps, step{Click: []string{}, Asked: f.asked()})
	for i := range f.answers {
		a := quiztest.Answer(&f.protocol.Questions[i], f.random, "Clear skin <b>")
		if f.canGive(i) && a.State != quiz.Unanswered {
			f.give(i, a)
		}
	}
	for changes := 0; changes < 6; {
		i := f.random.IntN(len(f.answers))
		a := quiztest.Answer(&f.protocol.Questions[i], f.random, "Clear skin <b>")
		if f.canGive(i) && a.State != quiz.Unanswered {
			f.give(i, a)
			changes++
		}
	}
	return f.steps
}

func (f *filler) canGive(i int) bool {
	return f.protocol.Questions[i].Kind != rules.Text && f.protocol.Asked(f.answers)[i] == rules.True
}

// expected are the answers to what is asked at the end, by linkId.
func (f *filler) expected() map[string][]string {
	applied, _ := f.protocol.Apply(f.answers)
	return byLink(asAnswers(f.protocol, f.form, applied))
}

func byLink(answers map[string][]fhir.Answer) map[string][]string {
	all := map[string][]string{}
	for link, a := range answers {
		if o := options(a); o != nil {
			all[link] = o
		}
	}
	return all
}

// LHC-Forms, the form renderer of the US National Library of Medicine, asks
// the same questions as we do at every step of fifty fillings, ends with the
// same answers, and needs nothing from the network.
func TestLHCForms(t *testing.T) {
	p := protocol(t)
	form, err := fhir.NewQuestionnaire(p)
	if err != nil {
		t.Fatal(err)
	}
	f := &filler{protocol: p, form: form, random: rand.New(rand.NewPCG(10, 11))}
	var fillings [][]step
	var expected []map[string][]string
	steps, crises := 0, 0
	for range 50 {
		fillings = append(fillings, f.filling())
		steps += len(f.steps)
		expected = append(expected, f.expected())
		if p.Crisis(f.answers) {
			crises++
		}
	}
	t.Logf("%d steps, %d fillings end in a crisis", steps, crises)
	said := render(t, form, append(p.Guideline.Vocabulary.IDs(), crisis), fillings)
	for _, d := range said.Asked {
		t.Error(d)
	}
	if len(said.Requests) > 0 {
		t.Errorf("requested: %v", said.Requests)
	}
	if len(said.Answered) != len(fillings) {
		t.Fatalf("%d fillings of %d", len(said.Answered), len(fillings))
	}
	for n, response := range said.Answered {
		m := &misfit{answers: map[string][]fhir.Answer{}}
		m.collect(response.Item)
		if got := byLink(m.answers); !reflect.DeepEqual(got, expected[n]) {
			t.Errorf("filling %d ends with %v, want %v", n, got, expected[n])
		}
	}
}

// A form that asks something else is found.
func TestLHCFormsFindsAWrongCondition(t *testing.T) {
	p := protocol(t)
	form, err := fhir.NewQuestionnaire(p)
	if err != nil {
		t.Fatal(err)
	}
	f := &filler{protocol: p, form: form, random: rand.New(rand.NewPCG(12, 13))}
	var fillings [][]step
	for range 2 {
		fillings = append(fillings, f.filling())
	}
	safety := fill(form, nil).items["safety"]
	safety.EnableWhen = slices.DeleteFunc(safety.EnableWhen, func(w fhir.EnableWhen) bool { return w.Operator == "exists" })
	if said := render(t, form, append(p.Guideline.Vocabulary.IDs(), crisis), fillings); len(said.Asked) == 0 {
		t.Error("the form asks for safety only once the effect is told, and that is not found")
	}
}

type rendered struct {
	Asked    []string
	Answered []fhir.QuestionnaireResponse
	Requests []string
}

func render(t *testing.T, form *fhir.Questionnaire, questions []string, fillings [][]step) *rendered {
	t.Helper()
	all, err := json.Marshal(map[string]any{"form": form, "questions": questions, "fillings": fillings})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "fillings.json")
	if err := os.WriteFile(file, all, 0o600); err != nil {
		t.Fatal(err)
	}
	said := &rendered{}
	if err := json.Unmarshal(quiztest.Node(t, "testdata/lforms.mjs", file), said); err != nil {
		t.Fatal(err)
	}
	return said
}
