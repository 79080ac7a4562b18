package form

import (
	"slices"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// sheet is the form before it is laid out: what it says, in order.
type sheet struct {
	words.Language
	title  string
	intro  []string // what it is, how to fill it in
	urgent string   // what nobody should wait with
	blocks []block
	end    string // whom it is for
	made   string // by which program, from which questions
}

// block is what must not be torn apart: a question with its boxes and the gate
// before it, or a note.
type block struct {
	section  string // its title, where one begins
	gate     *gate
	decides  bool // who answers another question hangs on it
	number   int
	question *quiz.Question // nil: a note
	lead     string         // how a note begins
	note     string
}

// newSheet puts a questionnaire on paper.
func newSheet(p *quiz.Protocol, program string) *sheet {
	l := p.Language
	s := &sheet{Language: l, title: p.Title, intro: l.Each(about, howTo), end: l.Say(forWhom)}
	if p.Unchecked {
		s.intro = append([]string{l.Say(report.NotChecked)}, s.intro...)
	}
	if g := p.Guideline; len(g.Levels) > 0 {
		s.urgent = g.Levels[0].CouldBe
	}
	s.made = l.Sayf("%s, questions %s", program, p.Name())
	if len(p.Hash) > 15 {
		s.made += " (" + p.Hash[:15] + ")"
	}
	s.ask(p)
	return s
}

// ask adds the questions. One that is sensitive is not among them: a page that
// lies about for others to read must not ask it, and paper cannot answer a cry
// for help. What the program would say then stands in its place for everybody,
// so that it gives nothing away.
func (s *sheet) ask(p *quiz.Protocol) {
	asked, numbers := onPaper(p)
	before, section := s.gates(p.Guideline.Vocabulary, asked, numbers), ""
	crisis := p.Guideline.Crisis.Says
	for i := range p.Questions {
		q := &p.Questions[i]
		switch {
		case q.Sensitive && crisis != "":
			s.blocks = append(s.blocks, block{lead: s.Say(crisisLead), note: crisis})
			crisis = ""
		case numbers[i] != 0:
			b := block{gate: before[i], decides: decides(i, asked), number: numbers[i], question: q}
			if q.Section.Title != section {
				b.section, section = q.Section.Title, q.Section.Title
			}
			s.blocks = append(s.blocks, b)
		}
	}
	if crisis != "" {
		s.blocks = append(s.blocks, block{lead: s.Say(crisisLead), note: crisis})
	}
}

// onPaper is who answers each question, and its number on the paper: 0 for one
// that the paper does not ask.
func onPaper(p *quiz.Protocol) (asked []rule, numbers []int) {
	c := &conditions{Vocabulary: p.Guideline.Vocabulary}
	numbers = make([]int, len(p.Questions))
	number := 0
	for i := range p.Questions {
		q := p.Questions[i].Question
		r := c.asking(q)
		if q.Sensitive {
			r = never
		}
		if !r.constant(never) {
			number++
			numbers[i] = number
		}
		c.asked = append(c.asked, r)
	}
	return c.asked, numbers
}

// how says how many boxes of a question may be marked.
func how(q *quiz.Question) words.Text {
	switch q.Kind {
	case rules.One:
		return chooseOne
	case rules.Many:
		return chooseMany
	}
	return writeHere
}

// decides reports whether a rule looks at the question.
func decides(question int, asked []rule) bool {
	return slices.ContainsFunc(asked, func(r rule) bool {
		test := r.is(opMarked) || r.is(opUnmarked)
		return (test && r.question == question) || decides(question, r.parts)
	})
}
