package main

import (
	"fmt"
	"strings"
	"time"

	"scarcheck/quiz/words"
)

// roff is a man page in the making, in the macros of man(7), which groff and
// mandoc know alike. github.com/spf13/cobra/doc would write it too, but by way
// of Markdown, and the program would carry a reader of that.
type roff struct {
	strings.Builder
	lang words.Language // of the headings
}

// escapes are the characters that are not themselves in roff. A plain hyphen
// may come out as a longer one, that no shell takes.
var escapes = strings.NewReplacer(
	`\`, `\(rs`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`, `"`, `\(dq`,
)

// escape is a text that roff shows letter by letter. Beyond ASCII it is written
// in numbers, so that no encoding has to be guessed.
func escape(text string) string {
	var safe strings.Builder
	for _, r := range escapes.Replace(text) {
		switch {
		case r == '\t':
			safe.WriteByte(' ')
		case r < ' ' || r == 0x7f: // no text of ours
		case r > 0x7f:
			fmt.Fprintf(&safe, `\[u%04X]`, r)
		default:
			safe.WriteRune(r)
		}
	}
	return safe.String()
}

// line writes roff that is escaped. A dot in front would make it a macro; an
// apostrophe, which would too, is escaped already.
func (r *roff) line(escaped string) {
	if strings.HasPrefix(escaped, ".") {
		r.WriteString(`\&`)
	}
	r.WriteString(escaped + "\n")
}

// macro writes a macro with its arguments, which are plain text.
func (r *roff) macro(name string, args ...string) {
	r.WriteString("." + name)
	for _, arg := range args {
		r.WriteString(` "` + escape(arg) + `"`)
	}
	r.WriteByte('\n')
}

// title begins the page. The date stands as it is: mandoc 1.14 reads no other.
func (r *roff) title(name string, day time.Time, program string) {
	fmt.Fprintf(r, ".TH \"%s\" 1 %s \"%s\" \"%s\"\n",
		escape(name), day.Format(time.DateOnly), escape(program), escape(r.lang.Say("User Commands")))
}

// section begins a part of the page.
func (r *roff) section(title words.Text) { r.macro("SH", r.lang.Say(title)) }

// prose writes text of paragraphs, between them an empty line. The lines of a
// paragraph are filled anew, except where they are indented.
func (r *roff) prose(text string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			r.macro("PP")
		}
		if strings.HasPrefix(paragraph, " ") {
			r.verbatim(paragraph)
			continue
		}
		r.fill(paragraph)
	}
}

// fill writes words in lines of their own length. A sentence ends with its
// line, which is how roff knows that it ends.
func (r *roff) fill(text string) {
	const widest = 72
	line := ""
	for word := range strings.FieldsSeq(text) {
		word = escape(word)
		if line != "" && len(line)+1+len(word) > widest {
			r.line(line)
			line = ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
		if strings.HasSuffix(word, ".") && !strings.HasSuffix(word, "..") {
			r.line(line)
			line = ""
		}
	}
	if line != "" {
		r.line(line)
	}
}

// verbatim writes lines as they are, in a typewriter's letters where there are
// such.
func (r *roff) verbatim(text string) {
	r.macro("EX")
	for line := range strings.Lines(text) {
		r.line(escape(strings.TrimRight(strings.TrimPrefix(line, "  "), "\n")))
	}
	r.macro("EE")
}

// tagged writes an entry of a list: the tag, escaped and in its letters, and
// behind it what it means.
func (r *roff) tagged(tag, means string) {
	r.macro("TP")
	r.line(tag)
	r.fill(means)
}

// bold and italic are a text, plain, in other letters: to type as it stands,
// and to put something in for.
func bold(text string) string   { return `\fB` + escape(text) + `\fR` }
func italic(text string) string { return `\fI` + escape(text) + `\fR` }
