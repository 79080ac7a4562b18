package reading

import "strings"

// exceptions follow no rule here, or are said shorter than they are written.
// Their plurals in -s are found as well.
var exceptions = map[string]int{
	"acne": 2, "recipe": 3, "simile": 3, "apostrophe": 4, "catastrophe": 4, "anemone": 4, "epitome": 4,
	"acre": 2, "centre": 2, "fibre": 2, "litre": 2, "metre": 2, "millimetre": 4, "centimetre": 4, "theatre": 3, "theater": 3,
	"business": 2, "every": 2, "everyone": 3, "everything": 3, "everywhere": 3, "everybody": 4, "everyday": 3,
	"evening": 2, "wednesday": 2, "clothes": 1, "ache": 1, "aches": 1, "headache": 2, "aisle": 1, "does": 1,
	"anyone": 3, "one": 1, "once": 1, "people": 2, "area": 3, "idea": 3, "ideal": 3, "real": 1, "nausea": 3,
	"science": 2, "scientist": 3, "scientific": 4, "conscious": 2, "unconscious": 3, "behavior": 3, "behaviour": 3,
	"familiar": 3, "peculiar": 3, "parliament": 3, "soldier": 2, "cashier": 2, "pier": 1, "tier": 1, "priest": 1,
	"lawyer": 2, "canyon": 2, "naked": 2, "wicked": 2, "crooked": 2, "jagged": 2, "ragged": 2, "rugged": 2,
	"sacred": 2, "hundred": 2, "kindred": 2, "beloved": 3, "element": 3, "cement": 2, "supplement": 3, "implement": 3,
	"benzoyl": 3, "coincide": 3, "heroin": 3, "naive": 2, "guinea": 2, "leopard": 2, "being": 2, "rely": 2,
	"colonel": 2, "queue": 1, "righteous": 2, "extraordinary": 5, "bicycle": 3, "creature": 2, "diabetes": 4, "something": 2, "hyaluronic": 5,
}

func exception(word string) (int, bool) {
	if n, ok := exceptions[word]; ok {
		return n, true
	}
	n, ok := exceptions[strings.TrimSuffix(word, "s")]
	return n, ok
}

// firsts are words with a silent e that others are built on, as in "sometimes".
var firsts = []string{
	"some", "there", "where", "home", "life", "time", "make", "safe", "side", "face", "fore", "more",
	"eye", "care", "use", "white", "base", "wide", "fire", "nose", "bone", "love", "like", "store", "price", "note", "line",
}

// compound parts "sometimes" into "some" and "times". What follows must begin
// with a consonant and have a vowel, which "maker" and "timing" do not.
func compound(word string) (first, rest string, ok bool) {
	for _, first := range firsts {
		rest, ok := strings.CutPrefix(word, first)
		if !ok || len(rest) < 2 {
			continue
		}
		twoWords := rest == "up" || rest == "one" || rest == "as" || rest == "over"
		if twoWords || (!strings.ContainsAny(rest[:1], "aeiou") && vowelGroups(rest) > 0) {
			return first, rest, true
		}
	}
	return "", "", false
}

// silent counts the written vowels that are not heard: an e at the end, in the
// endings -ed and -es, and before endings such as -ful.
func silent(word string) int {
	stem, unheard := word, 0
	for _, ending := range []string{"ful", "fully", "less", "ness", "ment", "ments", "ly"} {
		if before, ok := strings.CutSuffix(word, ending); ok && silentE(before) && vowelGroups(before) > 1 {
			return 1 + silentU(before)
		}
	}
	switch {
	case strings.HasSuffix(word, "ed"):
		stem = strings.TrimSuffix(word, "d")
		if !strings.ContainsAny(word[max(len(word)-3, 0):len(word)-2], "td") && silentE(stem) {
			unheard = 1
		}
	case strings.HasSuffix(word, "es"):
		stem = strings.TrimSuffix(word, "s")
		if !endsHissing(strings.TrimSuffix(word, "es")) && silentE(stem) {
			unheard = 1
		}
	case silentE(word):
		unheard = 1
	}
	return unheard + silentU(stem)
}

// silentE reports whether the e at the end of a word is silent: it follows a
// consonant, and not as in "table".
func silentE(word string) bool {
	n := len(word)
	if n < 2 || word[n-1] != 'e' || isVowel(word, n-2) {
		return false
	}
	table := n > 2 && word[n-2] == 'l' && !isVowel(word, n-3) && !strings.ContainsAny(word[n-3:n-2], "lrw")
	return !table
}

// silentU counts the ending of "tongue", which is written with two vowels of
// which none is heard; "argue" is another matter.
func silentU(word string) int {
	if strings.HasSuffix(word, "gue") && !strings.HasSuffix(word, "argue") {
		return 1
	}
	return 0
}

// endsHissing reports whether -es after this is a syllable of its own, as in
// "faces", "washes" and "sizes".
func endsHissing(stem string) bool {
	return endsWith(stem, "s", "x", "z", "c", "g", "ch", "sh")
}
