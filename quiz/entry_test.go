package quiz_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestParseEntry(t *testing.T) {
	const rest = `"protocol": "acne-scar@1", "answers": {"worst": "mild"}}`
	const text = "1:8: an id is a text of one line, at most 128 characters, that does not begin with = + - or @"
	const number = "1:8: an id that is a number is a whole one, of at most 18 digits"
	for _, row := range []struct{ name, id, echo, want string }{
		{"text", `"p-17"`, `"p-17"`, ""},
		{"escapes", `"\u0061 \"<\u00e9\\"`, `"a \"<é\\"`, ""},
		{"number", `17`, `17`, ""},
		{"nought", `0`, `0`, ""},
		{"long", `"` + strings.Repeat("é", 128) + `"`, `"` + strings.Repeat("é", 128) + `"`, ""},
		{"too long", `"` + strings.Repeat("é", 129) + `"`, "", text},
		{"empty", `""`, "", text},
		{"formula", `"@SUM(A1)"`, "", text},
		{"control", `"a\tb"`, "", text},
		{"invisible", `"a\u200bb"`, "", text},
		{"space around", `" a"`, "", text},
		{"below nought", `-1`, "", number},
		{"exponent", `1e3`, "", number},
		{"19 digits", `1234567890123456789`, "", number},
		{"null", `null`, "", "1:8: an id is a text in quotes or a whole number"},
		{"object", `{"a": [1]}`, "", "1:8: an id is a text in quotes or a whole number"},
	} {
		t.Run(row.name, func(t *testing.T) {
			entry, err := embedded(t).ParseEntry([]byte(`{"id": ` + row.id + `, ` + rest))
			got := ""
			if err != nil {
				got = err.Error()
			}
			if got != row.want || string(entry.ID) != row.echo {
				t.Errorf("id %s, fault %q\nwant %s, %q", entry.ID, got, row.echo, row.want)
			}
		})
	}
}

// Without an id an entry is an answers file: the same answers, and the same
// faults but for the one that says what may stand in a line.
func TestParseEntryIsParseAnswers(t *testing.T) {
	p := embedded(t)
	random := rand.New(rand.NewPCG(33, 34))
	sound := 0
	for range 5000 {
		src := secretMaker{random, p}.file()
		if random.IntN(3) == 0 {
			src = strings.ReplaceAll(inFile(`"sex": "male", "goal": "peace"`), "ma", string(rune('m'+random.IntN(2)))+"a")
		}
		answers, err := p.ParseAnswers([]byte(src))
		entry, errEntry := p.ParseEntry([]byte(src))
		if err == nil {
			sound++
			if errEntry != nil || entry.ID != nil || !slices.Equal(entry.Answers, answers) {
				t.Fatalf("%s\n%+v, %v\nwant %+v", src, entry, errEntry, answers)
			}
			continue
		}
		want := strings.ReplaceAll(err.Error(), `an answers file has only "protocol" and "answers"`, `a line has only "id", "protocol" and "answers"`)
		if errEntry == nil || errEntry.Error() != want {
			t.Fatalf("%s\n%v\nwant\n%s", src, errEntry, want)
		}
	}
	if sound < 100 {
		t.Errorf("only %d sound files", sound)
	}
	if _, err := p.ParseAnswers([]byte(`{"id": 1, ` + inFile("")[1:])); err == nil {
		t.Error("an answers file may have an id")
	}
}
