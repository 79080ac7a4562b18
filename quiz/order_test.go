package quiz

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/rules"
)

// changed loads the embedded questions with one text in place of another.
func changed(t *testing.T, old, instead string) (*Protocol, error) {
	t.Helper()
	src, err := os.ReadFile("data/questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(src), old) != 1 {
		t.Fatalf("%q stands %d times in questions.yaml", old, strings.Count(string(src), old))
	}
	text := strings.Replace(string(src), old, instead, 1)
	return Load(rules.Folder{FS: fstest.MapFS{"questions.yaml": {Data: []byte(text)}}, Name: "clinic"}, rules.Embedded())
}

func TestOrder(t *testing.T) {
	p, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	of := func(id string) *rules.Question {
		place, _ := p.Find(id)
		return p.Questions[place].Question
	}
	if of("worst").Order != rules.Concern || of("marks").Order != rules.Adding || of("age").Order != rules.NoOrder {
		t.Errorf("worst %d, marks %d, age %d", of("worst").Order, of("marks").Order, of("age").Order)
	}
	lesions := of("lesions").Choices
	if !lesions[len(lesions)-1].Unordered || lesions[1].Unordered {
		t.Error("in lesions, not-sure-acne alone stands outside the order")
	}
	if !of("goal").Informational || of("worst").Informational || !of("sites").Choices[0].Informational || of("sites").Choices[2].Informational {
		t.Error("the wish, and acne on the face, are for the doctor to read")
	}
}

func TestOrderFaults(t *testing.T) {
	const worst = "  - id: worst\n    section: your-acne\n    kind: one\n    order: concern\n"
	const goal = "  - id: goal\n    section: for-the-doctor\n    kind: text\n"
	const age = "      - id: under-13\n        text: Under 13\n"
	for _, test := range []struct{ name, old, instead, want string }{
		{
			"unknown", worst, strings.Replace(worst, "concern", "concerns", 1),
			`no order "concerns", did you mean "concern"?; the choices of a question are in order of concern or adding`,
		},
		{
			"adding to one", worst, strings.Replace(worst, "concern", "adding", 1),
			"only to a question of kind many can a choice be added",
		},
		{"of free text", goal, goal + "    order: concern\n", "a question of kind text has no choices to put in order"},
		{
			"outside of no order", age, age + "        unordered: true\n",
			`the question has no "order" that a choice could stand outside of`,
		},
		{"not true or false", age, age + "        informational: yes\n", `must be true or false, without quotes, not "yes"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := changed(t, test.old, test.instead)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}
