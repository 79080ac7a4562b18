package form_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
	"scarcheck/quiz/quiztest"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// marksOf are the marks that an answer to a question makes on paper.
func marksOf(q *quiz.Question, number int, a quiz.Answer) []string {
	switch {
	case a.State == quiz.DontKnow:
		return []string{fmt.Sprintf("%d don't know", number)}
	case a.State != quiz.Answered:
		return nil // that one rather does not say opens nothing
	case q.Kind == rules.Text:
		return []string{fmt.Sprintf("%d written", number)}
	}
	var marks []string
	for i := range q.Choices {
		if a.Chosen&(1<<i) != 0 {
			marks = append(marks, fmt.Sprintf("%d%c", number, 'a'+i))
		}
	}
	return marks
}

// differs has a reader fill in a form, and compares the questions that he or
// she comes to with those that the program asks.
func differs(p *quiz.Protocol, r *reader, places []int, answers quiz.Answers) string {
	got := r.answer(func(number int) []string {
		i := places[number-1]
		return marksOf(&p.Questions[i], number, answers[i])
	})
	var want []int
	for i, asked := range p.Asked(answers) {
		if asked == rules.True && !p.Questions[i].Sensitive {
			want = append(want, 1+slices.Index(places, i)) // 0 is not on the form
		}
	}
	if !slices.Equal(got, want) {
		return fmt.Sprintf("the reader answers %v, the program asks %v", got, want)
	}
	return ""
}

// placesOf are the places of the questions on the form, by the words of each:
// the first is that of number 1.
func placesOf(p *quiz.Protocol, page string) []int {
	var places []int
	for i := range p.Questions {
		if start := strings.Join(strings.Fields(p.Questions[i].Text)[:3], " "); strings.Contains(page, "  "+start) {
			places = append(places, i)
		}
	}
	return places
}

// randomAnswers has no answer to a question that is not on paper.
func randomAnswers(p *quiz.Protocol, random *rand.Rand) quiz.Answers {
	answers := quiztest.Answers(p, random)
	for i := range answers {
		if p.Questions[i].Sensitive {
			answers[i] = quiz.Answer{}
		}
	}
	return answers
}

// Who does what the form says answers the questions that the program asks, and
// no others.
func TestReaderAnswersWhatIsAsked(t *testing.T) {
	for _, l := range tongues {
		t.Run(l.tag, func(t *testing.T) { readerAnswersWhatIsAsked(t, l) })
	}
}

func readerAnswersWhatIsAsked(t *testing.T, l *tongue) {
	p := l.put(t, protocol(t))
	page := string(drawn(t, "text", p, form.Options{}))
	r, places := read(t, l, page), placesOf(p, page)
	if len(places) != len(p.Questions)-1 {
		t.Fatalf("%d questions found on the form", len(places))
	}
	random := rand.New(rand.NewPCG(1, 2))
	ways := map[string]bool{}
	for range 20_000 {
		answers := randomAnswers(p, random)
		if d := differs(p, r, places, answers); d != "" {
			t.Fatalf("%s\n%v", d, answers)
		}
		ways[fmt.Sprint(p.Asked(answers))] = true
	}
	if len(ways) < 20 {
		t.Errorf("only %d ways through the form were tried", len(ways))
	}
}

// And so it is with the form of any protocol, under every set of answers.
func TestReaderOfRandomForms(t *testing.T) {
	for _, l := range tongues {
		t.Run(l.tag, func(t *testing.T) { readerOfRandomForms(t, l) })
	}
}

func readerOfRandomForms(t *testing.T, l *tongue) {
	random := rand.New(rand.NewPCG(3, 4))
	lists, nested, negated, jumps := 0, 0, 0, 0
	for range 600 {
		p, conditions := randomProtocol(t, random, 5, 3)
		p = l.put(t, p)
		page := string(drawn(t, "text", p, form.Options{}))
		r, places := read(t, l, page), placesOf(p, page)
		for range 200 {
			answers := randomAnswers(p, random)
			if d := differs(p, r, places, answers); d != "" {
				t.Fatalf("%s\n%v\n%s\n%s", d, answers, conditions, page)
			}
		}
		for _, line := range r.lines {
			gate := line.gate + strings.Join(line.points, "\n")
			lists += len(line.points)
			nested += strings.Count(gate, "     - ")
			negated += strings.Count(gate, l.not)
			jumps += strings.Count(gate, l.end)
		}
	}
	t.Logf("%d points, %d nested points, %d negations, %d jumps to the end", lists, nested, negated, jumps)
	if min(lists, nested, negated, jumps) == 0 {
		t.Error("the random protocols do not try what they are for")
	}
}

// randomProtocol makes up a questionnaire.
func randomProtocol(t *testing.T, random *rand.Rand, questions, depth int) (p *quiz.Protocol, conditions string) {
	t.Helper()
	logic := make([]rules.Question, questions)
	for i := range logic {
		logic[i] = randomQuestion(i, random)
	}
	v := rules.NewVocabulary(logic)
	var log strict.Log
	p = &quiz.Protocol{ID: "random", Version: 1, Title: "Random", Guideline: &rules.Guideline{Vocabulary: v}}
	for i := range logic {
		if i > 0 && random.IntN(4) > 0 {
			line := "ask_if: " + randomCondition(logic[:i], random, depth)
			conditions += logic[i].ID + " " + line + "\n"
			v.AskIf(i, strict.Parse(&log, "questions.yaml", []byte(line)).Map("ask_if").Get("ask_if"))
		}
		q := quiz.Question{Question: v.Question(i), Section: quiz.Section{ID: "s", Title: fmt.Sprint("Section ", i/4)}, Text: fmt.Sprintf("Question of place-%d?", i), Max: 90}
		for _, c := range logic[i].Choices {
			q.Choices = append(q.Choices, quiz.Choice{ID: c.ID, Text: "Choice " + c.ID, Short: c.ID, Alone: c.Alone})
		}
		p.Questions = append(p.Questions, q)
	}
	if err := log.Err(); err != nil {
		t.Fatalf("%v\n%s", err, conditions)
	}
	return p, conditions
}

func randomQuestion(i int, random *rand.Rand) rules.Question {
	q := rules.Question{ID: fmt.Sprintf("q%d", i), Kind: rules.Kind(random.IntN(2))}
	if random.IntN(10) == 0 {
		q.Kind = rules.Text
		return q
	}
	for n := range 2 + random.IntN(5) {
		alone := q.Kind == rules.Many && random.IntN(4) == 0
		q.Choices = append(q.Choices, rules.Choice{ID: fmt.Sprintf("c%d", n), Alone: alone})
	}
	if random.IntN(3) == 0 {
		q.DontKnowAs = q.Choices[random.IntN(len(q.Choices))].ID
	}
	return q
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
	var ids []string
	for _, c := range q.Choices {
		if len(ids) == 0 || random.IntN(2) == 0 {
			ids = append(ids, c.ID)
		}
	}
	op := "any_of"
	if q.Kind == rules.Many {
		op = []string{"any_of", "all_of", "only"}[random.IntN(3)]
	}
	return fmt.Sprintf("{q: %s, %s: [%s]}", q.ID, op, strings.Join(ids, ", "))
}
