package reading

import "strings"

// Grade returns the Flesch-Kincaid grade level of an English text, in years of
// school. It may be negative for very short words, and is 0 for a text without
// words. Terms are the words explained elsewhere, such as "isotretinoin" or "ice
// pick scar": in any case, in the singular or with a plural ending, each counts
// as one word of one syllable.
func Grade(text string, terms ...string) float64 {
	n := english.measure(text, terms)
	if n.words == 0 {
		return 0
	}
	return 0.39*n.wordsPerSentence() + 11.8*n.syllablesPerWord() - 15.59
}

// Words returns how many words a text has, in either language.
func Words(text string) int { return len(tokens(text, nil)) }

// english terms are plural in their last word: "ice pick scars".
var english = language{
	abbreviations: map[string]bool{
		"e.g": true, "i.e": true, "eg": true, "ie": true, "dr": true, "mr": true, "mrs": true, "ms": true,
		"prof": true, "st": true, "vs": true, "approx": true, "fig": true, "cf": true,
	},
	syllables: Syllables,
	ofTerm:    1,
	isForm: func(word, term string, last bool) bool {
		return strings.EqualFold(word, term) || last && isPlural(word, term)
	},
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
