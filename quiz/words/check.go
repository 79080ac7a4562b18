package words

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"scarcheck/rules"
	"scarcheck/rules/strict"
)

// Check compares the catalogues with what the program says. The error is a
// strict.Faults: what is said and has no words in a language, what has words and
// is not said, or no longer so, and words that do not take what is put into them.
func Check() error {
	var log strict.Log
	for _, tag := range Other {
		compare(&log, tag, folder("en"), folder(tag))
	}
	return log.Err()
}

// compare looks for what is wrong with the catalogues of a language.
func compare(log *strict.Log, tag string, english, other rules.Folder) {
	c := &checker{log: log, tag: tag, english: english, other: other, told: map[string]Entry{}}
	said := files(english)
	for _, file := range said {
		c.file(file)
	}
	for _, file := range files(other) {
		if !slices.Contains(said, file) {
			log.Faultf(path.Join(other.Name, file), "no package says any of this; take the file out")
		}
	}
}

// checker compares the catalogues of one language with the English ones.
type checker struct {
	log            *strict.Log
	tag            string
	english, other rules.Folder
	told           map[string]Entry // by the English, of all files so far
}

func (c *checker) file(file string) {
	said := c.english.Parse(c.log, file).Map("texts").Get("texts").Items()
	entries := Read(c.other.Parse(c.log, file), c.tag, false)
	english := make([]string, len(said))
	for i, node := range said {
		english[i] = node.Text()
	}
	known := map[string]bool{}
	for _, e := range entries {
		c.entry(e, known, english)
	}
	for i, node := range said {
		if !known[english[i]] && english[i] != "" {
			node.Faultf("there is no %q for this; add it to %s", c.tag, path.Join(c.other.Name, file))
		}
	}
}

func (c *checker) entry(e Entry, known map[string]bool, said []string) {
	switch before, twice := c.told[e.English]; {
	case e.English == "" || e.Text == "": // what is wrong stands in the log already
	case known[e.English]:
		e.Node.Faultf("this text stands here twice; keep one")
	case !slices.Contains(said, e.English):
		e.Node.Faultf("the program does not say this, or no longer so%s", strict.Suggest(e.English, said))
	case twice && before.Text != e.Text:
		e.Node.Faultf("the same text is put otherwise for another package: %q", before.Text)
	case !sameVerbs(e.English, e.Text):
		e.Node.Faultf("what is put into the English, %s, is not what is put into this, %s",
			strings.Join(verbs(e.English), " "), strings.Join(verbs(e.Text), " "))
	}
	known[e.English], c.told[e.English] = true, e
}

// sameVerbs reports whether both texts take the same arguments.
func sameVerbs(english, other string) bool {
	return slices.Equal(verbs(english), verbs(other))
}

// verbs are the verbs of a format by the place of their argument: "1d", "2s".
func verbs(format string) []string {
	var found []string
	next := 1
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		end := i + 1 + strings.IndexFunc(format[i+1:]+"v", func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '%' })
		if end >= len(format) {
			break
		}
		if format[end] != '%' {
			if at := strings.IndexByte(format[i:end], '['); at >= 0 {
				_, _ = fmt.Sscanf(format[i+at:end], "[%d]", &next)
			}
			if verb := fmt.Sprintf("%d%c", next, format[end]); !slices.Contains(found, verb) {
				found = append(found, verb)
			}
			next++
		}
		i = end
	}
	slices.Sort(found)
	return found
}
