package report

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"scarcheck/quiz/words"
)

// ChangeText draws a comparison as plain text in 80 columns.
func ChangeText(w io.Writer, c *Change) error {
	_, err := io.WriteString(w, Sections(c.Sections(), TextWidth))
	return err
}

// ChangeJSON writes a comparison for programs: indented, in fixed order, the
// same comparison always as the same bytes.
func ChangeJSON(w io.Writer, c *Change) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}

// Sections returns a comparison as people read it: what changed in the
// answers, what that changes, and what changed for other reasons.
func (c *Change) Sections() []Section {
	return joined(c.intro(), c.answers(), c.consequences(), c.together(), c.protocol())
}

func (c *Change) intro() Section {
	l := c.Language
	was, now := c.days()
	s := Section{"change", l.Say("What changed"), []Block{
		{Text: l.Sayf("From %s to %s.", was, now)},
		{Text: l.Say("This compares what you said both times. No one has looked at your skin.")},
	}}
	if c.Redrawn {
		s.Blocks = append(s.Blocks, Block{Text: l.Say("One of the two was drawn again from its code. Answers in own words are not compared.")})
	}
	if c.Empty() {
		s.Blocks = append(s.Blocks, Block{Text: l.Say("Nothing changed. The answers are the same, and so is what this program tells you.")})
	}
	return s
}

// days are the days of both assessments, with the time if it is one day.
func (c *Change) days() (was, now string) {
	was, now = day(c.Language, time.RFC3339, c.Before.AssessedAt), day(c.Language, time.RFC3339, c.After.AssessedAt)
	if was == now {
		return clock(c.Language, c.Before.AssessedAt), clock(c.Language, c.After.AssessedAt)
	}
	return was, now
}

// clock is a day and the time on it, or the text itself if it is none.
func clock(l words.Language, text string) string {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return text
	}
	return l.Date(at) + at.Format(", 15:04:05")
}

func (c *Change) answers() Section {
	l := c.Language
	s := Section{ID: "change-answers", Title: l.Say("What changed in your answers")}
	for i := range c.Answers {
		s.Blocks = append(s.Blocks, c.Answers[i].block(l))
	}
	if len(s.Blocks) == 0 && !c.Empty() {
		s.Blocks = []Block{{Text: l.Say("Nothing. The answers are the same.")}}
	}
	return s
}

func (a *AnswerChange) block(l words.Language) Block {
	b := Block{Kind: Point, Label: called(l, a.Label, a.WasLabel)}
	if len(a.New)+len(a.Gone) == 0 {
		b.More = beforeNow(l, a.Was.words(l), a.Now.words(l))
		return b
	}
	if len(a.New) > 0 {
		b.More = append(b.More, l.Sayf("New: %s", quotedList(a.New)))
	}
	if len(a.Gone) > 0 {
		b.More = append(b.More, l.Sayf("No longer reported: %s", quotedList(a.Gone)))
	}
	return b
}

// called is a label, with the one it had before if that was another.
func called(l words.Language, label, was string) string {
	if was == "" {
		return label
	}
	return l.Sayf("%s (it was called: %s)", label, was)
}

// beforeNow is what was told and what is told now, a line each.
func beforeNow(l words.Language, was, now string) []string {
	return []string{l.Sayf("Before: %s", was), l.Sayf("Now: %s", now)}
}

func (c *Change) consequences() Section {
	s := Section{ID: "change-findings", Title: c.Language.Say("What that changes")}
	if c.Together != nil || len(c.Answers)+len(c.Findings) == 0 {
		return s
	}
	s.Blocks = c.findings(c.Findings)
	if len(s.Blocks) == 0 {
		s.Blocks = []Block{{Text: c.Language.Say("These answers change nothing in what this program tells you.")}}
	}
	return s
}

