package reading

import (
	"strconv"
	"strings"
	"testing"
)

// Parted as the Academy's spelling has it; where speech allows two, as in
// "guion", the one that the rules of accents go by.
const parted = `
	a y o u e sí no tú mí es en con por más sol piel gel pus mes diez luz voz pies dos tres seis
	pie bien cien dien-te vie-jo cie-lo tie-ne sie-te quie-ro puer-ta fue-go lue-go cue-llo bue-no nue-ve nie-ve
	cau-sa lau-rel au-to aun-que vein-te rei-na pei-ne deu-da eu-ro boi-na oi-go hoy voy soy doy rey ley muy buey
	cui-dar ciu-dad viu-da rui-do jui-cio fui fuis-te cons-trui-do je-sui-ta hui cuí-da-te
	gra-no gra-nos a-ño a-ños ca-ra pe-cho es-pal-da hom-bros mar-ca mar-cas bul-to bul-tos hon-do due-le due-len
	ro-jo ro-jos cre-ma pas-ti-llas a-yu-da ma-yo yo-do a-yer jo-ya pla-ya le-yes re-yes es-toy con-voy whis-ky
	te-a-tro le-er cre-er po-e-ta ca-os re-al pe-or lí-ne-a á-re-a a-e-ro-puer-to
	a-é-re-o hé-ro-e ca-er ro-er pe-le-a chi-me-ne-a mo-ho al-co-hol za-na-ho-ria a-ho-ra co-he-te ve-he-men-te
	pa-ís ba-úl ra-íz ma-íz o-ír re-ír ca-í-da le-í-do o-í-do re-ú-ne a-ta-úd ve-hí-cu-lo bú-ho a-hí re-ta-hí-la pro-hí-be
	dí-a dí-as tí-o rí-o frí-o rí-e ba-hí-a ha-bí-a te-ní-a po-drí-a con-ti-nú-a ac-tú-a pú-a grú-a re-í-a le-í-a-mos
	prohi-bir cohi-bir ahu-mar ahi-ja-do de-sahu-cio ahu-yen-tar re-huir a-hue-car ca-ca-hue-te truhan
	lim-piáis cam-biáis a-ve-ri-guáis a-so-ciáis ac-tuáis U-ru-guay Pa-ra-guay miau guau se-áis viei-ra
	vi-ví-ais cre-í-ais te-ní-ais huí-a cons-truí-ais cons-truí re-hú-ye
	pa-ra-no-ia a-la-ui-ta ha-wa-ia-no an-ti-in-fla-ma-to-rio chi-i-ta chi-í ti-í-to du-un-vi-ro
	que quien que-so quí-mi-ca a-quí gue-rra guí-a gui-ta-rra guion se-guir pa-gué pe-que-ño lle-gue gue-to
	pin-güi-no ci-güe-ña ver-güen-za lin-güís-ti-ca ar-güí-a a-gua a-guan-tar an-ti-guo cuo-ta quó-rum
	ac-né ci-ca-triz ci-ca-tri-ces der-ma-tó-lo-go tra-ta-mien-to me-di-ci-na mé-di-co an-ti-bió-ti-co re-ce-ta
	i-so-tre-ti-no-í-na pe-ró-xi-do ben-zo-í-lo es-te-roi-de que-loi-de ra-dio-fre-cuen-cia mi-cro-a-gu-jas
	co-lá-ge-no hi-per-tró-fi-ca quis-te nó-du-lo far-ma-céu-ti-co es-pe-cia-lis-ta ru-ti-na lá-ser re-lle-no
	pro-tec-tor cues-tio-na-rio pre-gun-ta res-pues-ta o-pi-nión lec-ción le-sio-nes co-ra-zón i-má-ge-nes
	her-pes la-bial san-gre in-fec-ción a-le-grí-a em-ba-ra-zo e-mer-gen-cia vio-len-cia es-cue-la fa-mi-lia`

