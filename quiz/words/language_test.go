package words_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
	"time"

	"scarcheck/quiz/words"
)

func spanish(t *testing.T) words.Language {
	t.Helper()
	l, ok := words.Find("es")
	if !ok {
		t.Fatal("there is no Spanish")
	}
	return l
}

func TestSay(t *testing.T) {
	es := spanish(t)
	for _, test := range []struct {
		name string
		got  string
		want string
	}{
		{"English is said as it stands", words.English.Say("Not answered"), "Not answered"},
		{"Spanish by its catalogue", es.Say("Not answered"), "Sin respuesta"},
		{"without words in Spanish it stays English", es.Say("Xyzzy"), "Xyzzy"},
		{"what is put in", es.Sayf("question %q", "age"), `pregunta "age"`},
		{"a text that is put in is said as well", es.Sayf("question %q", words.Text("Answered")), `pregunta "Respondida"`},
		{"and so it is in English", words.English.Sayf("question %q", words.Text("Answered")), `question "Answered"`},
		{"several", fmt.Sprint(es.Each("Answered", "Not answered")), "[Respondida Sin respuesta]"},
		{"a language made for trying", words.Made("x", func(t words.Text) string { return "«" + string(t) + "»" }).Sayf("%d of %d", 1, 2), "«1 of 2»"},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
}

func TestLists(t *testing.T) {
	for _, test := range []struct {
		list                       []string
		and, or, andInSpanish, orS string
	}{
		{nil, "", "", "", ""},
		{[]string{"a"}, "a", "a", "a", "a"},
		{[]string{"a", "b"}, "a and b", "a or b", "a y b", "a o b"},
		{[]string{"a", "b", "c"}, "a, b and c", "a, b or c", "a, b y c", "a, b o c"},
		{[]string{"acné", "historia"}, "acné and historia", "acné or historia", "acné e historia", "acné o historia"},
		{[]string{"acné", "Infección"}, "acné and Infección", "acné or Infección", "acné e Infección", "acné o Infección"},
		{[]string{`"a"`, `"Infección"`}, `"a" and "Infección"`, `"a" or "Infección"`, `"a" e "Infección"`, `"a" o "Infección"`},
		{[]string{"agua", "hielo"}, "agua and hielo", "agua or hielo", "agua y hielo", "agua o hielo"},
		{[]string{"uno", "otro"}, "uno and otro", "uno or otro", "uno y otro", "uno u otro"},
		{[]string{"7", "8"}, "7 and 8", "7 or 8", "7 y 8", "7 u 8"},
		{[]string{"10", "11"}, "10 and 11", "10 or 11", "10 y 11", "10 u 11"},
		{[]string{"11a", "11b"}, "11a and 11b", "11a or 11b", "11a y 11b", "11a u 11b"},
		{[]string{"100", "110"}, "100 and 110", "100 or 110", "100 y 110", "100 o 110"},
		{[]string{"días", "horas"}, "días and horas", "días or horas", "días y horas", "días u horas"},
	} {
		es := spanish(t)
		for want, got := range map[string]string{
			test.and: words.English.And(test.list), test.or: words.English.Or(test.list),
			test.andInSpanish: es.And(test.list), test.orS: es.Or(test.list),
		} {
			if got != want {
				t.Errorf("%v: got %q, want %q", test.list, got, want)
			}
		}
	}
}

func TestDate(t *testing.T) {
	for month, want := range map[time.Month][2]string{
		time.January:  {"3 January 2026", "3 de enero de 2026"},
		time.May:      {"3 May 2026", "3 de mayo de 2026"},
		time.November: {"3 November 2026", "3 de noviembre de 2026"},
	} {
		day := time.Date(2026, month, 3, 0, 0, 0, 0, time.UTC)
		if got := [2]string{words.English.Date(day), spanish(t).Date(day)}; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// plain only adds an exit code, say.
type plain struct{ error }

func (p plain) Unwrap() error { return p.error }

func TestTell(t *testing.T) {
	base := words.New("that is too long")
	for _, test := range []struct {
		name            string
		err             error
		english, inWord string
	}{
		{"its own words", base, "that is too long", "es demasiado largo"},
		{
			"one in another", words.Errorf("%w: %d characters, and there is room for %d", base, 9, 8),
			"that is too long: 9 characters, and there is room for 8", "es demasiado largo: son 9 letras, y caben 8",
		},
		{"with nothing of its own", plain{base}, "that is too long", "es demasiado largo"},
		{
			"of the system", &fs.PathError{Op: "open", Path: "/x", Err: syscall.ENOSPC},
			"open /x: no space left on device", "/x: no queda espacio en el disco",
		},
		{"of somebody else", errors.New("permission denied by a demon"), "permission denied by a demon", "permission denied by a demon"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := words.English.Tell(test.err); got != test.english || test.err.Error() != got {
				t.Errorf("got %q", got)
			}
			if got := spanish(t).Tell(test.err); got != test.inWord {
				t.Errorf("got %q, want %q", got, test.inWord)
			}
		})
	}
	if err := words.Errorf("%w: %d characters, and there is room for %d", base, 9, 8); !errors.Is(err, base) {
		t.Error("what is wrapped cannot be found")
	}
}

func TestLanguageAsJSON(t *testing.T) {
	type page struct {
		Language words.Language `json:"language,omitzero"`
	}
	for _, test := range []struct {
		language words.Language
		want     string
	}{
		{words.English, `{}`},
		{spanish(t), `{"language":"es"}`},
	} {
		src, err := json.Marshal(page{test.language})
		if err != nil || string(src) != test.want {
			t.Errorf("got %s, %v, want %s", src, err, test.want)
		}
		var back page
		if err := json.Unmarshal(src, &back); err != nil || back.Language != test.language {
			t.Errorf("%s is read as %q, %v", src, back.Language.Tag(), err)
		}
	}
	var wrong page
	if err := json.Unmarshal([]byte(`{"language":"tlh"}`), &wrong); err == nil {
		t.Error("an unknown language is taken")
	}
}

func ExampleLanguage_Sayf() {
	es, _ := words.Find("es")
	fmt.Println(es.Sayf("the text is too long; there is room for %d characters", 280))
	fmt.Println(es.Or([]string{"siete", "ocho"}))
	// Output:
	// el texto es demasiado largo; caben 280 letras
	// siete u ocho
}

func BenchmarkSay(b *testing.B) {
	es, _ := words.Find("es")
	for name, l := range map[string]words.Language{"en": words.English, "es": es} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = l.Say("Not answered")
			}
		})
	}
}
