package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

// ownWords are long, of words of every length that fits on a line.
var ownWords = quiztest.LongWords(55, "w")

// doctorPage is the first page of the text, in lines.
func doctorPage(t *testing.T, r *report.Report) []string {
	t.Helper()
	page, _, ok := strings.Cut(textOf(t, r), "\f")
	if !ok {
		t.Fatal("there is no second page")
	}
	return strings.Split(strings.TrimSuffix(page, "\n"), "\n")
}

// longer is the protocol in a language whose every text is a third longer.
func longer(t testing.TB) *quiz.Protocol { return quiztest.Reworded(t, quiztest.Longer(1.0/3)) }

// The proof: the tallest page that can be composed has room on the sheet, in
// English without the last step, and in words a third longer with it.
func TestTheDoctorsPageFitsWhateverIsAnswered(t *testing.T) {
	if lines := report.MostLinesAt(protocol(t), report.Titles); lines > report.TextLines {
		t.Errorf("the doctor's page can take %d lines, and there are %d", lines, report.TextLines)
	}
	for name, p := range map[string]*quiz.Protocol{"English": protocol(t), "Spanish": quiztest.Spanish(t), "longer": longer(t)} {
		lines := report.MostLines(p)
		t.Logf("%s: at most %d of %d lines", name, lines, report.TextLines)
		if lines > report.TextLines {
			t.Errorf("%s: the doctor's page can take %d lines, and there are %d", name, lines, report.TextLines)
		}
	}
}

// The proof's premise: no page at a detail is taller than the one composed. Tried
// on random answers and on a search that looks for the tallest page it can find.
func TestNothingIsTallerThanTallest(t *testing.T) {
	for _, tt := range []struct {
		name   string
		p      *quiz.Protocol
		detail report.Detail
		rounds int
	}{
		{"English", protocol(t), report.Titles, 30},
		{"English", protocol(t), report.Least, 8},
		{"longer", longer(t), report.Titles, 8},
		{"longer", longer(t), report.Least, 15},
	} {
		t.Run(fmt.Sprintf("%s %d", tt.name, tt.detail), func(t *testing.T) { climb(t, tt.p, tt.detail, tt.rounds) })
	}
}

// climb looks for a page that is taller than the tallest.
func climb(t *testing.T, p *quiz.Protocol, d report.Detail, rounds int) {
	t.Helper()
	p.Unchecked = true
	height := func(sections []report.Section) float64 {
		return float64(strings.Count(report.Tight(sections), "\n"))
	}
	bound, highest := height(report.Tallest(p, d, height)), 0.0
	last := report.Build(p, make(quiz.Answers, len(p.Questions)), report.Options{Program: "scarcheck test", Now: noon.AddDate(0, -2, 0)})
	tall := func(answers quiz.Answers) float64 {
		r := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon.AddDate(2, 0, 0), Sensitive: true, Last: last})
		h := height(r.Doctor(d))
		if h > bound {
			t.Fatalf("%v lines, and the tallest has %v\n%s", h, bound, report.Tight(r.Doctor(d)))
		}
		highest = max(highest, h)
		return h
	}
	random := rand.New(rand.NewPCG(4, 1))
	for range rounds {
		answers := quiztest.Answers(p, random, ownWords...)
		best := tall(answers)
		for range 150 { // climb
			next := slices.Clone(answers)
			i := random.IntN(len(next))
			next[i] = quiztest.Answer(&p.Questions[i], random, ownWords...)
			if h := tall(next); h >= best {
				answers, best = next, h
			}
		}
	}
	if highest < bound-10 {
		t.Errorf("the tallest page found has %v lines, far from the %v it could have; the bound is too loose to be of use", highest, bound)
	}
}

// Whatever is answered, the doctor's page is one page, and what it leaves out
// stands on the pages after it.
func TestOnePageAlways(t *testing.T) {
	for name, p := range map[string]*quiz.Protocol{"English": protocol(t), "longer": longer(t)} {
		t.Run(name, func(t *testing.T) { onePage(t, p) })
	}
}

func onePage(t *testing.T, p *quiz.Protocol) {
	t.Helper()
	random := rand.New(rand.NewPCG(4, 2))
	shortened := map[bool]int{}
	lead := p.Language.Say("Shortened to fit")
	for range 300 {
		r := report.Build(p, quiztest.Answers(p, random, ownWords...), report.Options{Program: "scarcheck test", Now: noon})
		page := doctorPage(t, r)
		if len(page) > report.TextLines {
			t.Fatalf("%d lines\n%s", len(page), strings.Join(page, "\n"))
		}
		says := strings.Contains(strings.Join(page, "\n"), lead)
		shortened[says]++
		whole := strings.Join(strings.Fields(textOf(t, r)), " ")
		for _, q := range r.Text.Questions {
			for _, answer := range q.Answer {
				if !strings.Contains(whole, answer) {
					t.Errorf("%q is nowhere in full", answer)
				}
			}
		}
		for _, n := range r.Text.Ask {
			if !strings.Contains(whole, n.Text) {
				t.Errorf("the question %q is left out", n.Text)
			}
		}
	}
	if shortened[true] == 0 || shortened[false] == 0 {
		t.Errorf("pages shortened and not: %v; both should occur", shortened)
	}
}

// The details of one report: each leaves out something, says so, and is no
// taller than the one before it.
func TestDetailsShrink(t *testing.T) {
	r := build(t, protocol(t), "testdata/full.answers.json", false)
	last := 1000
	for d := report.Full; d <= report.Least; d++ {
		text := report.Tight(r.Doctor(d))
		if n := strings.Count(text, "\n"); n >= last {
			t.Errorf("detail %d takes %d lines, the one before it %d", d, n, last)
		} else {
			last = n
		}
		if says := strings.Contains(text, "Shortened to fit"); says != (d != report.Full) {
			t.Errorf("detail %d says that it is shortened: %v", d, says)
		}
	}
}

// A long answer in one's own words is cut between words, and told in full on a
// later page.
func TestLongOwnWordsAreShortened(t *testing.T) {
	p := protocol(t)
	own := strings.TrimSpace(strings.Repeat("nine chars ", 25))
	answers := quiztest.Everything(p)
	place, _ := p.Find("goal")
	answers[place].Text = own
	r := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: noon})
	page := strings.Join(strings.Fields(strings.Join(doctorPage(t, r), "\n")), " ")
	if strings.Contains(page, own) || !strings.Contains(page, "nine chars nine ...") && !strings.Contains(page, "nine chars ...") {
		t.Errorf("not cut between words:\n%s", page)
	}
	if whole := strings.Join(strings.Fields(textOf(t, r)), " "); !strings.Contains(whole, own) {
		t.Error("the whole text is nowhere")
	}
}
