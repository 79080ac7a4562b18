package fhir_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/fhir"
	"scarcheck/quiz/quiztest"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// asAnswers puts our answers as a form's, stale ones too: those to questions
// that are not asked.
func asAnswers(p *quiz.Protocol, form *fhir.Questionnaire, answers quiz.Answers) map[string][]fhir.Answer {
	f, put := fill(form, nil), map[string][]fhir.Answer{}
	for i, a := range answers {
		q := &p.Questions[i]
		options := f.items[q.ID].AnswerOption
		choose := func(n int) { put[q.ID] = append(put[q.ID], fhir.Answer{ValueCoding: &options[n].ValueCoding}) }
		switch {
		case a.State == quiz.DontKnow:
			choose(len(q.Choices))
		case a.State == quiz.PreferNot:
			choose(len(q.Choices) + 1)
		case a.State == quiz.Answered && q.Kind == rules.Text:
			put[q.ID] = []fhir.Answer{{ValueString: a.Text}}
		case a.State == quiz.Answered:
			for n := range q.Choices {
				if a.Chosen&(1<<n) != 0 {
					choose(n)
				}
			}
		}
	}
	return put
}

// differs names a question that the form asks and we do not, or the reverse.
func differs(p *quiz.Protocol, form *fhir.Questionnaire, answers quiz.Answers) string {
	f := fill(form, asAnswers(p, form, answers))
	for i, asked := range p.Asked(answers) {
		if id := p.Questions[i].ID; f.isEnabled(id) != (asked == rules.True) {
			return fmt.Sprintf("question %s: asked %v, enabled in the form %v", id, asked, f.isEnabled(id))
		}
	}
	if help := f.items["safety.crisis"]; help != nil && f.isEnabled(help.LinkID) != p.Crisis(answers) {
		return "the words for a crisis are shown when they are not called for, or not when they are"
	}
	return ""
}

// The form of the protocol asks what we ask, whatever is answered.
func TestSameQuestions(t *testing.T) {
	p := protocol(t)
	form, err := fhir.NewQuestionnaire(p)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(4, 5))
	for range 20_000 {
		answers := quiztest.Answers(p, random, "Clear skin <b>")
		if d := differs(p, form, answers); d != "" {
			t.Fatalf("%s\n%v", d, answers)
		}
	}
}

// And so does the form of any protocol: questions of all kinds, conditions of
// all forms, looked at under every set of answers.
func TestSameQuestionsOfRandomProtocols(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 7))
	nested, negated, refused := 0, 0, 0
	const protocols = 600
	for range protocols {
		p, text := randomProtocol(t, random)
		form, err := fhir.NewQuestionnaire(p)
		if err != nil {
			refused++
			continue
		}
		for link, item := range fill(form, nil).items {
			if strings.Contains(link, ".if-") {
				nested++
			}
			for _, w := range item.EnableWhen {
				if w.Operator == "!=" {
					negated++
				}
			}
		}
		everyAnswers(p, func(answers quiz.Answers) {
			if d := differs(p, form, answers); d != "" {
				t.Fatalf("%s\n%v\n%s", d, answers, text)
			}
		})
	}
	t.Logf("%d nested groups, %d comparisons by !=, %d protocols refused", nested, negated, refused)
	if nested == 0 || negated == 0 || refused > protocols/50 {
		t.Error("the random protocols do not try what they are for")
	}
}

// everyAnswers calls visit with all ways to meet all questions.
func everyAnswers(p *quiz.Protocol, visit func(quiz.Answers)) {
	ways := make([][]quiz.Answer, len(p.Questions))
	for i := range ways {
		q := &p.Questions[i]
		ways[i] = []quiz.Answer{{}, {State: quiz.DontKnow}, {State: quiz.PreferNot}}
		if q.Kind == rules.Text {
			ways[i] = append(ways[i], quiz.Answer{State: quiz.Answered, Text: "x"})
			continue
		}
		for chosen := uint64(1); chosen < 1<<len(q.Choices); chosen++ {
			if a := (quiz.Answer{State: quiz.Answered, Chosen: chosen}); q.Check(a) == nil {
				ways[i] = append(ways[i], a)
			}
		}
	}
	answers := make(quiz.Answers, len(ways))
	var from func(int)
	from = func(i int) {
		if i == len(ways) {
			visit(answers)
			return
		}
		for _, answers[i] = range ways[i] {
			from(i + 1)
		}
	}
	from(0)
}

