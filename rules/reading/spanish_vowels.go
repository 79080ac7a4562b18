package reading

import "strings"

// spanishVowels counts the syllables of a word in small letters: a vowel begins
// one if it follows a consonant, or parts from the vowel before it.
func spanishVowels(word []rune) int {
	count, before := 0, -1 // the place of the vowel before, if it touches this one
	for i, r := range word {
		switch {
		case isSpanishVowel(word, i):
			if before < 0 || spanishParts(word, before, i) {
				count++
			}
			before = i
		case r == 'h': // unheard between vowels
		default:
			before = -1
		}
	}
	return count
}

func isSpanishVowel(word []rune, i int) bool {
	if i >= len(word) {
		return false
	}
	if word[i] == 'y' {
		return i+1 == len(word) || !strings.ContainsRune("aeiouáéíóú", word[i+1])
	}
	return strings.ContainsRune("aeiouáéíóú", word[i])
}

// spanishParts reports whether the vowels at two places that touch are of two
// syllables.
func spanishParts(word []rune, first, second int) bool {
	a, b := word[first], word[second]
	switch {
	case isStrong(a) && isStrong(b):
		return true
	case isStrong(a):
		return isStressedWeak(b) || isSpanishVowel(word, second+1) // pa-ís; pa-ra-no-ia
	case isStrong(b):
		return isStressedWeak(a) // dí-a
	}
	return withoutAccents.Replace(string(a)) == withoutAccents.Replace(string(b)) // an-ti-in-fla-ma-to-rio
}

func isStrong(r rune) bool       { return strings.ContainsRune("aeoáéó", r) }
func isStressedWeak(r rune) bool { return r == 'í' || r == 'ú' }
