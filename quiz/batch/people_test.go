package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func protocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func options(format Format) Options {
	return Options{Report: report.Options{Program: "scarcheck test", Now: noon}, Format: format}
}

// typical is one set of answers as most people give them.
const typical = `{"id": "p-17", "protocol": "acne-scar@1", "answers": {"age": "age-18-24", "alarm": ["none"], ` +
	`"lesions": ["comedones", "inflamed-few"], "worst": "moderate", "sites": ["face", "back-shoulders"], ` +
	`"effective-treatment": "after-1-to-3-years", "tried": ["shop-8-weeks-plus", "course-1"], "relapse": "once", ` +
	`"picking": "most-days", "habits": ["touch-face"], "family": "dont-know", "marks": ["flat-red", "narrow-deep"], ` +
	`"new-scars": "yes", "visibility": "arms-length", "effect": "a-little", "tell": ["skin-darkens"], "sex": "female"}}`

// people makes up sets of answers.
type people struct {
	*rand.Rand
	protocol *quiz.Protocol
	open     float64 // how many questions are left open
	odd      bool    // answers to questions that are not asked, and own words with everything in them
}

// answers are those of one person, question by question as they are asked.
func (m *people) answers() quiz.Answers {
	answers := make(quiz.Answers, len(m.protocol.Questions))
	for i := range answers {
		if m.odd && m.IntN(3) > 0 || m.protocol.Asked(answers)[i] == rules.True {
			answers[i] = m.answer(&m.protocol.Questions[i])
		}
	}
	return answers
}

func (m *people) answer(q *quiz.Question) quiz.Answer {
	if m.Float64() < m.open {
		return quiz.Answer{State: quiz.State(m.IntN(3))}
	}
	switch q.Kind {
	case rules.Text:
		if !m.odd && m.IntN(10) > 0 {
			return quiz.Answer{}
		}
		return quiz.Answer{State: quiz.Answered, Text: m.words()}
	case rules.One:
		return quiz.Answer{State: quiz.Answered, Chosen: 1 << m.IntN(len(q.Choices))}
	}
	chosen := uint64(1) << m.IntN(len(q.Choices))
	for m.IntN(2) == 0 {
		if more := chosen | 1<<m.IntN(len(q.Choices)); !q.Excludes(more) {
			chosen = more
		}
	}
	return quiz.Answer{State: quiz.Answered, Chosen: chosen}
}

func (m *people) words() string {
	if !m.odd {
		return "Fewer marks"
	}
	some := []string{"peace", "<b>", `"quoted"`, `back\slash`, "a & b", "größer", "\u2028", "مرحبا", "👩‍🔬", "=1+1", "no, thanks"}
	return some[m.IntN(len(some))] + " " + some[m.IntN(len(some))]
}

// line writes answers as a line, in some order of keys when they are odd.
func (m *people) line(id string, answers quiz.Answers) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"id": %s, "protocol": %q, "answers": {`, id, m.protocol.Name())
	order := make([]int, len(answers))
	for i := range order {
		order[i] = i
	}
	if m.odd {
		order = m.Perm(len(answers))
	}
	first := true
	for _, i := range order {
		if value := written(&m.protocol.Questions[i], answers[i]); value != nil {
			if !first {
				b.WriteString(", ")
			}
			text, _ := json.Marshal(value)
			fmt.Fprintf(&b, "%q: %s", m.protocol.Questions[i].ID, text)
			first = false
		}
	}
	b.WriteString("}}\n")
	return b.Bytes()
}

// written is an answer as a file has it, nil if it leaves it out.
func written(q *quiz.Question, a quiz.Answer) any {
	switch {
	case a.State == quiz.Unanswered:
		return nil
	case a.State != quiz.Answered:
		return a.State.String()
	case q.Kind == rules.Text:
		return a.Text
	case q.Kind == rules.One:
		return q.IDs(a.Chosen)[0]
	}
	return q.IDs(a.Chosen)
}
