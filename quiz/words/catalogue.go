package words

import (
	"embed"
	"io/fs"
	"path"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

//go:embed en es
var data embed.FS

//go:generate go test . -run ^TestTexts$ -update

// Other are the tags of the languages beside English.
var Other = []string{"es"}

// Tags are the tags of all languages.
func Tags() []string { return append([]string{English.Tag()}, Other...) }

// Find returns the language of a tag, one of Tags.
func Find(tag string) (Language, bool) {
	switch tag {
	case "en":
		return English, true
	case "es":
		return spanish(), true
	}
	return English, false
}

// Entry is a text of a catalogue in two languages.
type Entry struct {
	ID      string // of a text of the questionnaire; the program's have none
	English string // that the other was made from
	Text    string

	Node strict.Node // for faults of the entry
}

// Read reads a catalogue in the language of this tag. Entries have an id or they
// have none, all of them.
func Read(file strict.Node, tag string, ids bool) []Entry {
	keys := []string{"en", tag}
	if ids {
		keys = []string{"id", "en", tag}
	}
	items := file.Map("texts").Get("texts").Items()
	entries := make([]Entry, 0, len(items))
	for _, node := range items {
		m := node.Map(keys...)
		e := Entry{English: m.Text("en"), Text: m.Text(tag), Node: node}
		if ids {
			e.ID = m.Text("id")
		}
		entries = append(entries, e)
	}
	return entries
}

// folder is where the catalogues of a language are.
func folder(tag string) rules.Folder {
	sub, err := fs.Sub(data, tag)
	if err != nil {
		panic(err) // the name is fixed at build time
	}
	return rules.Folder{FS: sub, Name: path.Join("quiz/words", tag), Packed: true}
}

// files are the catalogues in a folder, in order.
func files(in rules.Folder) []string {
	names, err := fs.Glob(in.FS, "*.yaml")
	if err != nil {
		panic(err) // the pattern is sound
	}
	return names
}

// load reads the catalogues of a language. Tests vouch for them.
func load(tag string) map[Text]string {
	var log strict.Log
	known := map[Text]string{}
	in := folder(tag)
	for _, file := range files(in) {
		for _, e := range Read(in.Parse(&log, file), tag, false) {
			known[Text(e.English)] = e.Text
		}
	}
	return known
}
