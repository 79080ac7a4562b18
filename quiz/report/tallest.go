package report

import (
	"slices"
	"strings"
	"time"

	"scarcheck/quiz"
	"scarcheck/rules"
)

// Tallest composes a doctor's page at Titles or at Least that takes at least as
// much room as that of any report [Build] makes of this protocol, sensitive
// answers included. If it fits on a sheet, all of them do.
//
// Height is how a medium measures sections. The proof needs two things of it:
// the heights of blocks add up, and lines are broken greedily, so that text
// never grows taller when words are left out or narrower ones put in their
// place. So of a question of kind many all choices are taken at once; of anything that has alternatives each is tried
// and the tallest taken, part by part, though the parts may not go together.
func Tallest(p *quiz.Protocol, d Detail, height func([]Section) float64) []Section {
	first := &tallest{protocol: p, detail: d, height: height}
	again := &tallest{protocol: p, detail: d, height: height, redrawn: true}
	pages := [][]Section{first.page(), again.page()}
	if height(pages[1]) > height(pages[0]) {
		return pages[1]
	}
	return pages[0]
}

type tallest struct {
	protocol *quiz.Protocol
	detail   Detail
	height   func([]Section) float64
	redrawn  bool // from a code, which has no answers in own words and no sensitive ones
}

func (t *tallest) page() []Section {
	r := t.report()
	return joined(r.crisis(), t.notice(), t.care(), t.facts(), t.factors(), t.shortened())
}

// report is a report with what any doctor's page may have: all labels, the
// notices, the call for help.
func (t *tallest) report() *Report {
	p := t.protocol
	r := &Report{Language: p.Language, Redrawn: t.redrawn, Protocol: Protocol{Unchecked: true}}
	for _, group := range p.Page {
		for _, i := range group {
			r.Text.Questions = append(r.Text.Questions, Question{ID: p.Questions[i].ID, Label: p.Questions[i].Label})
		}
	}
	if !t.redrawn {
		r.Text.Crisis = &Note{Title: p.Guideline.Crisis.Title, Text: p.Guideline.Crisis.Says}
	}
	return r
}

// pick returns the tallest of some sections.
func (t *tallest) pick(alternatives []Section) (tallest Section) {
	most := -1.0
	for _, s := range alternatives {
		if len(s.Blocks) == 0 {
			continue
		}
		if h := t.height([]Section{s}); h > most {
			most, tallest = h, s
		}
	}
	return tallest
}

// notice says that a review is overdue since a day of whichever month has the
// widest name.
func (t *tallest) notice() Section {
	var alternatives []Section
	for _, day := range widestDays() {
		r := t.report()
		r.Protocol.ReviewDue = day.Format(time.DateOnly)
		alternatives = append(alternatives, r.notice())
	}
	return t.pick(alternatives)
}

// widestDays are days of all months, each as wide in words as any of its month.
func widestDays() (days [12]time.Time) {
	for month := range days {
		days[month] = time.Date(2026, time.Month(month+1), 20, 0, 0, 0, 0, time.UTC)
	}
	return days
}

func (t *tallest) care() Section {
	g := t.protocol.Guideline
	var everything []*rules.Condition
	advices := []rules.Advice{g.Undecided}
	for _, level := range g.Levels {
		advices = append(advices, level.Advice)
		everything = append(everything, level.When)
	}
	var alternatives []Section
	for _, advice := range advices {
		rest := everything
		if advice.When != nil {
			rest = []*rules.Condition{advice.When}
		}
		for _, level := range g.Levels {
			r := t.report()
			r.Care = Care{Title: advice.Title, Text: advice.Says, Because: t.reasons(rest...), CouldBeText: level.CouldBe}
			for _, note := range g.Notes {
				r.Text.Notes = append(r.Text.Notes, Note{First: note.First, Title: note.Title, Text: note.Text})
			}
			alternatives = append(alternatives, r.careForDoctor(t.detail))
		}
	}
	return t.pick(alternatives)
}

// reasons are all questions that these conditions may rest on.
func (t *tallest) reasons(conditions ...*rules.Condition) []Reason {
	var reasons []Reason
	for i, q := range t.protocol.Questions {
		for _, c := range conditions {
			if t.protocol.Guideline.Vocabulary.RestsOn(c)[i] {
				reasons = append(reasons, Reason{Question: q.ID})
				break
			}
		}
	}
	return reasons
}

