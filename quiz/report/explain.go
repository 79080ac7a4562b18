package report

import (
	"fmt"
	"io"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// kindTitle heads the rules of a kind.
func kindTitle(kind string) words.Text {
	switch kind {
	case "care":
		return "Care: the first that fired counts"
	case "support":
		return "Support"
	case "factor":
		return "Risk factors"
	case "tip":
		return "Tips"
	case "treatment":
		return "Treatments to ask about"
	case "caution":
		return "Cautions: shown when fired or open, beside a treatment they concern"
	case "note":
		return "Notes"
	}
	return "Questions for the dermatologist: the first six that fired"
}

// Explain writes every rule of the protocol as fired, not fired or open for
// these answers, and the answers that decide it.
func Explain(w io.Writer, p *quiz.Protocol, answers quiz.Answers) error {
	applied, _ := p.Apply(answers)
	b := &builder{protocol: p, answers: applied, asked: p.Asked(applied), cited: map[string]bool{}}
	l, t := p.Language, &textPage{width: TextWidth}
	t.wrap(l.Say("[fired] the rule holds   [not] it does not   [open] not known, for want of an answer"), "", "")
	if p.Unchecked {
		t.wrap(l.Say(NotChecked), "", "")
	}
	kind := ""
	explained := p.Guideline.Explain(p.Logic(applied))
	turns := p.Guideline.Turns(explained, p.Logic(applied))
	for i, x := range explained {
		if x.Kind != kind {
			kind = x.Kind
			t.line("")
			t.line(strings.ToUpper(l.Say(kindTitle(kind))))
		}
		word := l.Say([...]words.Text{rules.False: "[not]", rules.Unknown: "[open]", rules.True: "[fired]"}[x.Value])
		t.wrap(fmt.Sprintf("%s (%s)", strings.TrimRight(x.Name, "."), x.ID), indent+padded(word, 8), strings.Repeat(" ", 10))
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
		t.wrap(b.protocol.Language.Say("for everybody"), rest, rest)
	}
	for i, reason := range b.because(x.Because) {
		label := b.protocol.Questions[x.Because[i].Question].Label
		t.wrap(label+": "+reason.Text, rest, rest+"  ")
	}
}

// explainTurn says what would have to be answered otherwise for a rule to fire.
func (b *builder) explainTurn(t *textPage, turn *rules.Turn) {
	l, rest := b.protocol.Language, strings.Repeat(" ", 12)
	changes := make([]string, len(turn.Changes))
	for i, c := range turn.Changes {
		q := &b.protocol.Questions[c.Question]
		changes[i] = fmt.Sprintf("%s: %s", q.Label, otherwise(l, q, b.answers[c.Question].Chosen, c.To))
	}
	switch {
	case turn.Never:
		t.wrap(l.Say("No answers would make it fire."), rest, rest)
	case len(changes) == 1:
		t.wrap(l.Sayf("Would fire with %s", changes[0]), rest, rest+"  ")
	default:
		t.wrap(l.Say("Would fire with"), rest, rest)
		for _, change := range changes {
			t.wrap(change, rest+"  ", rest+"    ")
		}
	}
}

// otherwise says a new answer as what is added to the old one and what is
// taken from it, where something of the old one stays.
func otherwise(l words.Language, q *quiz.Question, from uint64, to rules.Reply) string {
	switch {
	case to.State != rules.Answered:
		return l.Say(quiz.State(to.State).Words())
	case q.Kind == rules.Text:
		return l.Say("an answer")
	case from&to.Chosen == 0:
		return quotedWords(l, q, to.Chosen)
	}
	var parts []string
	if added := to.Chosen &^ from; added != 0 {
		parts = append(parts, l.Sayf("%s as well", quotedWords(l, q, added)))
	}
	if gone := from &^ to.Chosen; gone != 0 {
		parts = append(parts, l.Sayf("without %s", quotedWords(l, q, gone)))
	}
	return strings.Join(parts, ", ")
}

// quotedWords are all of the choices, each in quotes.
func quotedWords(l words.Language, q *quiz.Question, choices uint64) string {
	all := ""
	for i, text := range q.Words(choices) {
		text = `"` + text + `"`
		if i > 0 {
			text = l.And([]string{all, text})
		}
		all = text
	}
	return all
}