// randomProtocol makes up a questionnaire of four questions.
func randomProtocol(t *testing.T, random *rand.Rand) (p *quiz.Protocol, text string) {
	t.Helper()
	logic := make([]rules.Question, 4)
	for i := range logic {
		q := rules.Question{ID: fmt.Sprintf("q%d", i), Kind: rules.Kind(random.IntN(2))}
		if random.IntN(10) == 0 {
			q.Kind = rules.Text
		}
		for n := range 2 + random.IntN(2) {
			if q.Kind != rules.Text {
				alone := q.Kind == rules.Many && random.IntN(4) == 0
				q.Choices = append(q.Choices, rules.Choice{ID: fmt.Sprintf("c%d", n), Alone: alone})
			}
		}
		if random.IntN(4) == 0 && q.Kind != rules.Text {
			q.DontKnowAs = q.Choices[random.IntN(len(q.Choices))].ID
		}
		logic[i] = q
	}
	v := rules.NewVocabulary(logic)
	var log strict.Log
	p = &quiz.Protocol{ID: "random", Version: 1, Title: "Random", Guideline: &rules.Guideline{Vocabulary: v}}
	for i := range logic {
		if i > 0 && random.IntN(4) > 0 {
			line := "ask_if: " + randomCondition(logic[:i], random, 2)
			text += logic[i].ID + " " + line + "\n"
			v.AskIf(i, strict.Parse(&log, "questions.yaml", []byte(line)).Map("ask_if").Get("ask_if"))
		}
		q := quiz.Question{Question: v.Question(i), Section: quiz.Section{ID: "s"}, Text: "Text?", Hint: "Hint.", Why: "Why.", Max: 9}
		for _, c := range logic[i].Choices {
			q.Choices = append(q.Choices, quiz.Choice{ID: c.ID, Text: "Choice " + c.ID, Alone: c.Alone})
		}
		p.Questions = append(p.Questions, q)
	}
	if err := log.Err(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return p, text
}

// A question may have as many choices as an answer has bits.
func TestMostChoices(t *testing.T) {
	questions := []rules.Question{{ID: "q0"}, {ID: "q1", Choices: []rules.Choice{{ID: "a"}, {ID: "b"}}}}
	for i := range rules.MaxChoices {
		questions[0].Choices = append(questions[0].Choices, rules.Choice{ID: fmt.Sprintf("c%d", i)})
	}
	p := withCondition(t, questions, "{not: {q: q0, is: c63}}")
	form, err := fhir.NewQuestionnaire(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 62, 63} {
		if d := differs(p, form, quiz.Answers{{State: quiz.Answered, Chosen: 1 << n}, {}}); d != "" {
			t.Errorf("choice %d: %s", n, d)
		}
	}
}

// withCondition is a protocol whose last question is asked under a condition.
func withCondition(t *testing.T, questions []rules.Question, askIf string) *quiz.Protocol {
	t.Helper()
	v := rules.NewVocabulary(questions)
	var log strict.Log
	v.AskIf(len(questions)-1, strict.Parse(&log, "questions.yaml", []byte("ask_if: "+askIf)).Map("ask_if").Get("ask_if"))
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	p := &quiz.Protocol{Guideline: &rules.Guideline{Vocabulary: v}}
	for i := range questions {
		q := quiz.Question{Question: v.Question(i)}
		for _, c := range questions[i].Choices {
			q.Choices = append(q.Choices, quiz.Choice{ID: c.ID, Text: c.ID})
		}
		p.Questions = append(p.Questions, q)
	}
	return p
}

// A condition that would need too many groups is refused by name.
func TestTooComplex(t *testing.T) {
	questions := make([]rules.Question, 15)
	var pairs []string
	for i := range questions {
		questions[i] = rules.Question{ID: fmt.Sprintf("q%d", i), Choices: []rules.Choice{{ID: "a"}, {ID: "b"}}}
		if i%2 == 1 {
			pairs = append(pairs, fmt.Sprintf("{all: [{q: q%d, is: a}, {q: q%d, is: b}]}", i-1, i))
		}
	}
	p := withCondition(t, questions, "{any: ["+strings.Join(pairs, ", ")+"]}")
	if _, err := fhir.NewQuestionnaire(p); err == nil || !strings.Contains(err.Error(), `question "q14"`) {
		t.Errorf("got %v", err)
	}
}

func randomCondition(before []rules.Question, random *rand.Rand, depth int) string {
	if depth > 0 && random.IntN(3) > 0 {
		if random.IntN(4) == 0 {
			return "{not: " + randomCondition(before, random, depth-1) + "}"
		}
		var parts []string
		for range 1 + random.IntN(3) {
			parts = append(parts, randomCondition(before, random, depth-1))
		}
		return fmt.Sprintf("{%s: [%s]}", []string{"all", "any"}[random.IntN(2)], strings.Join(parts, ", "))
	}
	q := &before[random.IntN(len(before))]
	if q.Kind == rules.Text || random.IntN(5) == 0 {
		return fmt.Sprintf("{q: %s, unknown: true}", q.ID)
	}
	tests := []string{"is", "any_of", "only", "all_of"}
	if q.Kind == rules.One {
		tests = tests[:2]
	}
	test := tests[random.IntN(len(tests))]
	var choices []string
	for _, n := range random.Perm(len(q.Choices))[:1+random.IntN(len(q.Choices))] {
		choices = append(choices, q.Choices[n].ID)
	}
	if test == "is" {
		return fmt.Sprintf("{q: %s, is: %s}", q.ID, choices[0])
	}
	return fmt.Sprintf("{q: %s, %s: [%s]}", q.ID, test, strings.Join(choices, ", "))
}