func (c *Change) together() Section {
	if c.Together == nil {
		return Section{}
	}
	l := c.Language
	s := Section{"change-together", l.Say("What this program tells you now"), []Block{{Text: l.Sayf(
		"The questions or rules changed in between. We cannot tell apart what comes from your answers and what comes from that: %s.",
		c.Together.reason())}}}
	told := c.findings(c.Together.Findings)
	if len(told) == 0 {
		told = []Block{{Text: l.Say("What you are told is the same.")}}
	}
	s.Blocks = append(s.Blocks, told...)
	return s
}

// reason says why the causes cannot be told apart.
func (t *Together) reason() words.Text {
	switch t.Why {
	case NoProtocol:
		return "there are no present questions to judge both by"
	case OtherProtocol:
		return "the two are of different questionnaires"
	}
	return "some old answers do not fit the present questions"
}

func (c *Change) protocol() Section {
	if c.Protocol == nil {
		return Section{}
	}
	l := c.Language
	s := Section{ID: "change-protocol", Title: l.Say("What changed because the questions or rules did")}
	for i := range c.Protocol.Questions {
		s.Blocks = append(s.Blocks, c.Protocol.Questions[i].block(l))
	}
	if len(c.Protocol.Reworded) > 0 {
		labels := make([]string, len(c.Protocol.Reworded))
		for i, r := range c.Protocol.Reworded {
			labels[i] = called(l, r.Label, r.WasLabel)
		}
		s.Blocks = append(s.Blocks, Block{Text: l.Sayf("Asked in other words: %s.", strings.Join(labels, "; "))})
	}
	for _, j := range c.Protocol.Judged {
		if len(j.Findings) > 0 {
			s.Blocks = append(s.Blocks, Block{Text: l.Sayf("Your answers of %s, judged by the present rules:", c.dayOf(j.AssessedAt))})
			s.Blocks = append(s.Blocks, c.findings(j.Findings)...)
		}
	}
	if len(s.Blocks) == 0 && c.Together == nil {
		s.Blocks = []Block{{Text: l.Say("The questions or rules changed in between. For your answers that changes nothing.")}}
	}
	return s
}

// dayOf names one of the two assessments by its day, as the first line does.
func (c *Change) dayOf(assessedAt string) string {
	was, now := c.days()
	if assessedAt == c.Before.AssessedAt {
		return was
	}
	return now
}

// findings tells each finding in a point, those that just come or go together
// by their kind, and those in other words together.
func (c *Change) findings(findings []Finding) []Block {
	var blocks []Block
	var reworded []string
	for i := range findings {
		f := &findings[i]
		if f.Kind == "could-be" && f.WasText == "" && f.NowText == "" {
			continue // nothing was open either time: it is the level, which is told
		}
		if f.Was == f.Now && f.WasText == f.NowText {
			reworded = append(reworded, f.Name)
			continue
		}
		if f.comesOrGoes() {
			if i == 0 || !findings[i-1].comesOrGoes() || findings[i-1].Kind != f.Kind {
				blocks = append(blocks, Block{Kind: Point, Label: c.Language.Say(findingWords(f.Kind).name)})
			}
			last := &blocks[len(blocks)-1]
			last.More = append(last.More, c.Language.Sayf(f.arrow(), f.Name))
			continue
		}
		b := f.block(c.Language)
		if labels := c.labels(f.Because); len(labels) > 0 {
			b.More = append(b.More, c.Language.Sayf("Because of what you said on: %s", strings.Join(labels, ", ")))
		}
		blocks = append(blocks, b)
	}
	if len(reworded) > 0 {
		blocks = append(blocks, Block{Text: c.Language.Sayf("Told in other words: %s.", strings.Join(reworded, "; "))})
	}
	return blocks
}

func (c *Change) labels(questions []string) []string {
	var labels []string
	for _, id := range questions {
		for _, a := range c.Answers {
			if a.Question == id {
				labels = append(labels, a.Label)
			}
		}
		if c.Protocol == nil {
			continue
		}
		for _, a := range c.Protocol.Questions {
			if a.Question == id {
				labels = append(labels, a.Label)
			}
		}
	}
	return labels
}
