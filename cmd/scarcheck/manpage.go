package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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
func manPage(c *cobra.Command, day time.Time) string {
	var page roff
	page.title(strings.ToUpper(pageOf(c)), day, program())
	page.macro("SH", "NAME")
	page.line(escape(pageOf(c)) + ` \-`)
	page.fill(lowerFirst(c.Short))
	page.synopsis(c)
	page.macro("SH", "DESCRIPTION")
	page.prose(c.Long)
	page.verbs(c)
	page.flags("OPTIONS", c.NonInheritedFlags())
	page.flags("OPTIONS OF EVERY VERB", c.InheritedFlags())
	page.macro("SH", "EXAMPLES")
	page.verbatim(strings.TrimRight(c.Example, "\n"))
	page.macro("SH", "EXIT STATUS")
	for _, way := range ways {
		page.tagged(bold(strconv.Itoa(way.code)), way.means)
	}
	page.surroundings(c)
	page.seeAlso(c)
	return page.String()
}

// lowerFirst takes the capital from a sentence that follows a dash.
func lowerFirst(sentence string) string { return strings.ToLower(sentence[:1]) + sentence[1:] }

// synopsis shows what to type: the verb bold, what to put in italic.
func (r *roff) synopsis(c *cobra.Command) {
	r.macro("SH", "SYNOPSIS")
	r.line(bold(c.CommandPath()) + arguments(c) + " [" + italic("options") + "]")
	if c.HasSubCommands() {
		r.macro("br")
		r.line(bold(c.CommandPath()) + " " + italic("VERB") + " ...")
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
	r.macro("SH", "VERBS")
	for _, verb := range manVerbs(c) {
		r.tagged(bold(verb.Name())+arguments(verb), verb.Short+".")
	}
}

func (r *roff) flags(title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	r.macro("SH", title)
	flags.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			r.tagged(flagTag(f), flagMeans(f))
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
func flagMeans(f *pflag.Flag) string {
	_, means := pflag.UnquoteUsage(f)
	means = strings.ToUpper(means[:1]) + means[1:] + "."
	if _, own := f.Annotations[ownDefault]; own || f.DefValue == "" || f.DefValue == "false" {
		return means
	}
	return fmt.Sprintf("%s The default is %s.", means, f.DefValue)
}

// surroundings tells of the environment and the files, on the page of the
// program for all its verbs.
func (r *roff) surroundings(c *cobra.Command) {
	r.macro("SH", "ENVIRONMENT")
	if c.HasParent() {
		r.line(escape("The variables that ") + bold(c.Root().Name()) + escape("(1) names count here too."))
		return
	}
	for _, v := range variables {
		r.tagged(bold(v.names), v.means)
	}
	r.macro("SH", "FILES")
	for _, file := range kept {
		r.tagged(italic(file.name), file.holds)
	}
}

func (r *roff) seeAlso(c *cobra.Command) {
	others := manVerbs(c)
	if c.HasParent() {
		others = append(others, c.Parent())
	}
	r.macro("SH", "SEE ALSO")
	for i, other := range others {
		end := ","
		if i == len(others)-1 {
			end = ""
		}
		r.line(bold(pageOf(other)) + "(1)" + end)
	}
}
