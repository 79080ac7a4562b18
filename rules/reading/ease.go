package reading

import "strings"

// easiest is the score of a text in which nothing is hard.
const easiest = 206.84

// Ease returns the Fernández Huerta reading ease of a Spanish text: above 70 for
// what a pupil of twelve reads with ease, lower for what is harder, and below 0
// for what hardly anybody reads. It is 206.84, which no text with a word
// reaches, for a text without words: nothing in it is hard. Terms are the words
// explained elsewhere, such as "dermatólogo" or "marca de acné": in any case, and
// with any of its words in the plural, each counts as one word of two syllables.
func Ease(text string, terms ...string) float64 {
	n := spanish.measure(text, terms)
	if n.words == 0 {
		return easiest
	}
	return easiest - 60*n.syllablesPerWord() - 1.02*n.wordsPerSentence()
}

// spanish terms are plural in any of their words: "marcas de acné", "bultos
// hondos". Two syllables are about what a Spanish word has.
var spanish = language{
	abbreviations: map[string]bool{
		"p": true, "ej": true, "p.ej": true, "dr": true, "dra": true, "dres": true, "sr": true, "sra": true, "srta": true,
		"ud": true, "uds": true, "prof": true, "ee": true, "uu": true, "ee.uu": true, "aprox": true, "pág": true, "núm": true,
		"fig": true, "máx": true, "mín": true, "tel": true, "vs": true,
	},
	syllables: SpanishSyllables,
	ofTerm:    2,
	isForm: func(word, term string, _ bool) bool {
		word, term = spanishLower(word), spanishLower(term)
		return word == term || isSpanishPlural(word, term)
	},
}

// isSpanishPlural reports whether the first word is a plural of the second, both
// in small letters: granos, peelings, láseres, cicatrices. Accents are left
// aside, as a plural may lose one (lesiones) or gain one (imágenes).
func isSpanishPlural(plural, word string) bool {
	plural, word = withoutAccents.Replace(plural), withoutAccents.Replace(word)
	if stem, ok := strings.CutSuffix(word, "z"); ok {
		return plural == stem+"ces"
	}
	return plural == word+"s" || plural == word+"es"
}

var withoutAccents = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u")
