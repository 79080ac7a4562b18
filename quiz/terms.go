package quiz

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"scarcheck/rules"
)

// terms lists the medical words that stand in the question's texts.
func (q *Question) terms(known []rules.Term) []rules.Term {
	texts := []string{q.Text, q.Hint, q.Why}
	for _, c := range q.Choices {
		texts = append(texts, c.Text, c.Detail)
	}
	all := strings.ToLower(strings.Join(texts, "\n"))
	var found []rules.Term
	for _, t := range known {
		if hasWord(all, strings.ToLower(t.Term)) {
			found = append(found, t)
		}
	}
	return found
}

// hasWord finds a word, or several in a row, that begins at a word's start and
// ends at a word's end, give or take a plural s.
func hasWord(text, word string) bool {
	for {
		at := strings.Index(text, word)
		if at < 0 {
			return false
		}
		before, after := text[:at], strings.TrimPrefix(text[at+len(word):], "s")
		if !endsInLetter(before) && !startsWithLetter(after) {
			return true
		}
		text = text[at+len(word):]
	}
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
