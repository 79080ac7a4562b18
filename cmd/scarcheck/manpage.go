package main

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"scarcheck/quiz/words"
)

// ownDefault marks a flag whose default is that of this person, and so is not
// for a man page.
const ownDefault = "scarcheck-own-default"

// pageOf is the name of the man page of a verb, such as scarcheck-summary.
func pageOf(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manVerbs are the verbs under c that have a page of their own.
func manVerbs(c *cobra.Command) []*cobra.Command {
	var verbs []*cobra.Command
	for _, verb := range c.Commands() {
		if verb.Runnable() && !verb.Hidden {
			verbs = append(verbs, verb)
		}
	}
	return verbs
}

// allVerbs are the verbs under c, theirs behind them.
func allVerbs(c *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, verb := range manVerbs(c) {
		all = append(append(all, verb), allVerbs(verb)...)
	}
	return all
}

// manPage is the man page of a verb, in roff. Everything in it comes from the
// verb itself: its words, its flags, its examples. The same verb and day give
// the same bytes.
func manPage(l words.Language, c *cobra.Command, day time.Time) string {
	page := roff{lang: l}
	page.title(strings.ToUpper(pageOf(c)), day, program())
	page.section("NAME")
	page.line(escape(pageOf(c)) + ` \-`)
	page.fill(lowerFirst(c.Short))
	page.synopsis(c)
	page.section("DESCRIPTION")
	page.prose(c.Long)
	page.verbs(c)
	page.flags("OPTIONS", c.NonInheritedFlags())
	page.flags("OPTIONS OF EVERY VERB", c.InheritedFlags())
	page.section("EXAMPLES")
	page.verbatim(strings.TrimRight(c.Example, "\n"))
	page.section("EXIT STATUS")
	for _, way := range ways {
		page.tagged(bold(strconv.Itoa(way.code)), l.Say(way.means))
	}
	page.surroundings(c)
	page.seeAlso(c)
	return page.String()
}

// lowerFirst takes the capital from a sentence that follows a dash.
func lowerFirst(sentence string) string { return first(sentence, unicode.ToLower) }

// first is a sentence with another first letter.
func first(sentence string, to func(rune) rune) string {
	letter, size := utf8.DecodeRuneInString(sentence)
	return string(to(letter)) + sentence[size:]
}

// synopsis shows what to type: the verb bold, what to put in italic.
func (r *roff) synopsis(c *cobra.Command) {
	r.section("SYNOPSIS")
	r.line(bold(c.CommandPath()) + arguments(c) + " [" + italic(r.lang.Say("options")) + "]")
	if c.HasSubCommands() {
		r.macro("br")
		r.line(bold(c.CommandPath()) + " " + italic(r.lang.Say("VERB")) + " ...")
	}
}

// arguments are those of a verb's usage, such as "[ID ...]", each behind a blank.
func arguments(c *cobra.Command) string {
	argument := regexp.MustCompile(`\[[^]]*\]|\S+`) // a word, or several in brackets
	all := ""
	for _, word := range argument.FindAllString(c.Use, -1)[1:] {
		inner := strings.Trim(word, "[]")
		letters := italic(inner)
		if strings.HasPrefix(inner, "-") {
			letters = bold(inner)
		}
		if inner != word {
			letters = "[" + letters + "]"
		}
		all += " " + letters
	}
	return all
}

func (r *roff) verbs(c *cobra.Command) {
	if !c.HasSubCommands() {
		return
	}
	r.section("VERBS")
	for _, verb := range manVerbs(c) {
		r.tagged(bold(verb.Name())+arguments(verb), verb.Short+".")
	}
}

func (r *roff) flags(title words.Text, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	r.section(title)
	flags.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			r.tagged(flagTag(f), flagMeans(r.lang, f))
		}
	})
}

// flagTag is a flag as it is typed, such as "-o, --output FILE".
func flagTag(f *pflag.Flag) string {
	tag := bold("--" + f.Name)
	if f.Shorthand != "" {
		tag = bold("-"+f.Shorthand) + ", " + tag
	}
	if value, _ := pflag.UnquoteUsage(f); value != "" {
		tag += " " + italic(strings.ToUpper(value))
	}
	return tag
}

// flagMeans is what a flag does, with its default unless that is nothing, or
// depends on who asks.
func flagMeans(l words.Language, f *pflag.Flag) string {
	_, means := pflag.UnquoteUsage(f)
	means = first(means, unicode.ToUpper) + "."
	if _, own := f.Annotations[ownDefault]; own || f.DefValue == "" || f.DefValue == "false" {
		return means
	}
	return l.Sayf("%s The default is %s.", means, f.DefValue)
}

// surroundings tells of the environment and the files, on the page of the
// program for all its verbs.
func (r *roff) surroundings(c *cobra.Command) {
	r.section("ENVIRONMENT")
	if c.HasParent() {
		const page = "\x00"
		before, after, _ := strings.Cut(r.lang.Sayf("The variables that %s names count here too.", page), page)
		r.line(escape(before) + bold(c.Root().Name()) + escape("(1)"+after))
		return
	}
	for _, v := range variables {
		r.tagged(bold(v.called(r.lang)), r.lang.Say(v.means))
	}
	r.section("FILES")
	for _, file := range kept {
		r.tagged(italic(file.name), r.lang.Say(file.holds))
	}
}

func (r *roff) seeAlso(c *cobra.Command) {
	others := manVerbs(c)
	if c.HasParent() {
		others = append(others, c.Parent())
	}
	r.section("SEE ALSO")
	for i, other := range others {
		end := ","
		if i == len(others)-1 {
			end = ""
		}
		r.line(bold(pageOf(other)) + "(1)" + end)
	}
}
