package reading

import "testing"

func TestMentions(t *testing.T) {
	for _, test := range []struct {
		name       string
		mentions   func(text, term string) bool
		text, term string
		want       bool
	}{
		{"the word", Mentions, "Keloid, or none.", "keloid", true},
		{"a plural", Mentions, "Two biopsies.", "biopsy", true},
		{"part of a word", Mentions, "A keloidal scar.", "keloid", false},
		{"several words", Mentions, "It is an ice pick scar.", "ice pick", true},
		{"across sentences", Mentions, "It is ice. Pick it.", "ice pick", false},
		{"with a hyphen", Mentions, "Use non-comedogenic soap.", "non-comedogenic", true},
		{"no term", Mentions, "Anything.", "", false},
		{"no text", Mentions, "", "keloid", false},
		{"Spanish", SpanishMentions, "¿Un queloide?", "queloide", true},
		{"a Spanish plural", SpanishMentions, "Dos láseres.", "láser", true},
		{"plurals inside a term", SpanishMentions, "Los puntos negros.", "punto negro", true},
		{"a plural without the accent", SpanishMentions, "Las lesiones.", "lesión", true},
		{"an English plural in Spanish", SpanishMentions, "Dos biopsies.", "biopsy", false},
	} {
		if got := test.mentions(test.text, test.term); got != test.want {
			t.Errorf("%s: %q has %q: %v", test.name, test.text, test.term, got)
		}
	}
}
