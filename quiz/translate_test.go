package quiz

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// bilingual is the protocol that the program carries in one folder, with words
// that tell makes of each text beside it; those it makes nothing of are left out.
func bilingual(t *testing.T, tell func(file, id, english string) string) fstest.MapFS {
	t.Helper()
	p, err := Load(EmbeddedQuestions(), rules.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, from := range []rules.Folder{EmbeddedQuestions(), rules.Embedded()} {
		names, err := fs.Glob(from.FS, "*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			src, err := from.Read(name)
			if err != nil {
				t.Fatal(err)
			}
			folder[name] = &fstest.MapFile{Data: src}
		}
	}
	entries := map[string]string{}
	p.walk(func(file, id string, text *string, _ use) {
		if told := tell(file, id, *text); told != "" {
			entries[file] += entryOf(id, *text, told)
		}
	})
	for file, list := range entries {
		folder[path.Join("es", file)] = &fstest.MapFile{Data: []byte("texts:\n" + list)}
	}
	return folder
}

func entryOf(id, english, told string) string {
	return fmt.Sprintf("  - id: %s\n    en: %s\n    es: %s\n", id, strconv.Quote(english), strconv.Quote(told))
}

// marked makes of a text one that no text of the English has anything of.
func marked(_, id, _ string) string {
	if strings.HasSuffix(id, ".short") {
		return "«" + id + "»"
	}
	return "«" + id + "» and more"
}

func loadSpanish(folder fs.FS) (*Protocol, error) {
	spanish, _ := words.Find("es")
	from := rules.Folder{FS: folder, Name: "clinic"}
	return LoadIn(spanish, from, from)
}

// No text of a protocol is forgotten: put into another language, it has none of
// its English left, wherever a text can stand in it, but for the papers that
// facts come from.
func TestNothingStaysEnglish(t *testing.T) {
	p, err := loadSpanish(bilingual(t, marked))
	if err != nil {
		t.Fatal(err)
	}
	p.Guideline.Sources = nil // papers keep their titles
	seen := map[uintptr]bool{}
	var look func(at string, v reflect.Value)
	look = func(at string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if v.IsNil() || seen[v.Pointer()] || v.Type() == reflect.TypeFor[*rules.Condition]() {
				return
			}
			seen[v.Pointer()] = true
			look(at, v.Elem())
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[words.Language]() || v.Type() == reflect.TypeFor[rules.Vocabulary]() {
				return
			}
			for i := range v.NumField() {
				look(at+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				look(fmt.Sprintf("%s[%d]", at, i), v.Index(i))
			}
		case reflect.String:
			if text := v.String(); strings.Contains(text, " ") && !strings.HasPrefix(text, "«") && strings.ContainsFunc(text, unicode.IsLetter) {
				t.Errorf("%s is still %q", at, text)
			}
		}
	}
	look("protocol", reflect.ValueOf(p))
	if got := p.Questions[0].Section.Title; got != "«sections.you.title» and more" {
		t.Errorf("the section of a question is still %q", got)
	}
}

// Another language changes nothing but words.
func TestLanguageChangesNoRule(t *testing.T) {
	english, err := Load(EmbeddedQuestions(), rules.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	p, err := loadSpanish(bilingual(t, marked))
	if err != nil {
		t.Fatal(err)
	}
	if p.Language.Tag() != "es" || p.Name() != english.Name() || !reflect.DeepEqual(p.Page, english.Page) {
		t.Error("language, name or page differ")
	}
	before := map[string]string{}
	english.walk(func(file, path string, text *string, _ use) { before[file+path] = *text })
	p.walk(func(file, path string, text *string, _ use) {
		*text = before[file+strings.TrimPrefix(strings.Split(*text, "»")[0], "«")]
	})
	for i := range p.Questions {
		q := &p.Questions[i]
		for j := range q.Choices {
			q.Choices[j].Short = english.Questions[i].Choices[j].Short // where the file has none it is the text
		}
		q.Section = english.Questions[i].Section
	}
	p.Language = words.English
	if !reflect.DeepEqual(p, english) {
		t.Error("with its English back it is not the same protocol")
	}
}

func TestFaultsOfWords(t *testing.T) {
	const hint = "questions.age.hint"
	tests := []struct {
		name   string
		tell   func(file, id, english string) string
		change func(fstest.MapFS)
		want   string // "": none
	}{
		{"as it should be", marked, nil, ""},
		{
			"a text is missing",
			func(file, id, english string) string {
				if id == hint {
					return ""
				}
				return marked(file, id, english)
			}, nil,
			`clinic/es/questions.yaml:1:1: there are no words for "questions.age.hint"; add an entry with its id, the English and the "es"`,
		},
		{
			"the English has changed",
			marked, func(f fstest.MapFS) { replace(f, "questions.yaml", "Are you under 13?", "Are you under 14?") },
			`the English of "questions.age.hint" has changed since these words were made; it is now: Are you under 14?`,
		},
		{
			"the English has other line breaks",
			marked, func(f fstest.MapFS) { replace(f, "es/questions.yaml", "Are you under 13? ", "Are you under 13?   ") }, "",
		},
		{
			"a text that is no more",
			marked, func(f fstest.MapFS) { add(f, "es/tips.yaml", entryOf("tips.gone.text", "Gone.", "Ya no.")) },
			`tips.yaml has no text "tips.gone.text"; take this out`,
		},
		{
			"a text twice",
			marked, func(f fstest.MapFS) { add(f, "es/questions.yaml", entryOf("title", "Acne scar check", "Dos")) },
			`"title" stands here twice; keep one`,
		},
		{
			"a file is missing",
			marked, func(f fstest.MapFS) { delete(f, "es/tips.yaml") },
			`clinic/es/tips.yaml: this file is missing; a protocol needs it`,
		},
		{
			"a key is misspelt",
			marked, func(f fstest.MapFS) { replace(f, "es/tips.yaml", "    es: ", "    se: ") },
			`unknown key "se", did you mean "es"?`,
		},
		{
			"a short form that the English does without",
			marked, func(f fstest.MapFS) { addShort(f, "corto") }, "",
		},
		{
			"a short form that is no shorter",
			marked, func(f fstest.MapFS) { addShort(f, strings.Repeat("largo ", 20)) },
			`"questions.age.choices.under-13.short" is no shorter than the text it stands for`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := bilingual(t, test.tell)
			if test.change != nil {
				test.change(folder)
			}
			_, err := loadSpanish(folder)
			if got := fmt.Sprint(err); test.want == "" && err != nil || !strings.Contains(got, test.want) && test.want != "" {
				t.Errorf("got  %v\nwant %s", got, test.want)
			}
		})
	}
}

func replace(f fstest.MapFS, file, old, by string) {
	f[file].Data = []byte(strings.ReplaceAll(string(f[file].Data), old, by))
}

func add(f fstest.MapFS, file, entry string) { f[file].Data = append(f[file].Data, entry...) }

func addShort(f fstest.MapFS, told string) {
	add(f, "es/questions.yaml", entryOf("questions.age.choices.under-13.short", "Under 13", told))
}

func TestShortFormOfItsOwn(t *testing.T) {
	folder := bilingual(t, marked)
	addShort(folder, "corto")
	p, err := loadSpanish(folder)
	if err != nil {
		t.Fatal(err)
	}
	choices := p.Questions[0].Choices
	if choices[0].Short != "corto" || choices[1].Short != choices[1].Text {
		t.Errorf("got %q and %q", choices[0].Short, choices[1].Short)
	}
}

func TestNoWordsInALanguage(t *testing.T) {
	folder := bilingual(t, func(string, string, string) string { return "" })
	if _, err := loadSpanish(folder); !errors.Is(err, ErrLanguage) {
		t.Errorf("got %v", err)
	}
}

// What reads badly in another language is found there, at its place.
func TestLintOfWords(t *testing.T) {
	tests := []struct {
		name       string
		ids        []string
		told       string
		file, want string
	}{
		{
			"hard to read",
			[]string{"questions.age.hint"},
			"Imprescindible consideración epidemiológica antiinflamatoria.",
			"clinic/es/questions.yaml", "the reading ease of this is",
		},
		{
			"two questions of one label",
			[]string{"questions.age.label", "questions.sex.label"},
			"Edad",
			"clinic/es/questions.yaml", "the same words stand in questions.yaml, line",
		},
		{
			"the same words for two things",
			[]string{"tips.hands-off.text", "tips.keep-treating.text"},
			"Esto es lo que hay que hacer.",
			"clinic/es/tips.yaml", "the same words stand in tips.yaml, line",
		},
		{"a term in no text", []string{"terms.keloid.term"}, "Inaudito", "clinic/es/terms.yaml", `no text has the term "Inaudito"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := bilingual(t, func(file, id, english string) string {
				if slices.Contains(test.ids, id) {
					return test.told
				}
				return marked(file, id, english)
			})
			spanish, _ := words.Find("es")
			from := rules.Folder{FS: folder, Name: "clinic"}
			english, err := Load(from, from)
			if err != nil {
				t.Fatal(err)
			}
			_, err = lintIn(spanish, english, from, from)
			var all strict.Faults
			errors.As(err, &all)
			found := slices.ContainsFunc(all, func(f strict.Fault) bool {
				return f.File == test.file && f.Line > 0 && strings.Contains(f.Message, test.want)
			})
			if !found {
				t.Errorf("got %v\nwant %s", err, test.want)
			}
		})
	}
}
