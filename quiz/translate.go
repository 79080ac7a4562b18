package quiz

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"scarcheck/quiz/words"
	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// ErrLanguage says that a protocol has no words in a language.
var ErrLanguage = errors.New("it has no words in this language")

// LoadIn reads a protocol as Load does, and puts it into another language: the
// files of the same names in the folder of the language's tag have its words,
// each by its id, beside the English that they were made from. The error is
// ErrLanguage if there is no such folder, or a strict.Faults that lists what is
// missing, what is stale because the English has changed since, and what has no
// place in the protocol.
//
// Ids, rules and hash are those of the English.
func LoadIn(l words.Language, questions, guideline rules.Folder) (*Protocol, error) {
	p, err := Load(questions, guideline)
	if err != nil || l == words.English {
		return p, err
	}
	if !Speaks(questions, l) {
		return nil, ErrLanguage
	}
	var log strict.Log
	newCatalogue(&log, l.Tag(), questions, guideline).translate(p, l)
	return p, log.Err()
}

// lintIn puts a protocol that Load read from these folders into another language
// and looks for what is wrong with the words of that.
func lintIn(l words.Language, english *Protocol, questions, guideline rules.Folder) (*Protocol, error) {
	p, err := Load(questions, guideline)
	if err != nil {
		return nil, err
	}
	lint := &linter{Protocol: p, english: english, originals: map[string]string{}, places: map[string]strict.Node{}}
	english.walk(func(file, path string, text *string, _ use) { lint.originals[file+"/"+path] = *text })
	c := newCatalogue(&lint.log, l.Tag(), questions, guideline)
	c.translate(p, l)
	if err := lint.log.Err(); err != nil {
		return p, err // how the words read says little while some are missing
	}
	for _, e := range c.order {
		lint.places[e.file+"/"+e.ID] = e.Node
	}
	lint.wording()
	return p, lint.log.Err()
}

// Speaks reports whether a folder of a protocol means to have words in a language:
// whether there is any file of them. Whether they are whole, LoadIn says.
func Speaks(questions rules.Folder, l words.Language) bool {
	found, err := fs.Glob(questions.FS, path.Join(l.Tag(), "*.yaml"))
	return err == nil && (l == words.English || len(found) > 0)
}

// catalogue is the words of a protocol in another language.
type catalogue struct {
	tag     string
	files   map[string]strict.Node
	entries map[string]*entry // by file and id
	order   []*entry
}

type entry struct {
	words.Entry
	file string
	used bool
}

func newCatalogue(log *strict.Log, tag string, questions, guideline rules.Folder) *catalogue {
	c := &catalogue{tag: tag, files: map[string]strict.Node{}, entries: map[string]*entry{}}
	c.read(log, questions, "questions.yaml")
	for _, file := range rules.Files {
		c.read(log, guideline, file)
	}
	return c
}

func (c *catalogue) read(log *strict.Log, from rules.Folder, file string) {
	node := from.Parse(log, path.Join(c.tag, file))
	c.files[file] = node
	for _, read := range words.Read(node, c.tag, true) {
		e := &entry{Entry: read, file: file}
		if _, twice := c.entries[file+"/"+e.ID]; twice {
			e.Node.Faultf("%q stands here twice; keep one", e.ID)
		}
		c.entries[file+"/"+e.ID] = e
		c.order = append(c.order, e)
	}
}

// translate puts a protocol into the language of the catalogue. What is wrong
// goes to its log.
func (c *catalogue) translate(p *Protocol, l words.Language) {
	p.Language = l
	alike := p.withoutShort()
	p.walk(func(file, path string, text *string, _ use) {
		if told, ok := c.words(file, path, *text); ok {
			*text = told
		}
	})
	for _, choice := range alike {
		choice.Short = choice.Text
	}
	p.shorten(c)
	for i := range p.Questions {
		q := &p.Questions[i]
		for _, s := range p.Sections {
			if s.ID == q.Section.ID {
				q.Section = s
			}
		}
	}
	for _, e := range c.order {
		if !e.used {
			e.Node.Faultf("%s has no text %q; take this out", e.file, e.ID)
		}
	}
}

// words are the words for the English text of this id.
func (c *catalogue) words(file, id, english string) (string, bool) {
	e := c.entries[file+"/"+id]
	switch {
	case e == nil:
		c.files[file].Faultf("there are no words for %q; add an entry with its id, the English and the %q", id, c.tag)
		return "", false
	case !sameText(e.English, english):
		e.Node.Faultf("the English of %q has changed since these words were made; it is now: %s", id, english)
	}
	e.used = true
	return e.Text, e.Text != ""
}

// sameText compares texts wherever their lines are broken.
func sameText(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// withoutShort are the choices that have no short form.
func (p *Protocol) withoutShort() (alike []*Choice) {
	for i := range p.Questions {
		for j := range p.Questions[i].Choices {
			if c := &p.Questions[i].Choices[j]; c.Short == c.Text {
				alike = append(alike, c)
			}
		}
	}
	return alike
}

// shorten takes in the short forms of choices that have none in English.
func (p *Protocol) shorten(c *catalogue) {
	for i := range p.Questions {
		q := &p.Questions[i]
		for j := range q.Choices {
			choice := &q.Choices[j]
			path := "questions.yaml/questions." + q.ID + ".choices." + choice.ID
			text, short := c.entries[path+".text"], c.entries[path+".short"]
			if short == nil || text == nil {
				continue
			}
			if !short.used && sameText(short.English, text.English) {
				short.used, choice.Short = true, short.Text
			}
			if len([]rune(choice.Short)) >= len([]rune(choice.Text)) {
				short.Node.Faultf("%q is no shorter than the text it stands for", short.ID)
			}
		}
	}
}
