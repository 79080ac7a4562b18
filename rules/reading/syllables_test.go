package reading

import (
	"strings"
	"testing"
)

// The true counts are those of common dictionaries; where these allow two, the
// one of slow speech.
var counted = map[int]string{
	1: `a I the skin scar scars face spot spots red deep sore lump lumps pus cyst cysts nose cheek cheeks chin
		neck chest back gel cream dose year years month week weeks day pick squeeze squeezed pop popped scratch
		scratched touch wash make makes made use used take takes help helps helped scarred healed cleared marked
		tired joined eye eyes fire hour heal heals scale scales whole while smile type types size blue true fruit
		tongue league build raised guide juice field friend tried dried clothes aches shoes through though dye dyed
		don't can't won't you're they'll it's we've curled called planned caused be he she tree free bruise plaque vague
		quote queue ice boil`,
	2: `acne pimple pimples blackhead whitehead whiteheads nodule doctor treatment surface needle laser boxcar
		rolling little table handle handled muscle cycle people couple apple later quickly oily early likely surely
		being going doing seeing drying trying diet quiet trial lion fluid ruin ruined create science poem cruel
		client dual react treated wanted needed rated faces noses sizes changes causes doses uses washes patches
		bodies worried carried hungry keloid disease hormone patient social special facial nation lesion lesions
		question anxious region million union onion fashion isn't didn't doesn't couldn't wouldn't haven't careful
		hopeless movement useful homeless sometimes someone something makeup eyelid safety soreness inflamed
		every evening business colour biscuit circuit prism rhythm asthma naked microbe sunscreen cleanser flyer dryer
		jagged hundred metre face's patient's doctor's value issue tissue argue moving shower picking surgeon gorgeous
		language persuade believe fatigue technique relapse before aware nightmare complete`,
	3: `area idea ideas areas medicine retinoid comedone peroxide exercise favourite sensitive completely
		diary violent serious previous obvious various period radio video medium sodium actual usual gradual
		annual manual continue influence quieter easier earlier easiest allergies created creation suicide genuine tuition
		pregnancy isolate diagnose moreover prescription infection reaction appointment suspicious infectious
		contagious family energy breastfeeding hospital cardiac museum nucleus 
		poetry diseases management studying microscope fluently embryo biopsy theory physician musician employer
		embarrassed everyone anyone anything hormonal idiot chaotic`,
	4: `cutaneous hypertrophic antifungal material inflammation usually experience ingredient salicylic variety society anxiety
		moisturizer reality continuous bacteria initiate appreciate radiation antibody evaluate
		situation microneedling rosacea tretinoin majority emergency psoriasis diabetes January
		 everybody operation medication definitely`,
	5: `dermatologist antibiotic hyaluronic cryotherapy association creativity dermatology university
		examination psychological communication imagination sensitivity possibility
		inflammatory`,
	6: `isotretinoin deterioration responsibility `,
}

func TestSyllables(t *testing.T) {
	for want, words := range counted {
		for _, word := range strings.Fields(words) {
			if got := Syllables(word); got != want {
				t.Errorf("%s: got %d, want %d", word, got, want)
			}
		}
	}
}

func TestSyllablesOfOtherThings(t *testing.T) {
	for _, test := range []struct {
		name, word string
		want       int
	}{
		{"nothing", "", 0},
		{"marks only", "--", 0},
		{"capitals", "ACNE", 2},
		{"first capital", "January", 4},
		{"letters read one by one", "NHS", 3},
		{"with a w", "WHW", 7},
		{"capitals read as a word", "NICE", 1},
		{"accents", "naïve", 2},
		{"sounded end", "café", 2},
		{"curly apostrophe", "isn’t", 2},
		{"hyphen", "over-the-counter", 5},
		{"one digit", "3", 1},
		{"seven", "7", 2},
		{"zero", "0", 2},
		{"eleven", "11", 3},
		{"two digits", "35", 2},
		{"year", "2024", 3},
		{"thousands", "1,000", 3},
		{"fraction", "1.5", 3},
		{"endless number", strings.Repeat("9", 400), 3},
		{"abbreviation", "e.g.", 2},
		{"no vowel", "hmm", 1},
		{"another script", "漢字", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Syllables(test.word); got != test.want {
				t.Errorf("Syllables(%q) = %d, want %d", test.word, got, test.want)
			}
		})
	}
}

func FuzzGrade(f *testing.F) {
	f.Add("Isotretinoin can help, e.g. for deep spots. You're 18?", "isotretinoin")
	f.Add("y yy eye 'e' gue es ed qu u", "")
	f.Fuzz(func(t *testing.T, text, term string) {
		Grade(text, term)
		words := Words(text)
		if sounds := Syllables(text); sounds < 0 || (words == 0 && sounds > 0 && text == "") {
			t.Errorf("%q: %d words, %d syllables", text, words, sounds)
		}
	})
}
