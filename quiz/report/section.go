package report

import (
	"fmt"
	"slices"
	"strings"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// Section is a part of a report as people read it: a heading and what stands
// under it. Sections are what every format for people draws, so that screen,
// line mode and paper say the same.
type Section struct {
	ID     string // "care", "facts", "factors", ... for styles and anchors
	Title  string
	Blocks []Block
}

// Block is one thing to read.
type Block struct {
	Kind  Kind
	Label string   // of a Fact or Blank; in a Point or Paragraph what leads the text, if anything does; in a Group the heading
	Text  string   // may be empty
	More  []string // further lines below: the reason, what else to know

	Strong []string // parts of Text that stand out, in their order; for looks alone
	Apart  bool     // a Fact that begins a new group; for looks alone
}

// Lead is the label as it stands before the text, with the full stop that it
// needs there.
func (b *Block) Lead() string {
	if b.Label == "" || b.Text == "" {
		return b.Label
	}
	return lead(b.Label)
}

// Kind says what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota // Text, then More
	Fact                  // Label beside Text: what was asked and answered
	Point                 // a list entry: Label, Text, then More
	Group                 // Label heads the entries that follow
	Blank                 // Label and a line to fill in by hand
)

// Screen returns all sections in the order in which the person reads the
// result: what to do first.
func (r *Report) Screen() []Section {
	return joined(r.crisis(), r.notice(), r.advice(), r.support(), r.since(), r.factorsForPerson(), r.treatments(), r.tips(), r.ask(), r.unknown(),
		r.notes(), r.sources(), r.about())
}

// advice is how soon to see whom, as it is told to the person.
func (r *Report) advice() Section {
	return r.care("What to do", r.youSaid(r.Care.Because))
}

// joined leaves out the sections that have nothing to say.
func joined(sections ...Section) []Section {
	return slices.DeleteFunc(sections, func(s Section) bool { return len(s.Blocks) == 0 })
}

func (r *Report) crisis() Section {
	if r.Text.Crisis == nil {
		return Section{}
	}
	return Section{"crisis", r.Text.Crisis.Title, []Block{{Text: r.Text.Crisis.Text}}}
}

func (r *Report) support() Section {
	if r.Text.Support == nil {
		return Section{}
	}
	return Section{"support", r.Text.Support.Title, []Block{{Text: r.Text.Support.Text}}}
}

// care is how soon to see whom, and why.
func (r *Report) care(title words.Text, why []string) Section {
	s := Section{"care", r.Language.Say(title), []Block{{Kind: Point, Label: r.Care.Title, Text: r.Care.Text, More: why}}}
	if r.Care.CouldBeText != "" {
		open := r.Language.Sayf("Still open: %s", strings.Join(r.labels(r.Care.CouldBeQuestions), ", "))
		s.Blocks = append(s.Blocks, Block{Kind: Point, Label: open, Text: r.Care.CouldBeText})
	}
	for _, n := range r.Text.Notes {
		if n.First {
			s.Blocks = append(s.Blocks, Block{Kind: Point, Label: n.Title, Text: n.Text})
		}
	}
	return s
}

// youSaid gives reasons to the person who gave them.
func (r *Report) youSaid(reasons []Reason) []string { return r.said("You said %s.", reasons) }

// said gives reasons in the words the person saw, put into a text:
//
//	You said "1 or 2 deep, sore lumps" (Acne now), "I don't know" (Family).
//	Not answered: Marks and scars.
func (r *Report) said(text words.Text, reasons []Reason) []string {
	var quoted, unanswered, lines []string
	for _, reason := range reasons {
		label := r.label(reason.Question)
		if slices.Contains(reason.Answer, quiz.Unanswered.String()) {
			unanswered = append(unanswered, label)
			continue
		}
		quoted = append(quoted, fmt.Sprintf("\"%s\" (%s)", reason.Text, label))
	}
	if len(quoted) > 0 {
		lines = append(lines, r.Language.Sayf(text, strings.Join(quoted, ", ")))
	}
	if len(unanswered) > 0 {
		lines = append(lines, r.Language.Sayf("Not answered: %s.", strings.Join(unanswered, ", ")))
	}
	return lines
}

// from names the questions whose answers are the reasons, "Acne now, Family".
func (r *Report) from(reasons []Reason) string {
	questions := make([]string, len(reasons))
	for i, reason := range reasons {
		questions[i] = reason.Question
	}
	return strings.Join(r.labels(questions), ", ")
}

func (r *Report) labels(questions []string) []string {
	labels := make([]string, len(questions))
	for i, id := range questions {
		labels[i] = r.label(id)
	}
	return labels
}

func (r *Report) question(id string) *Question {
	for i := range r.Text.Questions {
		if r.Text.Questions[i].ID == id {
			return &r.Text.Questions[i]
		}
	}
	return nil
}

func (r *Report) label(question string) string {
	if q := r.question(question); q != nil {
		return q.Label
	}
	return question
}

func (r *Report) ask() Section {
	s := Section{ID: "ask", Title: r.Language.Say("Questions for the dermatologist")}
	for _, n := range r.Text.Ask {
		s.Blocks = append(s.Blocks, Block{Kind: Point, Text: n.Text})
	}
	return s
}
