package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"scarcheck/rules/strict"
)

// noVerb refuses a word that is no verb and names the nearest. A file in its
// place is most likely one to draw.
func noVerb(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	word := args[0]
	if near, ok := nearestVerb(c, word); ok {
		return usage("there is no verb %q, did you mean %q?\n%s --help lists what there is", word, near, c.CommandPath())
	}
	if info, err := os.Stat(word); err == nil && info.Mode().IsRegular() && !c.HasParent() {
		return usage("there is no verb %q; to draw the page from that file: scarcheck summary %s", word, quoted(word))
	}
	return usage("there is no verb %q\n%s --help lists what there is", word, c.CommandPath())
}

// nearestVerb is the verb or help topic that a word begins, or else the one it
// was plausibly meant to be.
func nearestVerb(c *cobra.Command, word string) (string, bool) {
	var names []string
	for _, verb := range c.Commands() {
		if verb.Hidden {
			continue
		}
		if utf8.RuneCountInString(word) > 1 && strings.HasPrefix(verb.Name(), strings.ToLower(word)) {
			return verb.Name(), true
		}
		names = append(names, verb.Name())
	}
	return strict.Nearest(word, names)
}

// badFlag says what is wrong with a flag, names the nearest one there is, and
// where the others are listed. pflag v1.0.9 does neither.
func badFlag(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	said := err.Error()
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		letters := unknown.GetSpecifiedShortnames()
		first, _ := utf8.DecodeRuneInString(letters) // pflag takes its first byte
		said = fmt.Sprintf("%s has no flag -%c", c.CommandPath(), first)
		if near, ok := nearestFlag(c, letters); ok && len(letters) > 1 { // -output
			said += fmt.Sprintf(", did you mean --%s?", near)
		}
	case errors.As(err, &unknown):
		said = fmt.Sprintf("%s has no flag --%s", c.CommandPath(), unknown.GetSpecifiedName())
		if near, ok := nearestFlag(c, unknown.GetSpecifiedName()); ok {
			said += fmt.Sprintf(", did you mean --%s?", near)
		}
	case errors.As(err, &bare):
		said = fmt.Sprintf("--%s needs a value", bare.GetFlag().Name)
	}
	return usage("%s\n%s --help lists what there is", said, c.CommandPath())
}

// nearestFlag is the flag of a verb that a word begins, or else the one it was
// plausibly meant to be.
func nearestFlag(c *cobra.Command, word string) (string, bool) {
	var names []string
	begun := ""
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		names = append(names, f.Name)
		if begun == "" && utf8.RuneCountInString(word) > 2 && strings.HasPrefix(f.Name, word) {
			begun = f.Name
		}
	})
	if begun != "" {
		return begun, true
	}
	return strict.Nearest(word, names)
}
