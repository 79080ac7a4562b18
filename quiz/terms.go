package quiz

import (
	"slices"

	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/reading"
)

// terms lists the medical words that stand in the question's texts.
func (q *Question) terms(l words.Language, known []rules.Term) []rules.Term {
	texts := []string{q.Text, q.Hint, q.Why}
	for _, c := range q.Choices {
		texts = append(texts, c.Text, c.Detail)
	}
	var found []rules.Term
	for _, t := range known {
		if slices.ContainsFunc(texts, func(text string) bool { return mentions(l, text, t.Term) }) {
			found = append(found, t)
		}
	}
	return found
}

// mentions reports whether a text has a medical word, in the singular or in the
// plural as its language makes it.
func mentions(l words.Language, text, term string) bool {
	if l.Tag() == "es" {
		return reading.SpanishMentions(text, term)
	}
	return reading.Mentions(text, term)
}