func TestSpanishSyllables(t *testing.T) {
	words := strings.Fields(parted)
	for _, word := range words {
		want := strings.Count(word, "-") + 1
		word = strings.ReplaceAll(word, "-", "")
		if got := SpanishSyllables(word); got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
}

func TestSpanishSyllablesOfOtherThings(t *testing.T) {
	for _, test := range []struct {
		name, word string
		want       int
	}{
		{"nothing", "", 0},
		{"marks only", "¿?", 0},
		{"capitals", "CICATRIZ", 3},
		{"capitals with an accent", "PAÍS", 2},
		{"accent written behind its letter", "pai\u0301s", 2},
		{"capital with its accent behind it", "PAI\u0301S", 2},
		{"letters read one by one", "NHS", 6}, // ene hache ese
		{"every letter", "BCDFGHJKLMNÑPQRSTVWXZ", 9 + 11*2 + 4},
		{"capitals read as a word", "TCA", 1},
		{"one letter", "F", 2},
		{"unit", "mm", 1},
		{"joined abbreviations", "p.ej.", 4},
		{"from abroad", "peelings", 2},
		{"foreign accents", "Noël crêpe Müller São maître", 2 + 2 + 2 + 2 + 2},
		{"diaeresis that parts", "naïf", 2},
		{"hyphen", "físico-químico", 6},
		{"slash", "y/o", 2},
		{"decimal comma", "1,5", 6},   // uno coma cinco
		{"decimal point", "2.69", 9},  // dos punto sesenta y nueve
		{"less than one", "0.033", 8}, // cero punto treinta y tres, roughly
		{"thousands", "1.000", 1},
		{"too long for thousands", "1234.500", 14}, // mil doscientos treinta y cuatro punto quinientos
		{"thousands with a comma", "12,000", 3},
		{"year", "2024", 6},
		{"millions", "2000000", 6}, // dos millones cero, roughly
		{"ordinal", "2.º", 1},
		{"foreign digit", "٣", 2},
		{"another script", "漢字", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := SpanishSyllables(test.word); got != test.want {
				t.Errorf("SpanishSyllables(%q) = %d, want %d", test.word, got, test.want)
			}
		})
	}
}

// An abbreviation has the syllables of the words that it stands for.
func TestSpanishAbbreviationsAreReadAloud(t *testing.T) {
	for short, long := range map[string]string{
		"p. ej.": "por ejemplo", "Dr.": "doctor", "Dra.": "doctora", "Dres.": "doctores", "Sr.": "señor", "Sra.": "señora",
		"Srta.": "señorita", "Ud.": "usted", "Uds.": "ustedes", "Prof.": "profesor", "EE. UU.": "Estados Unidos",
		"aprox.": "aproximadamente", "pág.": "página", "núm.": "número", "n.º": "número", "fig.": "figura", "máx.": "máximo",
		"mín.": "mínimo", "tel.": "teléfono", "etc.": "etcétera", "vs.": "versus",
	} {
		if got, want := SpanishSyllables(short), SpanishSyllables(long); got != want {
			t.Errorf("%s: got %d, want %d as %q has", short, got, want, long)
		}
	}
}

// A number has the syllables of its words.
func TestSpanishNumbersAreReadAloud(t *testing.T) {
	for n := range 3000 {
		number, words := strconv.Itoa(n), inWords(n)
		if got, want := SpanishSyllables(number), SpanishSyllables(words); got != want {
			t.Errorf("%s: got %d, want %d as in %q", number, got, want, words)
		}
	}
}

var (
	unitWords = strings.Fields(`cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
		dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis
		veintisiete veintiocho veintinueve`)
	tenWords     = strings.Fields("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
	hundredWords = strings.Fields(`- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos
		ochocientos novecientos`)
)

// inWords writes a number below 3000.
func inWords(n int) string {
	switch {
	case n < len(unitWords):
		return unitWords[n]
	case n < 100 && n%10 == 0:
		return tenWords[n/10]
	case n < 100:
		return tenWords[n/10] + " y " + unitWords[n%10]
	case n == 100:
		return "cien"
	case n < 1000:
		return hundredWords[n/100] + afterThat(n%100)
	case n < 2000:
		return "mil" + afterThat(n%1000)
	}
	return "dos mil" + afterThat(n%1000)
}

func afterThat(n int) string {
	if n == 0 {
		return ""
	}
	return " " + inWords(n)
}
