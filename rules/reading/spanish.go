package reading

import (
	"strings"
	"unicode"
)

// SpanishSyllables returns how many syllables a Spanish word has: 0 for "", at
// least 1 for any other. It goes by the spelling as the Academy's Ortografía de la
// lengua española (2010) does:
//
//   - a, e and o part from one another: te-a-tro, le-er, al-co-hol.
//   - i and u without an accent stay with the vowel beside them, and with each
//     other: pie, cau-sa, cui-dar, lim-piáis. The silent u of que and gui is so
//     in the syllable of the vowel after it.
//   - í and ú part from a, e and o: pa-ís, ba-úl, dí-a; two of the same part as
//     well: an-ti-in-fla-ma-to-rio.
//   - i or u between two vowels begins the second syllable: pa-ra-no-ia.
//   - An h between vowels changes none of this: prohi-bir, ahu-mar, bú-ho.
//   - y is a vowel unless one follows it: y, rey, ma-yo.
//
// A number counts as it is read aloud, capitals without a vowel, such as "NHS",
// are read one by one, and abbreviations such as "Dra." as the word they stand
// for. Each part of a hyphenated word is counted.
func SpanishSyllables(word string) int {
	sum := 0
	for _, t := range tokens(word, nil) {
		sum += spanishPart(t.word)
	}
	return sum
}

func spanishPart(part string) int {
	if strings.ContainsFunc(part, unicode.IsDigit) {
		return spanishNumber(part)
	}
	lower := spanishLower(part)
	if n, ok := spokenSpanish[lower]; ok {
		return n
	}
	if first, rest, ok := strings.Cut(part, "."); ok { // "EE.UU"
		return spanishPart(first) + spanishPart(rest)
	}
	if n, ok := spelledSpanish(part); ok {
		return n
	}
	return max(spanishVowels([]rune(lower)), 1)
}

// spokenSpanish has what is read otherwise than it is written: abbreviations,
// and words that kept their spelling from abroad.
var spokenSpanish = map[string]int{
	"ej": 3, "dr": 2, "dra": 3, "dres": 3, "sr": 2, "sra": 3, "srta": 4, "ud": 2, "uds": 3, "prof": 3, "ee": 3, "uu": 3,
	"aprox": 7, "pág": 3, "núm": 3, "n.º": 3, "fig": 3, "máx": 3, "mín": 3, "tel": 4, "etc": 4, "vs": 2,
	"peeling": 2, "peelings": 2, "online": 2, "software": 2,
}

// spelledSpanish counts capitals without a vowel by the names of the letters:
// be, efe, hache. A w is "uve doble".
func spelledSpanish(part string) (int, bool) {
	sounds := 0
	for _, r := range part {
		switch {
		case strings.ContainsRune("BCDGKPQTV", r):
			sounds++
		case strings.ContainsRune("FHJLMNÑRSXZ", r):
			sounds += 2
		case r == 'W':
			sounds += 4
		default:
			return 0, false
		}
	}
	return sounds, true
}

// spanishLower turns a word to small letters, those of other languages to the
// ones that Spanish has, and a letter with its accent behind it to one.
func spanishLower(word string) string {
	return strings.Map(spanishLetter, joinedAccents.Replace(strings.ToLower(word)))
}

var joinedAccents = strings.NewReplacer("a\u0301", "á", "e\u0301", "é", "i\u0301", "í", "o\u0301", "ó", "u\u0301", "ú",
	"u\u0308", "ü", "n\u0303", "ñ")

// spanishLetter keeps "naïf" apart in two syllables.
func spanishLetter(r rune) rune {
	switch r {
	case 'à', 'â', 'ä', 'å', 'ã':
		return 'a'
	case 'è', 'ê', 'ë':
		return 'e'
	case 'ì', 'î':
		return 'i'
	case 'ï':
		return 'í'
	case 'ò', 'ô', 'ö', 'õ':
		return 'o'
	case 'ù', 'û', 'ü':
		return 'u'
	}
	return r
}
