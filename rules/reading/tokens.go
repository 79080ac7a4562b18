package reading

import (
	"strings"
	"unicode"
)

// token is a word and whether a sentence ends after it.
type token struct {
	word string
	ends bool
}

// tokens returns the words of a text in order. The point after an abbreviation,
// which is in small letters, ends no sentence.
func tokens(text string, abbreviations map[string]bool) []token {
	var all []token
	runes := []rune(strings.ReplaceAll(text, "’", "'"))
	for i := 0; i < len(runes); {
		if isWord(runes[i]) {
			end := wordEnd(runes, i)
			all = append(all, token{word: string(runes[i:end])})
			i = end
			continue
		}
		if len(all) > 0 && endsSentence(runes, i, abbreviations[strings.ToLower(all[len(all)-1].word)]) {
			all[len(all)-1].ends = true
		}
		i++
	}
	return all
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// wordEnd returns where the word that begins at i ends. An apostrophe, a point
// or a comma belongs to it only between two of its characters, a comma only
// between digits: "don't", "e.g", "1,000".
func wordEnd(runes []rune, i int) int {
	for i < len(runes) {
		inner := i > 0 && i+1 < len(runes) && isWord(runes[i-1]) && isWord(runes[i+1])
		digits := inner && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
		switch r := runes[i]; {
		case isWord(r), inner && (r == '\'' || r == '.'), digits && r == ',':
			i++
		default:
			return i
		}
	}
	return i
}

// endsSentence reports whether the mark at i ends the sentence of the word, or
// the abbreviation, before it: what follows, after closing quotes and brackets, is a space or the
// end of the text.
func endsSentence(runes []rune, i int, abbreviation bool) bool {
	if !strings.ContainsRune(".!?…", runes[i]) {
		return false
	}
	if runes[i] == '.' && i > 0 && isWord(runes[i-1]) && abbreviation {
		return false
	}
	for i++; i < len(runes); i++ {
		if unicode.IsSpace(runes[i]) {
			return true
		}
		if !strings.ContainsRune(`.!?…"'”’»)]*_`, runes[i]) {
			return false
		}
	}
	return true
}
