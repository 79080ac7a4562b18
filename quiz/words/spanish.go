package words

import (
	"strings"
	"sync"
)

// spanish is the language es. Its catalogue is read once something is said.
var spanish = sync.OnceValue(func() Language {
	catalogue := sync.OnceValue(func() map[Text]string { return load("es") })
	return Language{&speaker{
		tag:  "es",
		name: "español", in: "in Spanish",
		say: func(t Text) string {
			if told, ok := catalogue()[t]; ok {
				return told
			}
			return string(t)
		},
		joined: joinSpanish,
		date:   "2 de January de 2006",
		months: [12]string{
			"enero", "febrero", "marzo", "abril", "mayo", "junio",
			"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
		},
	}}
})

// joinSpanish minds that y is e before the sound of i, and o is u before that
// of o: "acné e historia", "siete u ocho".
func joinSpanish(words []string, or bool) string {
	if len(words) == 0 {
		return ""
	}
	last := strings.ToLower(strings.TrimLeft(words[len(words)-1], `"«“`))
	switch {
	case or && (startsWithSound(last, "o", "ó", "ho", "hó", "8") || eleven(last)):
		return list(words, " u ")
	case or:
		return list(words, " o ")
	case startsWithSound(last, "i", "í", "hi", "hí") && !startsWithSound(last, "hie", "hia", "ia", "ie", "io", "hio"):
		return list(words, " e ")
	}
	return list(words, " y ")
}

// eleven reports whether a word begins with the number once: "11", "11b".
func eleven(word string) bool {
	rest, is := strings.CutPrefix(word, "11")
	return is && (rest == "" || rest[0] < '0' || rest[0] > '9')
}

func startsWithSound(word string, sounds ...string) bool {
	for _, sound := range sounds {
		if strings.HasPrefix(word, sound) {
			return true
		}
	}
	return false
}
