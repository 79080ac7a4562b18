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
	for _, x := range p.Guideline.Explain(p.Logic(applied)) {
		if x.Kind != kind {
			kind = x.Kind
			t.line("")
			t.line(strings.ToUpper(kindTitles[kind]))
		}
		word := [...]string{rules.False: "[not]", rules.Unknown: "[open]", rules.True: "[fired]"}[x.Value]
		t.wrap(fmt.Sprintf("%s (%s)", strings.TrimRight(x.Name, ".?"), x.ID), fmt.Sprintf("  %-7s ", word), strings.Repeat(" ", 10))
		b.explainBecause(t, x)
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
