package plain

import (
	"slices"
	"strings"
	"unicode"

	"scarcheck/quiz/words"
)

// vocabulary is the words that a person may type, and what they mean. Those of
// English are understood in every language, as are the single letters.
type vocabulary struct {
	verbs        map[string]verb
	yes, no, and []string
}

// commandWords are the words for each command. A language may have others, and
// more or fewer of them.
var commandWords = [...]struct {
	verb  verb
	words words.Text
}{
	{back, "b, back, go back"},
	{why, "w, ?, why, why we ask"},
	{dontKnow, "d, don't know, dont know, dont-know, do not know, i don't know, i dont know, i do not know"},
	{preferNot, "p, prefer not, prefer-not, prefer not to say, i prefer not to say"},
	{skip, "s, skip"},
	{keep, "k, keep"},
	{help, "h, help, again, repeat"},
	{stop, "q, quit, stop, exit"},
	{result, "r, result, results, show the result"},
}

func newVocabulary(l words.Language) *vocabulary {
	v := &vocabulary{verbs: map[string]verb{}}
	for _, c := range commandWords {
		for _, word := range listed(l, c.words) {
			v.verbs[word] = c.verb
		}
	}
	v.yes, v.no, v.and = listed(l, "yes, y"), listed(l, "no, n"), listed(l, "and")
	return v
}

// listed are the words of a list in English and in the language, as phrase
// writes them, those of the language last.
func listed(l words.Language, list words.Text) []string {
	all := strings.Split(string(list), ", ")
	if l != words.English {
		all = append(all, strings.Split(l.Say(list), ", ")...)
	}
	for i, word := range all {
		all[i] = phrase(word)
	}
	return all
}

// phrase is a line as the vocabulary writes it: in small letters and without
// the accents, which many leave out.
func phrase(line string) string {
	line = strings.Map(plainLetter, strings.ToLower(line))
	return strings.TrimRight(strings.Join(strings.Fields(line), " "), ".!")
}

// plainLetter is a letter without its accent. The accents of letters that were
// typed in two parts go.
func plainLetter(r rune) rune {
	switch {
	case r == '\u2019':
		return '\''
	case r < 0x80:
		return r
	case unicode.Is(unicode.Mn, r):
		return -1
	}
	for _, accented := range [...]string{"aáàâä", "eéèêë", "iíìîï", "oóòôö", "uúùûü", "nñ"} {
		if strings.ContainsRune(accented, r) {
			return rune(accented[0])
		}
	}
	return r
}

func (v *vocabulary) isYes(word string) bool { return slices.Contains(v.yes, word) }

// isClearYes reports whether a word says yes and can mean nothing else: in
// Spanish an s might be meant to pass over.
func (v *vocabulary) isClearYes(word string) bool { return v.isYes(word) && v.verbs[word] == nothing }

func (v *vocabulary) isNo(word string) bool { return slices.Contains(v.no, word) }

// declines reports whether a word turns an offer down.
func (v *vocabulary) declines(word string) bool {
	return v.isNo(word) || (v.verbs[word] == skip || v.verbs[word] == stop) && !v.isYes(word)
}

// isChoice reports whether a choice of this id is meant by a word: "yes" in any
// way that this can be said, short of a letter, and whatever else by the id.
func (v *vocabulary) isChoice(word, id string) bool {
	return word == id || id == "yes" && len(word) > 1 && v.isYes(word)
}
