package report

import (
	"fmt"
	"math/big"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// against tells what changes for people between two protocols.
func (t *textPage) against(c *quiz.Checked) {
	d, w := c.Against, &exampleWords{c.Against.Vocabulary, []*quiz.Protocol{c.Protocol, c.Against.Before}}
	t.line("")
	t.wrap(fmt.Sprintf("Against %s (%.19s): of %s answer sets that both know, %s are told something else, and %s another level of care.",
		d.Before.Name(), d.Before.Hash, grouped(d.Answers), grouped(d.Changed), grouped(d.Moved)), "", "")
	for _, note := range d.Questions {
		t.wrap(note, "  - ", "    ")
	}
	t.shifts("Care", d.Care, w)
	t.shifts("Comes or goes", d.Shown, w)
	if len(d.Texts) > 0 {
		t.line("\n  Words that changed")
	}
	for _, text := range d.Texts {
		t.line("    " + text)
	}
}

func (t *textPage) shifts(title string, shifts []rules.Shift, w *exampleWords) {
	if len(shifts) > 0 {
		t.line("\n  " + title)
	}
	for _, s := range shifts {
		what := s.What + ": "
		if s.What == "care" {
			what = ""
		}
		t.wrap(fmt.Sprintf("%s%s -> %s, %s answer sets", what, s.From, s.To, grouped(s.Answers)), "    ", "      ")
		t.wrap("such as "+w.say(s.Example), "      ", "        ")
	}
}

func thousands(n int) string { return grouped(big.NewInt(int64(n))) }

// grouped writes a number in groups of three digits: 1,234,567.
func grouped(n *big.Int) string {
	digits := n.String()
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// exampleWords says sets of answers in the words that a person sees, those of
// the first protocol that has the question.
type exampleWords struct {
	vocabulary *rules.Vocabulary
	protocols  []*quiz.Protocol
}

func (w *exampleWords) say(given []rules.Given) string {
	if len(given) == 0 {
		return "nothing answered"
	}
	said := make([]string, len(given))
	for i, g := range given {
		said[i] = w.one(w.vocabulary.Question(g.Question), g.Reply)
	}
	return strings.Join(said, "; ")
}

// one is a question and how it was met: Acne now: "Blackheads" and "Pimples".
func (w *exampleWords) one(logic *rules.Question, reply rules.Reply) string {
	for _, p := range w.protocols {
		place, ok := p.Find(logic.ID)
		if !ok {
			continue
		}
		q := &p.Questions[place]
		said := "an answer"
		if mask, err := q.Mask(logic.IDs(reply.Chosen)...); err == nil && mask != 0 {
			said = quotedWords(words.English, q, mask)
		}
		if reply.State != rules.Answered {
			said = string(quiz.State(reply.State).Words())
		}
		return q.Label + ": " + said
	}
	return logic.ID
}

// against is a comparison for programs. Counts are texts: they are exact, and
// larger than most programs' numbers.
type against struct {
	Before    Protocol      `json:"before"`
	Answers   string        `json:"answers"`
	Changed   string        `json:"changed"`
	Moved     string        `json:"moved"`
	Questions []string      `json:"questions"`
	Care      []shiftResult `json:"care"`
	Shown     []shiftResult `json:"shown"`
	Texts     []string      `json:"texts"`
}

type shiftResult struct {
	What    string `json:"what"`
	From    string `json:"from"`
	To      string `json:"to"`
	Answers string `json:"answers"`
	Example string `json:"example"`
	Words   string `json:"words"` // the example as the person sees it
}

func newAgainst(c *quiz.Checked) *against {
	d, w := c.Against, &exampleWords{c.Against.Vocabulary, []*quiz.Protocol{c.Protocol, c.Against.Before}}
	told := func(shifts []rules.Shift) []shiftResult {
		list := make([]shiftResult, 0, len(shifts))
		for _, s := range shifts {
			list = append(list, shiftResult{s.What, s.From, s.To, s.Answers.String(), d.Vocabulary.Words(s.Example), w.say(s.Example)})
		}
		return list
	}
	return &against{
		Before:  Protocol{ID: d.Before.ID, Version: d.Before.Version, Hash: d.Before.Hash},
		Answers: d.Answers.String(), Changed: d.Changed.String(), Moved: d.Moved.String(),
		Questions: append([]string{}, d.Questions...), Care: told(d.Care), Shown: told(d.Shown), Texts: append([]string{}, d.Texts...),
	}
}
