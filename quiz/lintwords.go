package quiz

import (
	"fmt"
	"slices"
	"strings"

	"scarcheck/quiz/words"
	"scarcheck/rules/reading"
)

// HighestGrade is the reading grade, in years of school, that no English text
// for people may be above.
const HighestGrade = 6.0

// LeastEase is the reading ease, by Fernández Huerta, that no Spanish text for
// people may be below: 70 to 80 is what he calls fairly easy.
const LeastEase = 70.0

// fewestWords is how many words a text needs for how it reads, or for being the
// same as another, to mean anything.
const fewestWords = 4

// wording looks at how the texts are put, in the language of the protocol: what
// is hard to read, medical words that no text has, the same sentence twice.
func (l *linter) wording() {
	l.hard()
	l.unusedTerms()
	l.doubles()
}

func (l *linter) hard() {
	terms := make([]string, len(l.Guideline.Terms))
	for i, term := range l.Guideline.Terms {
		terms[i] = term.Term
	}
	for _, t := range l.Texts() {
		if reading.Words(t.Text) < fewestWords {
			continue
		}
		if why := hard(l.Language, t.Text, terms); why != "" {
			l.faultf(t.File, t.Path, "%s: use shorter words and sentences, or explain a medical word in terms.yaml", why)
		}
	}
}

// hard says why a text is too hard to read, or "".
func hard(l words.Language, text string, terms []string) string {
	switch l.Tag() {
	case "en":
		if grade := reading.Grade(text, terms...); grade > HighestGrade {
			return fmt.Sprintf("this reads at grade %.1f, above %.0f", grade, HighestGrade)
		}
	case "es":
		if ease := reading.Ease(text, terms...); ease < LeastEase {
			return fmt.Sprintf("the reading ease of this is %.1f, below %.0f", ease, LeastEase)
		}
	}
	return ""
}

// unusedTerms sees that each medical word is explained once, and stands
// somewhere.
func (l *linter) unusedTerms() {
	texts := slices.DeleteFunc(l.Texts(), func(t Text) bool { return t.File == "terms.yaml" })
	seen := map[string]bool{}
	for i, term := range l.Guideline.Terms {
		name, path := strings.ToLower(term.Term), l.term(i)
		if seen[name] {
			l.faultf("terms.yaml", path, "term %q is explained twice; keep one", term.Term)
		}
		seen[name] = true
		if !slices.ContainsFunc(texts, func(t Text) bool { return mentions(l.Language, t.Text, name) }) {
			l.faultf("terms.yaml", path, "no text has the term %q; take it out", term.Term)
		}
	}
}

// term is the path of a term, as strict.Node.Walk names it, or where its words
// in another language stand.
func (l *linter) term(i int) string {
	if l.english == nil {
		return "terms." + l.Guideline.Terms[i].Term
	}
	return "terms." + l.english.Guideline.Terms[i].Term + ".term"
}

// same reports whether two texts that are the same in another language are so
// in English: then they have their reason.
func (l *linter) same(a, b Text) bool {
	english := l.originals[a.File+"/"+a.Path]
	return english != "" && english == l.originals[b.File+"/"+b.Path]
}

// doubles finds the same sentence as the text of two entries, two choices of
// one question that read alike, and two questions of one label.
func (l *linter) doubles() {
	first := map[string]Text{}
	once := func(scope string, t Text) {
		key := scope + "\n" + strings.ToLower(strings.Join(strings.Fields(strings.TrimRight(t.Text, ".?!")), " "))
		before, twice := first[key]
		if !twice {
			first[key] = t
			return
		}
		if l.same(before, t) {
			return
		}
		line, _ := l.places[before.File+"/"+before.Path].Place()
		l.faultf(t.File, t.Path, "the same words stand in %s, line %d; say what sets this one apart", before.File, line)
	}
	for _, t := range l.Texts() {
		if reading.Words(t.Text) >= fewestWords {
			once("", t)
		}
	}
	for _, q := range l.Questions {
		once("label", Text{"questions.yaml", "questions." + q.ID + ".label", q.Label})
		for _, c := range q.Choices {
			if reading.Words(c.Text) < fewestWords {
				once("choice of "+q.ID, Text{"questions.yaml", "questions." + q.ID + ".choices." + c.ID + ".text", c.Text})
			}
		}
	}
}
