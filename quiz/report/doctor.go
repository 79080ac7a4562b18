package report

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// Intro is what a dermatologist has to know before reading the page.
const Intro words.Text = "For a dermatologist. Self-reported, no one has examined the skin. No diagnosis."

// Labels on paper that belong to no section.
const (
	NameLabel words.Text = "Name"                                // a line to fill in, at the top
	BornLabel words.Text = "Date of birth"                       // another
	Redraw    words.Text = "To draw it again: scarcheck summary" // before the letters of the code
	ForYou    words.Text = "For you"                             // heads the pages for the person
)

// Doctor returns the sections for the dermatologist, the first page, in the
// order in which one asks.
func (r *Report) Doctor(d Detail) []Section {
	sections := []Section{r.crisis(), r.notice(), r.careForDoctor(d), r.facts(d), r.sinceForDoctor(d), r.factorsForDoctor(d)}
	if d < Titles {
		sections = append(sections, r.ask())
	}
	if d < RunTogether {
		sections = append(sections, r.unknown())
	}
	return joined(append(sections, r.shortened(d))...)
}

const adviceGiven words.Text = "Advice given"

func (r *Report) careForDoctor(d Detail) Section {
	if d < ShortWords {
		return r.care(adviceGiven, r.saidToDoctor(r.Care.Because))
	}
	if d < Titles {
		return r.care(adviceGiven, []string{r.because(r.Care.Because)})
	}
	s := Section{"care", r.Language.Say(adviceGiven), []Block{{Label: r.Care.Title, Text: r.because(r.Care.Because)}}}
	var notes []Block
	for _, n := range r.Text.Notes {
		if n.First {
			notes = append(notes, Block{Kind: Point, Label: n.Title})
		}
	}
	if d == Least {
		s.Blocks[0].Text = titles(notes)
		notes = nil
	}
	if r.Care.CouldBeText != "" {
		s.Blocks = append(s.Blocks, Block{Kind: Point, Text: r.Care.CouldBeText})
	}
	s.Blocks = append(s.Blocks, notes...)
	return s
}

// titles are the labels of blocks as sentences.
func titles(blocks []Block) string {
	text := ""
	for i := range blocks {
		if label := blocks[i].Label; label != "" {
			text = strings.TrimPrefix(text+" "+lead(label), " ")
		}
	}
	return text
}

// because names the questions whose answers are the reasons.
func (r *Report) because(reasons []Reason) string {
	if len(reasons) == 0 {
		return ""
	}
	return r.Language.Sayf("From %s.", r.from(reasons))
}

func (r *Report) facts(d Detail) Section {
	s := Section{ID: "facts", Title: r.Language.Say("Reported"), Blocks: r.answered(d, false)}
	if d >= RunTogether {
		s.Blocks = r.runTogether()
	}
	own := r.answered(d, true)
	if len(s.Blocks)+len(own) == 0 {
		s.Blocks = []Block{{Text: r.Language.Say("No question was answered.")}}
	}
	if d < Least {
		s.Blocks = append(s.Blocks, r.blanks()...)
	}
	s.Blocks = append(s.Blocks, own...)
	return s
}

// blanks are what the questionnaire does not ask and a doctor does.
func (r *Report) blanks() []Block {
	return []Block{{Kind: Blank, Label: r.Language.Say("Medicines")}, {Kind: Blank, Label: r.Language.Say("Allergies")}}
}

// answered lists the questions that were answered, by choices or in the
// person's own words.
func (r *Report) answered(d Detail, own bool) []Block {
	var blocks []Block
	group := -1
	for i := range r.Text.Questions {
		if q := &r.Text.Questions[i]; q.answered() && q.Free == own {
			blocks = append(blocks, Block{Kind: Fact, Label: q.Label, Text: q.told(r.Language, d), Apart: group >= 0 && q.Group != group})
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
		last.Text = strings.TrimPrefix(last.Text+" "+q.Label+": "+q.told(r.Language, Least)+".", " ")
		last.Strong = append(last.Strong, q.Label+":")
	}
	return blocks
}

func (q *Question) answered() bool { return q.State == quiz.Answered.String() }

// told is the answer in words, shortened where the detail asks for it.
func (q *Question) told(l words.Language, d Detail) string {
	if !q.answered() {
		return stateWords(l, q.State)
	}
	answer := q.Answer
	if d >= ShortWords && len(q.Short) > 0 {
		answer = q.Short
	}
	text := strings.Join(answer, "; ")
	if most := d.ownWords(); d >= ShortWords && q.Free && ansi.StringWidth(text) > most {
		text = beginning(text, most) + " ..."
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
	s := Section{ID: "unknown", Title: r.Language.Say("Not known")}
	for _, state := range [...]quiz.State{quiz.DontKnow, quiz.PreferNot, quiz.Unanswered} {
		var labels []string
		for _, q := range r.Text.Questions {
			if q.State == state.String() {
				labels = append(labels, q.Label)
			}
		}
		if len(labels) > 0 {
			s.Blocks = append(s.Blocks, Block{Kind: Fact, Label: r.Language.Say(state.Words()), Text: strings.Join(labels, ", ")})
		}
	}
	return s
}

func (r *Report) shortened(d Detail) Section {
	if d == Full {
		return Section{}
	}
	text := r.Language.Say(d.shortened())
	if d >= Titles && r.Since != nil {
		text = r.Language.Sayf("Shortened to fit: all in full and the changes since %s follow.", r.Since.date(r.Language))
	}
	return Section{ID: "shortened", Blocks: []Block{{Text: text}}}
}

// stateWords says to people how a question was left open.
func stateWords(l words.Language, state string) string {
	for _, s := range [...]quiz.State{quiz.Unanswered, quiz.DontKnow, quiz.PreferNot} {
		if s.String() == state {
			return l.Say(s.Words())
		}
	}
	return state
}
