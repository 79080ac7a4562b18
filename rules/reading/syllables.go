package reading

import (
	"strings"
	"unicode"
)

// Syllables returns how many syllables an English word has: 0 for "", at least 1
// for any other. It counts the groups of vowels in the spelling and mends what
// English does differently: a silent e at the end, -ed, -es, vowels that part as
// in "area", and words that follow no rule. It is a guess, made for everyday words
// and those of the skin; elsewhere it may miss by one. A number counts as it is
// read aloud, roughly, and capitals without a vowel, such as "NHS", are read one
// by one. Each part of a hyphenated word is counted.
func Syllables(word string) int {
	sum := 0
	for _, t := range tokens(word, nil) {
		sum += partSyllables(t.word)
	}
	return sum
}

func partSyllables(part string) int {
	if strings.ContainsFunc(part, unicode.IsDigit) {
		return numberSyllables(part)
	}
	if first, rest, ok := strings.Cut(part, "."); ok { // "e.g"
		return partSyllables(first) + partSyllables(rest)
	}
	lower := strings.Map(plainLetter, strings.ToLower(part))
	if isSpelled(part) {
		return spelled(lower)
	}
	return wordSyllables(contracted(lower))
}

// wordSyllables counts one word in small plain letters.
func wordSyllables(word string) int {
	if n, ok := exception(word); ok {
		return n
	}
	if first, rest, ok := compound(word); ok {
		return wordSyllables(first) + wordSyllables(rest)
	}
	return max(vowelGroups(word)+hiatuses(word)-silent(word), 1)
}

// isSpelled reports whether a word is two or more capitals without a vowel.
func isSpelled(part string) bool {
	consonants := strings.Trim(part, "BCDFGHJKLMNPQRSTVWXZ") == ""
	return consonants && len(part) > 1
}

// spelled counts letters read one by one; only w has more than one syllable.
func spelled(letters string) int {
	return len(letters) + 2*strings.Count(letters, "w")
}

// plainLetter takes the accent from the letters that English borrows. Its
// vowels are sounded, so "é" is not a silent e: it becomes an a.
func plainLetter(r rune) rune {
	switch r {
	case 'é', 'è', 'ê', 'ë', 'á', 'à', 'â', 'ä', 'å':
		return 'a'
	case 'í', 'ì', 'î', 'ï':
		return 'i'
	case 'ó', 'ò', 'ô', 'ö':
		return 'o'
	case 'ú', 'ù', 'û', 'ü':
		return 'u'
	}
	return r
}

// contracted takes the ending from "you're", "doctor's" and their like; that
// of "didn't" is a syllable, which becomes a vowel here.
func contracted(word string) string {
	stem, tail, ok := strings.Cut(word, "'")
	switch {
	case !ok:
		return word
	case tail == "t" && strings.HasSuffix(stem, "n"):
		if before := strings.TrimSuffix(stem, "n"); before != "" && !strings.ContainsAny(before[len(before)-1:], "aeiou") {
			return before + "ant"
		}
		return stem + "t"
	case tail == "s" && endsWith(stem, "s", "x", "z", "ch", "sh", "se", "ze", "ce", "ge"):
		return strings.TrimSuffix(stem, "e") + "es"
	}
	return stem
}

// numberSyllables counts a number as it is read aloud, roughly.
func numberSyllables(part string) int {
	small := [...]int{2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1}
	value, digits := 0, 0
	for _, r := range part {
		if unicode.IsDigit(r) {
			digits++
			value = min(value*10+int(r-'0'), len(small))
		}
	}
	switch {
	case digits > 2, strings.ContainsAny(part, ".,"):
		return 3
	case value < len(small) && value >= 0:
		return small[value]
	}
	return 2
}

// vowelGroups counts the runs of vowels. A y is one unless it begins the word
// or stands between two others; a u after q is none.
func vowelGroups(word string) int {
	groups, inside := 0, false
	for i := range len(word) {
		v := isVowel(word, i)
		if v && !inside {
			groups++
		}
		inside = v
	}
	return groups
}

func isVowel(word string, i int) bool {
	switch word[i] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return i == 0 || word[i-1] != 'q'
	case 'y':
		between := i > 0 && i+1 < len(word) && strings.IndexByte("aeiou", word[i-1]) >= 0 && strings.IndexByte("aeiou", word[i+1]) >= 0
		return i > 0 && !between
	}
	return false
}
