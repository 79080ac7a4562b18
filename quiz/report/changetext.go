package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
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
	was, now := c.days()
	s := Section{"change", "What changed", []Block{
		{Text: "From " + was + " to " + now + "."},
		{Text: "This compares what you said both times. No one has looked at your skin."},
	}}
	if c.Redrawn {
		s.Blocks = append(s.Blocks, Block{Text: "One of the two was drawn again from its code. Answers in own words are not compared."})
	}
	if c.Empty() {
		s.Blocks = append(s.Blocks, Block{Text: "Nothing changed. The answers are the same, and so is what this program tells you."})
	}
	return s
}

// days are the days of both assessments, with the time if it is one day.
func (c *Change) days() (was, now string) {
	was, now = day(time.RFC3339, c.Before.AssessedAt), day(time.RFC3339, c.After.AssessedAt)
	if was == now {
		return clock(c.Before.AssessedAt), clock(c.After.AssessedAt)
	}
	return was, now
}

// clock is a day and the time on it, or the text itself if it is none.
func clock(text string) string {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return text
	}
	return at.Format(dayLayout + ", 15:04:05")
}

func (c *Change) answers() Section {
	s := Section{ID: "change-answers", Title: "What changed in your answers"}
	for i := range c.Answers {
		s.Blocks = append(s.Blocks, c.Answers[i].block())
	}
	if len(s.Blocks) == 0 && !c.Empty() {
		s.Blocks = []Block{{Text: "Nothing. The answers are the same."}}
	}
	return s
}

func (a *AnswerChange) block() Block {
	b := Block{Kind: Point, Label: a.Label}
	if a.WasLabel != "" {
		b.Label += " (it was called: " + a.WasLabel + ")"
	}
	if len(a.New)+len(a.Gone) == 0 {
		b.More = []string{"Before: " + a.Was.words(), "Now: " + a.Now.words()}
		return b
	}
	if len(a.New) > 0 {
		b.More = append(b.More, "New: "+quotedList(a.New))
	}
	if len(a.Gone) > 0 {
		b.More = append(b.More, "No longer reported: "+quotedList(a.Gone))
	}
	return b
}

func (c *Change) consequences() Section {
	s := Section{ID: "change-findings", Title: "What that changes"}
	if c.Together != nil || len(c.Answers)+len(c.Findings) == 0 {
		return s
	}
	s.Blocks = c.findings(c.Findings)
	if len(s.Blocks) == 0 {
		s.Blocks = []Block{{Text: "These answers change nothing in what this program tells you."}}
	}
	return s
}

var whyTogether = map[string]string{
	NoProtocol:    "there are no present questions to judge both by",
	OtherProtocol: "the two are of different questionnaires",
	NoFit:         "some old answers do not fit the present questions",
}

func (c *Change) together() Section {
	if c.Together == nil {
		return Section{}
	}
	s := Section{"change-together", "What this program tells you now", []Block{{
		Text: "The questions or rules changed in between. We cannot tell apart what comes from your answers and what comes from that: " +
			whyTogether[c.Together.Why] + ".",
	}}}
	told := c.findings(c.Together.Findings)
	if len(told) == 0 {
		told = []Block{{Text: "What you are told is the same."}}
	}
	s.Blocks = append(s.Blocks, told...)
	return s
}

