package reading

import (
	"math"
	"strings"
	"testing"
)

func TestGrade(t *testing.T) {
	for _, test := range []struct {
		name, text string
		terms      []string
		want       float64
	}{
		{"nothing", "", nil, 0},
		{"marks only", "... !", nil, 0},
		// 6 words, 1 sentence, 6 syllables: 0.39*6 + 11.8*1 - 15.59
		{"short words", "The cat sat on the mat.", nil, -1.45},
		{"without an end", "The cat sat on the mat", nil, -1.45},
		{"two sentences", "The cat sat. It ran off!", nil, 0.39*3 + 11.8 - 15.59},
		{"three words, nine syllables", "Isotretinoin can help.", nil, 0.39*3 + 11.8*8/3 - 15.59},
		{"term is short", "Isotretinoin can help.", []string{"isotretinoin"}, 0.39*3 + 11.8 - 15.59},
		{"term in the plural", "Antibiotics can help.", []string{"Antibiotic"}, 0.39*3 + 11.8 - 15.59},
		{"term in -ies", "Biopsies can help.", []string{"biopsy"}, 0.39*3 + 11.8 - 15.59},
		{"possessive term", "The dermatologist’s view", []string{"dermatologist"}, 0.39*3 + 11.8 - 15.59},
		{"term of several words is one", "An ice pick scar is deep", []string{"ice pick scar"}, 0.39*4 + 11.8 - 15.59},
		{"plural of several words", "Find ice pick scars now", []string{"ice pick scar"}, 0.39*3 + 11.8 - 15.59},
		{"plural within a term is another word", "Find ice picks scar now", []string{"ice pick scar"}, 0.39*5 + 11.8 - 15.59},
		{"hyphen in the text", "An ice-pick scar is deep", []string{"ice pick scar"}, 0.39*4 + 11.8 - 15.59},
		{"longest term first", "An ice pick scar is deep", []string{"ice", "ice pick scar", "ice pick"}, 0.39*4 + 11.8 - 15.59},
		{"term not over a sentence end", "We saw ice. Pick one", []string{"ice pick"}, 0.39*2.5 + 11.8 - 15.59},
		{"term is no part of a word", "The boxcars' boxcarload", []string{"car"}, 0.39*3 + 11.8*6/3 - 15.59},
		{"empty term", "The cat sat", []string{"", " "}, 0.39*3 + 11.8 - 15.59},
		{"colon ends no sentence", "See this: a cat; a dog\nand a cow", nil, 0.39*9 + 11.8 - 15.59},
		{"list lines end no sentence", "- one\n- two\n- three", nil, 0.39*3 + 11.8 - 15.59},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Grade(test.text, test.terms...); math.Abs(got-test.want) > 0.005 {
				t.Errorf("got %.2f, want %.2f", got, test.want)
			}
		})
	}
}

// Known texts keep their order and their rough grade.
func TestGradeOfPassages(t *testing.T) {
	for _, test := range []struct {
		name, text string
		low, high  float64
	}{
		{"plain advice", `Do not pick or squeeze your spots. It can make them last longer, and it can leave
			a scar. If you find it hard to stop, tell your doctor. There are ways to help you.`, 0, 3},
		{"leaflet", `Acne is a common skin condition that affects most people at some point. It causes spots, oily
			skin and sometimes skin that is hot or painful to touch.`, 4, 8},
		{"Gettysburg address", `Four score and seven years ago our fathers brought forth on this continent, a new nation,
			conceived in Liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a
			great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure.`, 11, 16},
		{"paper", `Atrophic scarring was significantly associated with severity, duration of inflammatory lesions before
			effective intervention, and a family history of scarring in multivariable regression analyses.`, 16, 30},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Grade(test.text); got < test.low || got > test.high {
				t.Errorf("grade %.1f, want %v to %v", got, test.low, test.high)
			}
		})
	}
}

func TestWords(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"nothing", " \n", 0},
		{"spaces and lines", " one  two\nthree\t", 3},
		{"apostrophes", "don't you’re 'quoted'", 3},
		{"hyphen and slash", "long-term and/or", 4},
		{"dash", "yes – no — so", 3},
		{"numbers", "1,000 of 2.5 mm", 4},
		{"a comma parts words", "one,two", 2},
		{"abbreviation", "e.g. this", 2},
		{"accents joined or not", "café cafe\u0301", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Words(test.text); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"marks", "One. Two! Three? Four…", 4},
		{"marks in a row", "What?! No... Yes", 3},
		{"closing quote", `He said "go." Then he left.`, 2},
		{"closing bracket", "One (or two.) Three.", 2},
		{"markdown", "**One.** Two.", 2},
		{"for example", "Gels, e.g. this one, help.", 1},
		{"that is", "Scars, i.e. marks, stay.", 1},
		{"a doctor", "See Dr. Who soon.", 1},
		{"versus", "This vs. that.", 1},
		{"decimal point", "It is 2.5 mm wide.", 1},
		{"number at the end", "It took 3. We left.", 2},
		{"quoted question", "Is it (deep)? Yes.", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := 0
			all := tokens(test.text, english.abbreviations)
			for i, word := range all {
				if word.ends || i == len(all)-1 {
					got++
				}
			}
			if got != test.want {
				t.Errorf("got %d, want %d: %s", got, test.want, describe(all))
			}
		})
	}
}

func describe(all []token) string {
	var b strings.Builder
	for _, word := range all {
		b.WriteString(word.word)
		if word.ends {
			b.WriteString(" |")
		}
		b.WriteString(" ")
	}
	return b.String()
}
