package reading

// language is what sets one language apart when its texts are measured.
type language struct {
	// abbreviations, in small letters, have a point that ends no sentence. Those
	// that often stand at the end of one, such as "etc.", are left out.
	abbreviations map[string]bool
	syllables     func(word string) int
	ofTerm        int // the syllables that a term counts as
	// isForm reports whether a word is that word of a term, as it is or, where
	// the language has it there, in the plural; last says that the term ends.
	isForm func(word, term string, last bool) bool
}

// counts are what the formulas are made of.
type counts struct{ words, sentences, syllables int }

func (c counts) wordsPerSentence() float64 { return float64(c.words) / float64(c.sentences) }
func (c counts) syllablesPerWord() float64 { return float64(c.syllables) / float64(c.words) }

// measure counts a text, in which each term is one word.
func (l language) measure(text string, terms []string) counts {
	known := make([][]token, 0, len(terms))
	for _, term := range terms {
		if words := l.tokens(term); len(words) > 0 {
			known = append(known, words)
		}
	}
	var sum counts
	all := l.tokens(text)
	for i := 0; i < len(all); {
		n, sounds := 1, l.ofTerm
		if length := l.longestTerm(all[i:], known); length > 0 {
			n = length
		} else {
			sounds = l.syllables(all[i].word)
		}
		sum.words++
		sum.syllables += sounds
		i += n
		if all[i-1].ends || i == len(all) {
			sum.sentences++
		}
	}
	return sum
}

func (l language) tokens(text string) []token { return tokens(text, l.abbreviations) }

// longestTerm returns how many words the longest term has that the words begin
// with, or 0. A sentence may end at its last word, not before.
func (l language) longestTerm(words []token, terms [][]token) int {
	longest := 0
	for _, term := range terms {
		if len(term) > longest && len(term) <= len(words) && l.begins(words, term) {
			longest = len(term)
		}
	}
	return longest
}

func (l language) begins(words, term []token) bool {
	for i, t := range term {
		last := i == len(term)-1
		if !l.isForm(words[i].word, t.word, last) || words[i].ends && !last {
			return false
		}
	}
	return true
}
