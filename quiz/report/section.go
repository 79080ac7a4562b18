package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"scarcheck/quiz"
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
	Label string   // of a Fact, Point or Blank; in a Group the heading
	Text  string   // may be empty
	More  []string // further lines below: the reason, what else to know
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

// Doctor returns the sections for the dermatologist, the first page.
func (r *Report) Doctor() []Section {
	care := r.care("Said")
	care.Title = "Advice given"
	return joined(r.crisis(), r.notice(), care, r.facts(), r.factorsForDoctor(), r.ask(), r.unknown())
}

// Person returns the sections for the person, the second page.
func (r *Report) Person() []Section {
	return joined(r.notice(), r.support(), r.tips(), r.treatments(), r.notes(), r.sources(), r.about())
}

// Screen returns all sections in the order in which the person reads the
// result: what to do first.
func (r *Report) Screen() []Section {
	return joined(r.crisis(), r.notice(), r.care("You said"), r.support(), r.factorsForPerson(), r.treatments(), r.tips(), r.ask(), r.unknown(),
		r.notes(), r.sources(), r.about())
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

func (r *Report) care(lead string) Section {
	advice := Block{Kind: Point, Label: r.Care.Title, Text: r.Care.Text, More: r.said(lead, r.Care.Because)}
	s := Section{"care", "What to do", []Block{advice}}
	if r.Care.CouldBeText != "" {
		open := "Still open: " + strings.Join(r.labels(r.Care.CouldBeQuestions), ", ")
		s.Blocks = append(s.Blocks, Block{Kind: Point, Label: open, Text: r.Care.CouldBeText})
	}
	for _, n := range r.Text.Notes {
		if n.First {
			s.Blocks = append(s.Blocks, Block{Kind: Point, Label: n.Title, Text: n.Text})
		}
	}
	return s
}

// said gives reasons in the words the person saw, behind a lead:
//
//	You said "1 or 2 deep, sore lumps" (Acne now), "I don't know" (Family).
//	Not answered: Marks and scars.
func (r *Report) said(lead string, reasons []Reason) []string {
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
		lines = append(lines, lead+" "+strings.Join(quoted, ", ")+".")
	}
	if len(unanswered) > 0 {
		lines = append(lines, "Not answered: "+strings.Join(unanswered, ", ")+".")
	}
	return lines
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

func (r *Report) facts() Section {
	s := Section{ID: "facts", Title: "Reported"}
	for _, q := range r.Text.Questions {
		if q.State == quiz.Answered.String() {
			s.Blocks = append(s.Blocks, Block{Kind: Fact, Label: q.Label, Text: strings.Join(q.Answer, "; ")})
		}
	}
	if len(s.Blocks) == 0 {
		s.Blocks = []Block{{Text: "No question was answered."}}
	}
	s.Blocks = append(s.Blocks, Block{Kind: Blank, Label: "Medicines"}, Block{Kind: Blank, Label: "Allergies"})
	return s
}

func (r *Report) ask() Section {
	s := Section{ID: "ask", Title: "Questions for the dermatologist"}
	for _, n := range r.Text.Ask {
		s.Blocks = append(s.Blocks, Block{Kind: Point, Text: n.Text})
	}
	return s
}

func (r *Report) unknown() Section {
	s := Section{ID: "unknown", Title: "Not known"}
	for _, q := range r.Text.Questions {
		if q.State != quiz.Answered.String() {
			s.Blocks = append(s.Blocks, Block{Kind: Fact, Label: q.Label, Text: stateWords(q.State)})
		}
	}
	return s
}

func (r *Report) tips() Section {
	s := Section{ID: "tips", Title: "What you can do"}
	for _, t := range r.Tips {
		b := Block{Kind: Point, Label: t.Title, Text: t.Text, More: r.said("You said", t.Because)}
		s.Blocks = append(s.Blocks, b)
	}
	return s
}

func (r *Report) treatments() Section {
	s := Section{ID: "treatments", Title: "Treatments to ask about"}
	if len(r.Treatments) == 0 {
		return s
	}
	s.Blocks = []Block{{Text: "These are things to ask about, not advice to have them. What suits your skin is for you and a dermatologist to decide."}}
	for _, t := range r.Treatments {
		s.Blocks = append(s.Blocks, r.treatment(&t))
	}
	s.Blocks = append(s.Blocks, r.cautions()...)
	return s
}

func (r *Report) treatment(t *Treatment) Block {
	b := Block{Kind: Point, Label: t.Name, Text: t.Text}
	b.More = append(b.More, "For: "+t.ForText, "Visits: "+t.Visits, "What to expect: "+t.Expect,
		"Healing: "+t.Healing, "What can go wrong: "+t.Risks)
	names := make([]string, len(t.Cautions))
	for i, c := range t.Cautions {
		names[i] = lowered(c.Name)
	}
	if len(names) > 0 {
		b.More = append(b.More, "Talk about first: "+strings.Join(names, ", "))
	}
	return b
}

// lowered is a name as it stands in the middle of a sentence. A saved report
// may have been changed by hand, so the name may be empty.
func lowered(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return ""
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// cautions says once what several treatments share.
func (r *Report) cautions() []Block {
	blocks := []Block{{Kind: Group, Label: "Talk about first"}}
	seen := map[string]bool{}
	for _, t := range r.Treatments {
		for _, c := range t.Cautions {
			if seen[c.ID] {
				continue
			}
			seen[c.ID] = true
			b := Block{Kind: Point, Label: c.Name, Text: c.Text}
			if c.Status == Unknown {
				b.More = []string{"It is not known whether this concerns you."}
			}
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == 1 {
		return nil
	}
	return blocks
}

func (r *Report) notes() Section {
	s := Section{ID: "notes", Title: "Good to know"}
	for _, n := range r.Text.Notes {
		if !n.First {
			s.Blocks = append(s.Blocks, Block{Kind: Point, Label: n.Title, Text: n.Text})
		}
	}
	return s
}

func (r *Report) sources() Section {
	s := Section{ID: "sources", Title: "Where this comes from"}
	for _, source := range r.Text.Sources {
		text := source.Title + " (" + source.Where + ")."
		if source.SecondHand != "" {
			text += " Second-hand: " + source.SecondHand
		}
		s.Blocks = append(s.Blocks, Block{Kind: Point, Text: text})
	}
	return s
}

func (r *Report) about() Section {
	hash := strings.TrimPrefix(r.Protocol.Hash, "sha256:")
	return Section{ID: "about", Title: "This page", Blocks: []Block{{
		Text: fmt.Sprintf("%s, protocol %s version %d (%.12s), %s.", r.Program, r.Protocol.ID, r.Protocol.Version, hash, r.Date()),
	}}}
}

// stateWords says to people how a question was left open.
func stateWords(state string) string {
	for _, s := range [...]quiz.State{quiz.Unanswered, quiz.DontKnow, quiz.PreferNot} {
		if s.String() == state {
			return s.Words()
		}
	}
	return state
}