func (c *Change) protocol() Section {
	if c.Protocol == nil {
		return Section{}
	}
	s := Section{ID: "change-protocol", Title: "What changed because the questions or rules did"}
	for i := range c.Protocol.Questions {
		s.Blocks = append(s.Blocks, c.Protocol.Questions[i].block())
	}
	if len(c.Protocol.Reworded) > 0 {
		labels := make([]string, len(c.Protocol.Reworded))
		for i, r := range c.Protocol.Reworded {
			labels[i] = r.Label
			if r.WasLabel != "" {
				labels[i] += " (it was called: " + r.WasLabel + ")"
			}
		}
		s.Blocks = append(s.Blocks, Block{Text: "Asked in other words: " + strings.Join(labels, "; ") + "."})
	}
	for _, j := range c.Protocol.Judged {
		if len(j.Findings) > 0 {
			s.Blocks = append(s.Blocks, Block{Text: "Your answers of " + c.dayOf(j.AssessedAt) + ", judged by the present rules:"})
			s.Blocks = append(s.Blocks, c.findings(j.Findings)...)
		}
	}
	if len(s.Blocks) == 0 && c.Together == nil {
		s.Blocks = []Block{{Text: "The questions or rules changed in between. For your answers that changes nothing."}}
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
				blocks = append(blocks, Block{Kind: Point, Label: findingWords[f.Kind].name})
			}
			last := &blocks[len(blocks)-1]
			last.More = append(last.More, f.arrow()+f.Name)
			continue
		}
		b := f.block()
		if labels := c.labels(f.Because); len(labels) > 0 {
			b.More = append(b.More, "Because of what you said on: "+strings.Join(labels, ", "))
		}
		blocks = append(blocks, b)
	}
	if len(reworded) > 0 {
		blocks = append(blocks, Block{Text: "Told in other words: " + strings.Join(reworded, "; ") + "."})
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

// findingWords say to people what a finding is, and of which words its states
// are.
var findingWords = map[string]struct{ name, absent, unknown, present string }{
	"support":   {"Someone to talk to", "not said", "not known", "said"},
	"factor":    {"Risk factor", "absent", "not known", "present"},
	"tip":       {"Tip", "not given", "not known", "your answers call for it"},
	"treatment": {"Treatment to ask about", "not listed", "not known", "listed"},
	"caution":   {"Talk about first", "not listed", "listed, and not known if it concerns you", "listed"},
	"note":      {"Good to know", "not said", "not known", "said"},
	"ask":       {"Question for the dermatologist", "not listed", "not known", "listed"},
}

// comesOrGoes reports whether all there is to tell is that it is listed now or
// no longer is.
func (f *Finding) comesOrGoes() bool {
	listed := f.Kind == "treatment" || f.Kind == "caution" || f.Kind == "note" || f.Kind == "ask"
	return listed && len(f.Because) == 0 && (f.Was == Absent && f.Now == Present || f.Was == Present && f.Now == Absent)
}

// arrow leads the name of what comes or goes.
func (f *Finding) arrow() string {
	if f.Now == Present {
		return "New: "
	}
	return "No longer: "
}

// stated is a state in the words for this kind of finding.
func (f *Finding) stated(state string) string {
	words := findingWords[f.Kind]
	switch state {
	case Present:
		return words.present
	case Absent:
		return words.absent
	case Unknown:
		return words.unknown
	case ForEverybody:
		return "given to everybody"
	}
	return "not looked at"
}

func (f *Finding) block() Block {
	switch f.Kind {
	case "care":
		return f.careBlock()
	case "could-be":
		return Block{Kind: Point, Label: "What open answers could change", More: []string{
			"Before: " + orNothing(f.WasText), "Now: " + orNothing(f.NowText),
		}}
	}
	words := findingWords[f.Kind]
	b := Block{Kind: Point, Label: words.name + ": " + f.Name}
	if f.WasName != "" {
		b.Text = "It was called: " + f.WasName
	}
	if f.Was == f.Now {
		b.More = []string{"Before: " + f.WasText, "Now: " + f.NowText}
		return b
	}
	b.More = []string{fmt.Sprintf("Before: %s. Now: %s.", f.stated(f.Was), f.stated(f.Now))}
	return b
}

// careBlock tells the advice: by its titles where it is another level, in full
// where only what is added to it changed.
func (f *Finding) careBlock() Block {
	b := Block{Kind: Point, Label: "Advice", More: []string{"Before: " + f.was(), "Now: " + f.Name}}
	if f.Was == f.Now {
		b.More = []string{"Before: " + sentence(f.was(), f.WasText), "Now: " + sentence(f.Name, f.NowText)}
	}
	return b
}

func orNothing(text string) string {
	if text == "" {
		return "no open answer could."
	}
	return text
}
