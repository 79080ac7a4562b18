package code_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/code"
)

func TestIs(t *testing.T) {
	p := protocol(t)
	letters := full(t, p)
	for _, row := range []struct {
		name, text string
		want       bool
	}{
		{"a code", letters, true},
		{"small letters", strings.ToLower(letters), true},
		{"in one", strings.ReplaceAll(letters, "-", ""), true},
		{"spaces", strings.ReplaceAll(letters, "-", " "), true},
		{"a wrong letter", "8" + letters[1:], true},
		{"a letter missing", letters[1:], true},
		{"a letter missing in two groups", letters[1:8] + letters[9:], true},
		{"groups of three", regrouped(letters, 3), true},
		{"groups of six", regrouped(letters, 6), true},
		{"a letter that no code has", "U" + letters[1:], true},
		{"the first group missing", letters[6:], true},
		{"the last group missing", letters[:len(letters)-6], true},
		{"the least one", code.Encode(p, make(quiz.Answers, len(p.Questions)), day), true},
		{"nothing", "", false},
		{"standard input", "-", false},
		{"a word", "answers", false},
		{"a file", "answers.json", false},
		{"a file of such letters", letters + ".json", false},
		{"a path", "home/" + letters, false},
		{"a Windows path", `c:\` + letters, false},
		{"a file without an ending", "acne-scar-check-november", false},
		{"words of five letters", "spots-acnes-scars-today-later", false},
		{"the letters of one word", "dermatologistappointments", false},
		{"a day", "2026-11-23", false},
		{"a moment", "20261123-101500", false},
		{"a hash", "0123456789abcdef0123456789abcdef01234567", false},
		{"an id", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", false},
		{"other scripts", "угри-рубцы-сегодня", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := code.Is(row.text); got != row.want {
				t.Errorf("%q: %v", row.text, got)
			}
		})
	}
}

// regrouped writes the letters in groups of n.
func regrouped(letters string, n int) string {
	var groups []string
	for group := range slices.Chunk([]byte(strings.ReplaceAll(letters, "-", "")), n) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, "-")
}

// Words that are made of the same letters are hardly ever taken for a code.
func TestIsByChance(t *testing.T) {
	random := rand.New(rand.NewPCG(55, 56))
	for _, groups := range []int{3, 4, 5, 6, 8} {
		taken := 0
		for range 20000 {
			text := ""
			for range groups {
				text += "-"
				for range 5 {
					text += string(alphabet[random.IntN(32)])
				}
			}
			if code.Is(text) {
				taken++
			}
		}
		if taken > 20000*3/100 {
			t.Errorf("%d of 20000 words of %d groups", taken, groups)
		}
	}
}
