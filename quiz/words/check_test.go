package words

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name, english, spanish string
		want                   string // "": no fault
	}{
		{"the same", "[Yes, No]", "[{en: Yes, es: Sí}, {en: No, es: No}]", ""},
		{"in another order", "[Yes, No]", "[{en: No, es: No}, {en: Yes, es: Sí}]", ""},
		{"missing", "[Yes, No]", "[{en: Yes, es: Sí}]", `en/a.yaml:1:14: there is no "es" for this; add it to es/a.yaml`},
		{"no more said", "[Yes]", "[{en: Yes, es: Sí}, {en: No, es: No}]", "the program does not say this, or no longer so"},
		{"changed", "[Come in.]", "[{en: Come on., es: Pasa.}]", `or no longer so, did you mean "Come in."?`},
		{"twice", "[Yes]", "[{en: Yes, es: Sí}, {en: Yes, es: Sí}]", "this text stands here twice; keep one"},
		{"verbs in order", `["%d of %s"]`, `[{en: "%d of %s", es: "%d de %s"}]`, ""},
		{"verbs in another order", `["%d of %s"]`, `[{en: "%d of %s", es: "%[2]s: %[1]d"}]`, ""},
		{"a verb used twice", `["%d of %s"]`, `[{en: "%d of %s", es: "%[2]s: %[1]d, %[1]d"}]`, ""},
		{"verbs swapped", `["%d of %s"]`, `[{en: "%d of %s", es: "%s: %d"}]`, "1d 2s, is not what is put into this, 1s 2d"},
		{"a verb lost", `["%d of %s"]`, `[{en: "%d of %s", es: "%d"}]`, "is not what is put into this"},
		{"percent signs", `["%d%% of %.1f"]`, `[{en: "%d%% of %.1f", es: "%d %% de %.1f"}]`, ""},
		{"empty", "[Yes]", `[{en: Yes, es: ""}]`, "es"},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := func(name, list string) rules.Folder {
				return rules.Folder{FS: fstest.MapFS{"a.yaml": {Data: []byte("texts: " + list)}}, Name: name}
			}
			var log strict.Log
			compare(&log, "es", folder("en", test.english), folder("es", test.spanish))
			got := fmt.Sprint(log.Err())
			if test.want == "" && log.Err() != nil || !strings.Contains(got, test.want) && test.want != "" {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestCompareFiles(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("texts: [{en: Yes, es: Sí}]")}
	english := rules.Folder{FS: fstest.MapFS{"a.yaml": {Data: []byte("texts: [Yes]")}, "b.yaml": {Data: []byte("texts: [Yes]")}}, Name: "en"}
	for _, test := range []struct {
		name string
		fs   fstest.MapFS
		want string
	}{
		{"said by two packages", fstest.MapFS{"a.yaml": file, "b.yaml": file}, ""},
		{"otherwise by one", fstest.MapFS{"a.yaml": file, "b.yaml": {Data: []byte("texts: [{en: Yes, es: Vale}]")}}, `put otherwise for another package: "Sí"`},
		{"a file is missing", fstest.MapFS{"a.yaml": file}, "es/b.yaml: this file is missing"},
		{"a file too many", fstest.MapFS{"a.yaml": file, "b.yaml": file, "c.yaml": file}, "es/c.yaml: no package says any of this"},
	} {
		var log strict.Log
		compare(&log, "es", english, rules.Folder{FS: test.fs, Name: "es"})
		if got := fmt.Sprint(log.Err()); test.want == "" && log.Err() != nil || !strings.Contains(got, test.want) && test.want != "" {
			t.Errorf("%s: got %s", test.name, got)
		}
	}
}

func FuzzVerbs(f *testing.F) {
	for _, seed := range []string{"%d of %d", "%[2]s%%", "%", "%[", "%[x]d", "%-8.3f|%v", "100%"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, format string) {
		for _, verb := range verbs(format) {
			if !strings.Contains(format, verb[len(verb)-1:]) {
				t.Errorf("%q has no verb %s", format, verb)
			}
		}
	})
}
