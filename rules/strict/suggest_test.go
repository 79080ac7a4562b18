package strict

import "testing"

func TestNearest(t *testing.T) {
	choices := []string{"none", "comedones", "inflamed-few", "inflamed-many", "deep-few", "deep-many", "id", "any_of", "all_of", "is"}
	for _, test := range []struct{ name, word, want string }{
		{"letters swapped", "deep-fwe", "deep-few"},
		{"letter left out", "dep-many", "deep-many"},
		{"letter added", "commedones", "comedones"},
		{"letter replaced", "nome", "none"},
		{"underscore for hyphen", "deep_few", "deep-few"},
		{"hyphen for underscore", "any-of", "any_of"},
		{"capitals", "Deep-Few", "deep-few"},
		{"two slips", "inflmaed-mny", "inflamed-many"},
		{"nearest of two", "al_of", "all_of"},
		{"another word", "nodules", ""},
		{"one letter says nothing", "x", ""},
		{"half of the letters wrong", "nano", ""},
		{"empty", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, ok := Nearest(test.word, choices)
			if got != test.want || ok != (test.want != "") {
				t.Errorf("Nearest(%q) = %q, %v; want %q", test.word, got, ok, test.want)
			}
		})
	}
}

func TestSuggest(t *testing.T) {
	if got, want := Suggest("deep-fwe", []string{"deep-few"}), `, did you mean "deep-few"?`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := Suggest("colour", []string{"deep-few"}); got != "" {
		t.Errorf("got %s", got)
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"abc", "abc", 0},
		{"abc", "acb", 1},
		{"abc", "abd", 1},
		{"kitten", "sitting", 3},
		{"ca", "abc", 3},
		{"äb", "bä", 1},
	} {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
