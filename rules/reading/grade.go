package reading

import "strings"

// Grade returns the Flesch-Kincaid grade level of an English text, in years of
// school. It may be negative for very short words, and is 0 for a text without
// words. Terms are the words explained elsewhere, such as "isotretinoin" or "ice
// pick scar": in any case, in the singular or with a plural ending, each counts
// as one word of one syllable.
func Grade(text string, terms ...string) float64 {
	known := make([][]token, 0, len(terms))
	for _, term := range terms {
		if words := tokens(term); len(words) > 0 {
			known = append(known, words)
		}
	}
	words, sentences, syllables := 0, 0, 0
	all := tokens(text)
	for i := 0; i < len(all); {
		n, sounds := 1, 1
		if length := longestTerm(all[i:], known); length > 0 {
			n = length
		} else {
			sounds = Syllables(all[i].word)
		}
		words++
		syllables += sounds
		i += n
		if all[i-1].ends || i == len(all) {
			sentences++
		}
	}
	if words == 0 {
		return 0
	}
	w := float64(words)
	return 0.39*w/float64(sentences) + 11.8*float64(syllables)/w - 15.59
}

// Words returns how many words a text has.
func Words(text string) int { return len(tokens(text)) }

// longestTerm returns how many words the longest term has that the words begin
// with, or 0. A sentence may end at its last word, not before.
func longestTerm(words []token, terms [][]token) int {
	longest := 0
	for _, term := range terms {
		if len(term) > longest && len(term) <= len(words) && begins(words, term) {
			longest = len(term)
		}
	}
	return longest
}

func begins(words, term []token) bool {
	last := len(term) - 1
	for i, t := range term {
		same := strings.EqualFold(words[i].word, t.word)
		if i == last {
			return same || isPlural(words[i].word, t.word)
		}
		if !same || words[i].ends {
			return false
		}
	}
	return false
}

// isPlural reports whether the first word is a plural, or a possessive, of the
// second: scars, grafts, biopsies, stenoses, patch's.
func isPlural(plural, word string) bool {
	plural, word = strings.ToLower(plural), strings.ToLower(word)
	for _, ending := range []string{"s", "es", "'s"} {
		if plural == word+ending {
			return true
		}
	}
	for _, change := range [][2]string{{"y", "ies"}, {"is", "es"}, {"um", "a"}, {"us", "i"}} {
		if stem, ok := strings.CutSuffix(word, change[0]); ok && plural == stem+change[1] {
			return true
		}
	}
	return false
}
