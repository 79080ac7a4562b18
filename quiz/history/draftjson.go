package history

import (
	"bytes"
	"encoding/json"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// paper is a draft as JSON. Its answers have the form of an answers file.
type paper struct {
	Schema     string         `json:"schema"`
	Protocol   string         `json:"protocol"`
	Hash       string         `json:"hash"`
	Language   words.Language `json:"language,omitzero"` // of what was seen; left out for English
	SavedAt    string         `json:"saved_at"`          // RFC 3339
	At         string         `json:"at"`
	Editing    bool           `json:"editing"`
	Answers    report.Answers `json:"answers"`
	PassedOver []string       `json:"passed_over"`
	Saw        []saw          `json:"saw"` // one a question that is answered or passed over
}

// saw is what a person saw of a question.
type saw struct {
	Question string   `json:"question"`
	Label    string   `json:"label"`
	Kind     string   `json:"kind"`
	Text     string   `json:"text"`
	Answer   []string `json:"answer"` // in words; none where there is no answer or a word in place of one
	Offered  []string `json:"offered,omitempty"`
}

// JSON is the canonical form of the draft: the same draft always as the same
// bytes. [ParseDraft] reads it.
func (d *Draft) JSON() []byte {
	p := paper{
		Schema: Schema, Protocol: d.Protocol, Hash: d.Hash, Language: d.Language, SavedAt: d.SavedAt.Format(time.RFC3339),
		At: d.At, Editing: d.Editing, Answers: report.Answers{}, PassedOver: []string{}, Saw: []saw{},
	}
	for _, m := range d.Met {
		p.Saw = append(p.Saw, saw{m.Question, m.Label, m.Kind, m.Text, append([]string{}, m.Words...), m.Offered})
		switch m.State {
		case quiz.Unanswered:
			p.PassedOver = append(p.PassedOver, m.Question)
		case quiz.Answered:
			p.Answers = append(p.Answers, report.Answer{Question: m.Question, Values: m.Values, Many: m.Kind == many})
		default:
			p.Answers = append(p.Answers, report.Answer{Question: m.Question, Values: []string{m.State.String()}})
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(p) // texts and a buffer cannot fail
	return b.Bytes()
}
