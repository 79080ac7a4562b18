package report

import (
	"fmt"
	"io"
	"strings"

	"scarcheck/quiz"
	"scarcheck/rules"
)

var kindTitles = map[string]string{
	"care":      "Care: the first that fired counts",
	"support":   "Support",
	"factor":    "Risk factors",
	"tip":       "Tips",
	"treatment": "Treatments to ask about",
	"caution":   "Cautions: shown when fired or open, beside a treatment they concern",
	"note":      "Notes",
	"ask":       "Questions for the dermatologist: the first six that fired",
}

// Explain writes every rule of the protocol as fired, not fired or open for
// these answers, and the answers that decide it.
func Explain(w io.Writer, p *quiz.Protocol, answers quiz.Answers) error {
	applied, _ := p.Apply(answers)
	b := &builder{protocol: p, answers: applied, asked: p.Asked(applied), cited: map[string]bool{}}
	t := &textPage{width: TextWidth}
	t.wrap("[fired] the rule holds   [not] it does not   [open] not known, for want of an answer", "", "")
	if p.Unchecked {
		t.wrap(NotChecked, "", "")
	}
	kind := ""
	explained := p.Guideline.Explain(p.Logic(applied))
	turns := p.Guideline.Turns(explained, p.Logic(applied))
	for i, x := range explained {
		if x.Kind != kind {
			kind = x.Kind
			t.line("")
			t.line(strings.ToUpper(kindTitles[kind]))
		}
		word := [...]string{rules.False: "[not]", rules.Unknown: "[open]", rules.True: "[fired]"}[x.Value]
		t.wrap(fmt.Sprintf("%s (%s)", strings.TrimRight(x.Name, ".?"), x.ID), fmt.Sprintf("  %-7s ", word), strings.Repeat(" ", 10))
		b.explainBecause(t, x)
		if turns != nil && turns[i] != nil {
			b.explainTurn(t, turns[i])
		}
	}
	_, err := io.WriteString(w, t.String())
	return err
}

func (b *builder) explainBecause(t *textPage, x rules.Explanation) {
	rest := strings.Repeat(" ", 12)
	if len(x.Because) == 0 {
		t.wrap("for everybody", rest, rest)
	}
	for i, reason := range b.because(x.Because) {
		label := b.protocol.Questions[x.Because[i].Question].Label
		t.wrap(label+": "+reason.Text, rest, rest+"  ")
	}
}

// explainTurn says what would have to be answered otherwise for a rule to fire.
func (b *builder) explainTurn(t *textPage, turn *rules.Turn) {
	rest := strings.Repeat(" ", 12)
	changes := make([]string, len(turn.Changes))
	for i, c := range turn.Changes {
		q := &b.protocol.Questions[c.Question]
		changes[i] = fmt.Sprintf("%s: %s", q.Label, otherwise(q, b.answers[c.Question].Chosen, c.To))
	}
	switch {
	case turn.Never:
		t.wrap("No answers would make it fire.", rest, rest)
	case len(changes) == 1:
		t.wrap("Would fire with "+changes[0], rest, rest+"  ")
	default:
		t.line(rest + "Would fire with")
		for _, change := range changes {
			t.wrap(change, rest+"  ", rest+"    ")
		}
	}
}

// otherwise says a new answer as what is added to the old one and what is
// taken from it, where something of the old one stays.
func otherwise(q *quiz.Question, from uint64, to rules.Reply) string {
	switch {
	case to.State != rules.Answered:
		return string(quiz.State(to.State).Words())
	case q.Kind == rules.Text:
		return "an answer"
	case from&to.Chosen == 0:
		return quotedWords(q, to.Chosen)
	}
	var parts []string
	if added := to.Chosen &^ from; added != 0 {
		parts = append(parts, quotedWords(q, added)+" as well")
	}
	if gone := from &^ to.Chosen; gone != 0 {
		parts = append(parts, "without "+quotedWords(q, gone))
	}
	return strings.Join(parts, ", ")
}

func quotedWords(q *quiz.Question, choices uint64) string {
	return `"` + strings.Join(q.Words(choices), `" and "`) + `"`
}
