package draw_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/pdf"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

// ownWords are long, of words of every length, some in letters that the fonts
// lack.
var ownWords = quiztest.LongWords(55, "w", "W", "@", "\u0460", "\u0e01@")

// longDay is a day that takes much room in words.
var longDay = noon.AddDate(2, -2, 7) // 30 September 2028

// The proof: the tallest page that can be composed has room on the sheet, its
// head with the longest code, the notices and the call for help with it.
func TestTheDoctorsPDFFitsWhateverIsAnswered(t *testing.T) {
	for _, paper := range draw.Papers {
		height, room := draw.PDFMost(protocol(t), paper)
		t.Logf("%s: at most %.0f of %.0f points", paper, height, room)
		if height > room {
			t.Errorf("%s: the doctor's page can take %.1f points, and there are %.1f", paper, height, room)
		}
	}
}

// A premise of the proof: in print, nothing that takes one column in a terminal
// is wider than the letter that own words are tried with.
func TestTheWidestLetter(t *testing.T) {
	widest := pdf.Style{Size: 10}.Width("\u0460")
	for r := rune(' '); r < 0x20000; r++ {
		letter := string(r)
		if columns := ansi.StringWidth(letter); columns > 0 && (pdf.Style{Size: 10}).Width(letter) > widest*float64(columns) {
			t.Errorf("%U is wider", r)
		}
	}
}

// Another: no page that a report has is taller. Tried on random answers and on
// a search that looks for the tallest page it can find.
func TestNoPDFIsTallerThanTheTallest(t *testing.T) {
	p := protocol(t)
	p.Unchecked = true
	for _, paper := range draw.Papers {
		highest := 0.0
		bound, _ := draw.PDFMost(p, paper)
		tall := func(answers quiz.Answers) float64 {
			r := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: longDay, Sensitive: true})
			h := draw.PDFHeight(r, report.Titles, paper)
			if h > bound {
				t.Fatalf("%s: a page of %.1f points, and the tallest has %.1f", paper, h, bound)
			}
			highest = max(highest, h)
			return h
		}
		random := rand.New(rand.NewPCG(4, 1))
		for round := range 12 {
			answers := quiztest.Answers(p, random, ownWords...)
			if round == 0 {
				answers = quiztest.Everything(p)
			}
			best := tall(answers)
			for range 120 { // climb
				next := slices.Clone(answers)
				i := random.IntN(len(next))
				next[i] = quiztest.Answer(&p.Questions[i], random, ownWords...)
				if h := tall(next); h >= best {
					answers, best = next, h
				}
			}
		}
		t.Logf("%s: the tallest page found has %.0f points of the %.0f it could have", paper, highest, bound)
		if highest < bound-120 {
			t.Errorf("%s: the tallest page found has %.0f points, far from the %.0f it could have", paper, highest, bound)
		}
	}
}

// Whatever is answered, the file has the doctor's part on its first page and
// the person's on those after it.
func TestTheDoctorsPDFIsOnePage(t *testing.T) {
	p := protocol(t)
	random := rand.New(rand.NewPCG(4, 3))
	for i := range 24 {
		answers := quiztest.Answers(p, random, ownWords...)
		r := report.Build(p, answers, report.Options{Program: "scarcheck test", Now: longDay, Sensitive: i%2 == 0})
		r.Text.Code = code.Encode(p, answers, noon)
		onItsPage(t, r, draw.Papers[i%2])
	}
}
