package reading

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// someWords draws words of which the syllables are known.
func someWords(random *rand.Rand) []string {
	all := strings.Fields(strings.ReplaceAll(parted, "-", ""))
	words := make([]string, 2+random.IntN(20))
	for i := range words {
		words[i] = all[random.IntN(len(all))]
	}
	return words
}

// What holds for any text of Spanish words.
func TestLawsOfEase(t *testing.T) {
	random := rand.New(rand.NewPCG(1959, 29))
	for range 500 {
		words := someWords(random)
		text := strings.Join(words, " ")
		ease := Ease(text)
		same := func(law, other string, terms ...string) {
			t.Helper()
			if got := Ease(other, terms...); math.Abs(got-ease) > 1e-9 {
				t.Errorf("%s: %q has %v, %q has %v", law, text, ease, other, got)
			}
		}
		same("a full stop at the end changes nothing", text+".")
		same("nor do the marks of a question", "¿"+text+"?")
		same("nor do spaces and lines", "\n  "+strings.Join(words, "\n\t")+" ")
		same("nor does saying it again", text+". "+text+".")
		same("nor do capitals at the beginnings", beginningsUp(words))
		same("nor does writing accents behind their letters", norm.NFD.String(text))
		if got, want := Ease("subcisiones "+text, "subcisión"), Ease("cama "+text); got != want {
			t.Errorf("a term counts as a word of two syllables: %q with one has %v, want %v", text, got, want)
		}
		half := len(words) / 2
		if got := Ease(strings.Join(words[:half], " ") + ". " + strings.Join(words[half:], " ")); got <= ease {
			t.Errorf("a sentence parted in two is easier: %q has %v, parted %v", text, ease, got)
		}
		if got := Ease(text + " extraordinariamente"); got >= ease {
			t.Errorf("a long word makes a text harder: %q has %v, with it %v", text, ease, got)
		}
	}
}

func beginningsUp(words []string) string {
	up := make([]string, len(words))
	for i, word := range words {
		first, size := utf8.DecodeRuneInString(word)
		up[i] = string(unicode.ToUpper(first)) + word[size:]
	}
	return strings.Join(up, " ")
}

func FuzzEase(f *testing.F) {
	f.Add("La Dra. Ruiz, p. ej., ve 1,5 mm (43%). ¿Dermatólogos? ¡Sí!", "dermatólogo")
	f.Add("y yy ahuhu aiuiai güeñ NHS WW 2.000,5 n.º 0", "")
	f.Add("a\u0301 ï 漢字 ٣ İ", "a b")
	f.Fuzz(func(t *testing.T, text, term string) {
		ease := Ease(text, term)
		if words := Words(text); (words == 0) != (ease == easiest) {
			t.Errorf("%q: %d words, ease %v", text, words, ease)
		}
		for _, token := range spanish.tokens(text) {
			// Only what is spelled, spoken or a number has more than its letters; a W has four.
			sounds, letters := SpanishSyllables(token.word), utf8.RuneCountInString(token.word)
			if sounds < 1 || sounds > 4*letters {
				t.Errorf("%q: %d syllables", token.word, sounds)
			}
			if lower := []rune(spanishLower(token.word)); spanishVowels(lower) > len(lower) {
				t.Errorf("%q: more syllables than letters", token.word)
			}
		}
	})
}
