package form_test

import (
	"fmt"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// small is a questionnaire of five questions: skin (one of six), spots (many;
// none stands alone, "I don't know" means unsure), note (text, if skin is a),
// and two that are asked on these conditions.
func small(t *testing.T, fourth, fifth string) *quiz.Protocol {
	t.Helper()
	choices := func(ids string) (list []rules.Choice) {
		for _, id := range strings.Fields(ids) {
			list = append(list, rules.Choice{ID: id, Alone: id == "none"})
		}
		return list
	}
	v := rules.NewVocabulary([]rules.Question{
		{ID: "skin", Kind: rules.One, Choices: choices("a b c d e f")},
		{ID: "spots", Kind: rules.Many, Choices: choices("none few many unsure"), DontKnowAs: "unsure"},
		{ID: "note", Kind: rules.Text},
		{ID: "fourth", Kind: rules.One, Choices: choices("yes no")},
		{ID: "fifth", Kind: rules.One, Choices: choices("yes no")},
	})
	p := &quiz.Protocol{ID: "small", Version: 1, Title: "Small", Guideline: &rules.Guideline{Vocabulary: v}}
	var log strict.Log
	for i, when := range []string{"", "", "{q: skin, is: a}", fourth, fifth} {
		if when != "" {
			v.AskIf(i, strict.Parse(&log, "small.yaml", []byte("ask_if: "+when)).Map("ask_if").Get("ask_if"))
		}
		q := quiz.Question{Question: v.Question(i), Section: quiz.Section{Title: "All"}, Text: fmt.Sprintf("Question of place-%d?", i)}
		for _, c := range v.Question(i).Choices {
			q.Choices = append(q.Choices, quiz.Choice{ID: c.ID, Text: c.ID, Short: c.ID})
		}
		p.Questions = append(p.Questions, q)
	}
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

// gateRows are conditions of the fourth and the fifth question, and what the form
// says of them in each language.
var gateRows = []struct{ name, fourth, fifth, en, es string }{
	{
		"a choice", "{q: skin, is: b}", "",
		"Question 4: only if you marked 1b. If not, go to 5.",
		"Pregunta 4: solo si marcaste 1b. Si no, ve a la 5.",
	},
	{
		"two choices", "{q: skin, any_of: [b, d]}", "",
		"Question 4: only if you marked 1b or 1d. If not, go to 5.",
		"Pregunta 4: solo si marcaste 1b o 1d. Si no, ve a la 5.",
	},
	{
		"choices in a row", "{q: skin, any_of: [b, c, d, f]}", "",
		"Question 4: only if you marked any of 1b to 1d, 1f. If not, go to 5.",
		"Pregunta 4: solo si marcaste alguna de 1b a 1d, 1f. Si no, ve a la 5.",
	},
	{
		"don't know as a choice", "{q: spots, any_of: [unsure]}", "",
		`Question 4: only if you marked 2d or "Don't know" in 2. If not, go to 5.`,
		`Pregunta 4: solo si marcaste 2d o "No lo sé" en la 2. Si no, ve a la 5.`,
	},
	{
		"not only none", "{not: {q: spots, only: [none]}}", "",
		`Question 4: only if you marked any of 2b to 2d or "Don't know" in 2. If not, go to 5.`,
		`Pregunta 4: solo si marcaste alguna de 2b a 2d o "No lo sé" en la 2. Si no, ve a la 5.`,
	},
	{
		"not a choice: another one", "{not: {q: skin, is: a}}", "",
		"Question 4: only if you marked any of 1b to 1f. If not, go to 5.",
		"Pregunta 4: solo si marcaste alguna de 1b a 1f. Si no, ve a la 5.",
	},
	{
		"left open", "{q: skin, unknown: true}", "",
		"Question 4: only if you did not mark any of 1a to 1f. If not, go to 5.",
		"Pregunta 4: solo si no marcaste ninguna de 1a a 1f. Si no, ve a la 5.",
	},
	{
		"a text", "{not: {q: note, unknown: true}}", "",
		"Question 4: only if you wrote an answer to 3, or you marked any of 1b to 1f. If not, go to 5.",
		"Pregunta 4: solo si escribiste algo en la 3, o bien marcaste alguna de 1b a 1f. Si no, ve a la 5.",
	},
	{
		"both", "{all: [{q: skin, is: a}, {q: spots, any_of: [few, many]}]}", "",
		"Question 4: only if you marked 1a, and 2b or 2c. If not, go to 5.",
		"Pregunta 4: solo si marcaste 1a, y 2b o 2c. Si no, ve a la 5.",
	},
	{
		"each of", "{q: spots, all_of: [few, many]}", "",
		"Question 4: only if you marked 2b, and 2c. If not, go to 5.",
		"Pregunta 4: solo si marcaste 2b, y 2c. Si no, ve a la 5.",
	},
	{
		"only some", "{q: spots, only: [few]}", "",
		"Question 4: only if you marked 2b, and you did not mark any of 2a, 2c, 2d. If not, go to 5.",
		"Pregunta 4: solo si marcaste 2b, y no marcaste ninguna de 2a, 2c, 2d. Si no, ve a la 5.",
	},
	{
		"the same for two", "{q: skin, is: b}", "{q: skin, is: b}",
		"Questions 4 and 5: only if you marked 1b. If not, go to the end.",
		"Preguntas 4 y 5: solo si marcaste 1b. Si no, ve al final.",
	},
	{
		"ruled out as well", "{q: skin, any_of: [b, c]}", "{q: skin, is: b}",
		"Question 4: only if you marked 1b or 1c. If not, go to the end.",
		"Pregunta 4: solo si marcaste 1b o 1c. Si no, ve al final.",
	},
	{
		"follows from an answer", "{q: skin, is: b}", "{q: fourth, is: yes}",
		"Question 4: only if you marked 1b. If not, go to the end.",
		"Pregunta 4: solo si marcaste 1b. Si no, ve al final.",
	},
	{
		"three, as a list", "{all: [{q: skin, is: a}, {q: spots, any_of: [few]}, {any: [{q: note, unknown: true}, {q: spots, any_of: [many]}]}]}", "",
		"Question 4: only if all of these are true. If not, go to 5. - You marked 1a. - You marked 2b. - One of these or more is true: " +
			"- You did not write an answer to 3, and you did not mark any of 1b to 1f. - You marked 2c.",
		"Pregunta 4: solo si se cumplen todas estas. Si no, ve a la 5. - Marcaste 1a. - Marcaste 2b. - Se cumple una de estas o más: " +
			"- No escribiste nada en la 3, y no marcaste ninguna de 1b a 1f. - Marcaste 2c.",
	},
	{
		"never: it is not on the form", "{not: {q: skin, any_of: [a, b, c, d, e, f]}}", "",
		"",
		"",
	},
}

// What the form says of a condition, and where it sends those who are not
// meant.
func TestWords(t *testing.T) {
	for _, row := range gateRows {
		t.Run(row.name, func(t *testing.T) {
			for n, want := range []string{row.en, row.es} {
				page := string(drawn(t, "text", tongues[n].put(t, small(t, row.fourth, row.fifth)), form.Options{}))
				_, page, _ = strings.Cut(page, " 3  ")
				_, said, _ := strings.Cut(page, ">> ")
				said, _, _ = strings.Cut(said, "\n 4  ")
				if said = strings.Join(strings.Fields(said), " "); said != want {
					t.Errorf("got\n%s\nwant\n%s", said, want)
				}
			}
		})
	}
}
