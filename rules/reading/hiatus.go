package reading

import "strings"

// hiatuses counts the places where two vowels in a row are two syllables, as in
// "area", "diet" and "going", and the m of "prism", which is one without a vowel.
func hiatuses(word string) int {
	count := 0
	for i := range len(word) - 1 {
		if isVowel(word, i) && isVowel(word, i+1) && parts(word[:i], word[i:i+2], word[i+2:]) {
			count++
		}
	}
	bare := strings.TrimSuffix(word, "s")
	if strings.HasSuffix(bare, "sm") || strings.HasSuffix(bare, "thm") {
		count++
	}
	return count
}

// parts reports whether a pair of vowels is two syllables, from what stands
// before and after it.
func parts(before, pair, after string) bool {
	switch pair[0] {
	case 'i':
		return partsAfterI(before, pair, after)
	case 'e':
		return partsAfterE(before, pair, after)
	case 'u':
		return partsAfterU(before, pair, after)
	case 'y':
		return pair != "ye" || strings.HasPrefix(after, "r")
	}
	switch pair {
	case "ao":
		return true
	case "ai":
		return after == "c" || after == "cs"
	case "oi":
		return after == "ng" || (strings.HasSuffix(before, "tin") && startsWith(after, "n")) // going, tretinoin
	case "oe":
		return (before == "p" && (startsWith(after, "t", "m"))) || startsWith(after, "xist") // poet, coexist
	case "oa":
		return before == "c" && startsWith(after, "g")
	case "oo":
		return before == "c" && startsWith(after, "per", "rd")
	}
	return false
}

func partsAfterI(before, pair, after string) bool {
	soft := endsWith(before, "c", "t", "s", "g", "x", "sh") // the i only softens: social, nation
	switch pair {
	case "ia":
		social := soft && len(before) > 1 && startsWith(after, "l", "n")
		return !social && !startsWith(after, "ge") && (!endsWith(before, "s") || after != "")
	case "io":
		nation := soft && startsWith(after, "n", "us")
		million := endsWith(before, "ll", "n") && startsWith(after, "n")
		return !nation && !million
	case "iu", "ii":
		return true
	case "ie":
		switch {
		case startsWith(after, "nt", "nce", "ncy"):
			return !soft
		case startsWith(after, "t"):
			return true // diet, quiet, anxiety
		}
		return after == "r" || after == "rs" || after == "st" || after == "n" || after == "ns" // easier, easiest, alien
	}
	return false
}

func partsAfterE(before, pair, after string) bool {
	switch pair {
	case "ea":
		switch {
		case after == "" || after == "s":
			return endsWith(before, "rh", "ch", "ln", "rn", "ac") // diarrhea, trachea, cornea, rosacea
		case before == "r":
			return startsWith(after, "ct", "pp", "ss", "tt", "lity", "lities", "lis", "liz")
		}
		return endsWith(before, "cr") && startsWith(after, "t") && !startsWith(after, "tur")
	case "eo":
		return !startsWith(after, "ple") && !(endsWith(before, "g", "ch", "c") && startsWith(after, "n", "us"))
	case "eu":
		return after == "m" || after == "s" || after == "ms"
	case "ei":
		return after == "ng" || (before == "r" && startsWith(after, "nf", "ns"))
	}
	return false
}

func partsAfterU(before, pair, after string) bool {
	switch pair {
	case "ua":
		return !endsWith(before, "g") && !startsWith(after, "de", "di")
	case "uo":
		return !startsWith(after, "y")
	case "ue":
		return startsWith(after, "nt", "nc", "nz") || (startsWith(after, "l") && !endsWith(before, "g"))
	case "ui":
		return startsWith(after, "ng", "ty", "ties", "tion", "cid") || endsWith(before+"ui"+after, "fluid", "fluids") ||
			(endsWith(before, "r") && startsWith(after, "n")) || (endsWith(before, "n") && startsWith(after, "ne"))
	}
	return false
}

func startsWith(word string, beginnings ...string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(word, b) {
			return true
		}
	}
	return false
}

func endsWith(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