func (t *tallest) factors() Section {
	var alternatives []Section
	for _, status := range [...]string{Present, Absent, Unknown} {
		r, word := t.report(), status
		if t.detail < Least { // then in one piece, so that a narrower one never takes more room
			word = strings.ReplaceAll(statusWords(r.Language, status), " ", "_")
		}
		for _, f := range t.protocol.Guideline.Factors {
			r.Factors = append(r.Factors, Factor{Name: f.Name, Because: t.reasons(f.When), Status: word})
		}
		alternatives = append(alternatives, r.factorsForDoctor(t.detail))
	}
	return t.pick(alternatives)
}

func (t *tallest) facts() Section {
	r := &Report{Language: t.protocol.Language}
	s := r.facts(t.detail) // the lines to write on
	s.Blocks = s.Blocks[1:]
	for _, group := range t.protocol.Page {
		if told := slices.DeleteFunc(slices.Clone(group), t.untold); len(told) > 0 {
			s.Blocks = append(s.Blocks, t.group(told)...)
		}
	}
	return s
}

// untold reports whether no page tells of question i.
func (t *tallest) untold(i int) bool {
	q := &t.protocol.Questions[i]
	return t.redrawn && (q.Sensitive || q.Kind == rules.Text)
}

// shortened is the last line, with the date of an assessment before this one
// in whichever month has the widest name.
func (t *tallest) shortened() Section {
	l := t.protocol.Language
	alternatives := []Section{(&Report{Language: l}).shortened(t.detail)}
	for _, last := range widestDays() {
		r := &Report{Language: l, Since: &Since{AssessedAt: last.Format(time.RFC3339)}}
		alternatives = append(alternatives, r.shortened(t.detail))
	}
	return t.pick(alternatives)
}

// mostTried bounds how many ways of answering a group of questions are tried.
const mostTried = 20_000

// group is the tallest paragraph of a group of questions, or where there are
// too many to try, a paragraph each: text in one piece is never taller than in
// several.
func (t *tallest) group(places []int) []Block {
	tried, answers := 1, make([][]Question, len(places))
	for i, place := range places {
		answers[i] = alternatives(&t.protocol.Questions[place])
		tried *= len(answers[i])
		if tried > mostTried && len(places) > 1 {
			return append(t.group(places[:1]), t.group(places[1:])...)
		}
	}
	sections := make([]Section, tried)
	for n := range sections {
		r, rest := &Report{Language: t.protocol.Language}, n
		for i := range places {
			r.Text.Questions = append(r.Text.Questions, answers[i][rest%len(answers[i])])
			rest /= len(answers[i])
		}
		sections[n] = Section{Blocks: append(r.runTogether(), r.answered(t.detail, true)...)}
	}
	return t.pick(sections).Blocks
}

// alternatives are the ways in which a question can stand on the page.
func alternatives(q *quiz.Question) []Question {
	var all []Question
	for _, state := range [...]quiz.State{quiz.Unanswered, quiz.DontKnow, quiz.PreferNot} {
		all = append(all, Question{Label: q.Label, State: state.String(), Free: q.Kind == rules.Text})
	}
	if q.Kind == rules.Text {
		return append(all, ownWords(q)...)
	}
	for _, mask := range broadest(q) {
		all = append(all, Question{Label: q.Label, State: quiz.Answered.String(), Answer: q.Short(mask)})
	}
	return all
}

// broadest are sets of choices of which every answer to the question is a part.
func broadest(q *quiz.Question) []uint64 {
	var sets []uint64
	together := uint64(0)
	for i := range q.Choices {
		if bit := uint64(1) << i; q.Kind == rules.One || q.Choices[i].Alone {
			sets = append(sets, bit)
		} else {
			together |= bit
		}
	}
	if together != 0 {
		sets = append(sets, together)
	}
	return sets
}

// ownWords are answers in the person's own words, among them the tallest there
// is: words as wide as they come, of the length that leaves most of each line
// empty.
func ownWords(q *quiz.Question) []Question {
	var all []Question
	for length := 1; length <= mostOwnWords; length++ {
		for _, letter := range [...]string{"@", "\u2014", "\u0460", "\u8a66"} { // the widest in print, and in a terminal
			word := strings.Repeat(letter, length) + " "
			answer := strings.Repeat(word, 2+mostOwnWords/len([]rune(word)))
			all = append(all, Question{Label: q.Label, State: quiz.Answered.String(), Free: true, Answer: []string{answer}})
		}
	}
	return all
}
