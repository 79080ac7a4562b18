package strict

import (
	"fmt"
	"strings"
)

// maxWord bounds the work of comparing: nobody mistypes a longer word.
const maxWord = 64

// Suggest returns the end of a message about an unknown word, such as
// `, did you mean "deep-few"?`, or "" when no known word is near.
func Suggest(word string, known []string) string {
	if near, ok := Nearest(word, known); ok {
		return fmt.Sprintf(", did you mean %q?", near)
	}
	return ""
}

// Nearest returns the known word that the given one was plausibly meant to be:
// the first with the smallest Damerau-Levenshtein distance, if at most about a
// third of its letters are wrong. Upper and lower case count as the same.
func Nearest(word string, known []string) (string, bool) {
	if len(word) > maxWord {
		return "", false
	}
	letters := []rune(strings.ToLower(word))
	best, least := "", allowed(len(letters))+1
	for _, candidate := range known {
		if len(candidate) > maxWord {
			continue
		}
		other := []rune(strings.ToLower(candidate))
		if d := distance(letters, other); d < least && d < min(len(letters), len(other)) {
			best, least = candidate, d
		}
	}
	return best, best != ""
}

// allowed is how many slips of the finger a word of this many letters may have.
func allowed(letters int) int { return min((letters+1)/3, 3) }

// distance counts the letters to insert, delete, replace, or swap with their
// neighbour, to make one word the other; no letter is touched twice (the
// "optimal string alignment" form of Damerau and Levenshtein's distance).
func distance(a, b []rune) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
