package reading

// Mentions reports whether an English text has a term, in any case, in the
// singular or with a plural ending.
func Mentions(text, term string) bool { return english.mentions(text, term) }

// SpanishMentions reports whether a Spanish text has a term, in any case, in
// the singular or with plural endings.
func SpanishMentions(text, term string) bool { return spanish.mentions(text, term) }

func (l language) mentions(text, term string) bool {
	words, wanted := l.tokens(text), l.tokens(term)
	if len(wanted) == 0 {
		return false
	}
	for i := 0; i+len(wanted) <= len(words); i++ {
		if l.begins(words[i:], wanted) {
			return true
		}
	}
	return false
}
