package report

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
)

// Intro is what a dermatologist has to know before reading the page.
const Intro = "For a dermatologist. Self-reported, no one has examined the skin. No diagnosis."

// Labels on paper that belong to no section.
const (
	NameLabel = "Name"                                // a line to fill in, at the top
	BornLabel = "Date of birth"                       // another
	Redraw    = "To draw it again: scarcheck summary" // before the letters of the code
	ForYou    = "For you"                             // heads the pages for the person
)

// Doctor returns the sections for the dermatologist, the first page, in the
// order in which one asks.
func (r *Report) Doctor(d Detail) []Section {
	sections := []Section{r.crisis(), r.notice(), r.careForDoctor(d), r.facts(d), r.sinceForDoctor(d), r.factorsForDoctor(d)}
	if d < Least {
		sections = append(sections, r.ask())
	}
	if d < RunTogether {
		sections = append(sections, r.unknown())
	}
	return joined(append(sections, r.shortened(d))...)
}

func (r *Report) careForDoctor(d Detail) Section {
	if d < ShortWords {
		return r.care("Advice given", r.said("Said", r.Care.Because))
	}
	if d < Least {
		return r.care("Advice given", []string{r.because(r.Care.Because)})
	}
	s := Section{"care", "Advice given", []Block{{Label: r.Care.Title, Text: r.because(r.Care.Because)}}}
	if r.Care.CouldBeText != "" {
		s.Blocks = append(s.Blocks, Block{Kind: Point, Text: r.Care.CouldBeText})
	}
	for _, n := range r.Text.Notes {
		if n.First {
			s.Blocks = append(s.Blocks, Block{Kind: Point, Label: n.Title})
		}
	}
	return s
}

// because names the questions whose answers are the reasons.
func (r *Report) because(reasons []Reason) string {
	if len(reasons) == 0 {
		return ""
	}
	return "From " + r.from(reasons) + "."
}

func (r *Report) facts(d Detail) Section {
	s := Section{ID: "facts", Title: "Reported", Blocks: r.answered(d, false)}
	if d >= RunTogether {
		s.Blocks = r.runTogether()
	}
	own := r.answered(d, true)
	if len(s.Blocks)+len(own) == 0 {
		s.Blocks = []Block{{Text: "No question was answered."}}
	}
	s.Blocks = append(s.Blocks, Block{Kind: Blank, Label: "Medicines"}, Block{Kind: Blank, Label: "Allergies"})
	s.Blocks = append(s.Blocks, own...)
	return s
}

// answered lists the questions that were answered, by choices or in the
// person's own words.
func (r *Report) answered(d Detail, own bool) []Block {
	var blocks []Block
	group := -1
	for i := range r.Text.Questions {
		if q := &r.Text.Questions[i]; q.answered() && q.Free == own {
			blocks = append(blocks, Block{Kind: Fact, Label: q.Label, Text: q.told(d), Apart: group >= 0 && q.Group != group})
			group = q.Group
		}
	}
	return blocks
}

// runTogether gives the answers of each group as one paragraph, and with them
// what was left open.
func (r *Report) runTogether() []Block {
	var blocks []Block
	group := -1
	for i := range r.Text.Questions {
		q := &r.Text.Questions[i]
		if q.Free && q.answered() {
			continue // it has a row of its own
		}
		if q.Group != group {
			group = q.Group
			blocks = append(blocks, Block{})
		}
		last := &blocks[len(blocks)-1]
		last.Text = strings.TrimPrefix(last.Text+" "+q.Label+": "+q.told(Least)+".", " ")
		last.Strong = append(last.Strong, q.Label+":")
	}
	return blocks
}

func (q *Question) answered() bool { return q.State == quiz.Answered.String() }

// told is the answer in words, shortened where the detail asks for it.
func (q *Question) told(d Detail) string {
	if !q.answered() {
		return stateWords(q.State)
	}
	words := q.Answer
	if d >= ShortWords && len(q.Short) > 0 {
		words = q.Short
	}
	text := strings.Join(words, "; ")
	if d >= ShortWords && q.Free && ansi.StringWidth(text) > mostOwnWords {
		text = beginning(text, mostOwnWords) + " ..."
	}
	return text
}

// beginning is the longest beginning of a text in at most this many columns
// that ends with a word, or in a word that is longer than that.
func beginning(text string, columns int) string {
	cut := ansi.Truncate(text, columns, "")
	if at := strings.LastIndexByte(cut, ' '); at > 0 && !strings.HasPrefix(text[len(cut):], " ") {
		cut = cut[:at]
	}
	return cut
}

// unknown lists what was asked and not answered, by the way it was left open.
func (r *Report) unknown() Section {
	s := Section{ID: "unknown", Title: "Not known"}
	for _, state := range [...]quiz.State{quiz.DontKnow, quiz.PreferNot, quiz.Unanswered} {
		var labels []string
		for _, q := range r.Text.Questions {
			if q.State == state.String() {
				labels = append(labels, q.Label)
			}
		}
		if len(labels) > 0 {
			s.Blocks = append(s.Blocks, Block{Kind: Fact, Label: string(state.Words()), Text: strings.Join(labels, ", ")})
		}
	}
	return s
}

func (r *Report) shortened(d Detail) Section {
	if d == Full {
		return Section{}
	}
	text := d.shortened()
	if d == Least && r.Since != nil {
		text = "Shortened to fit: all in full and the changes since " + r.Since.Date() + " follow."
	}
	return Section{ID: "shortened", Blocks: []Block{{Text: text}}}
}

// stateWords says to people how a question was left open.
func stateWords(state string) string {
	for _, s := range [...]quiz.State{quiz.Unanswered, quiz.DontKnow, quiz.PreferNot} {
		if s.String() == state {
			return string(s.Words())
		}
	}
	return state
}
