package main

import (
	"errors"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"scarcheck/quiz/words"
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
		return listed(c, words.Errorf("there is no verb %q, did you mean %q?", word, near))
	}
	if info, err := os.Stat(word); err == nil && info.Mode().IsRegular() && !c.HasParent() {
		return usage("there is no verb %q; to draw the page from that file: scarcheck summary %s", word, quoted(word))
	}
	return listed(c, words.Errorf("there is no verb %q", word))
}

// listed is bad usage of a verb, with where to read what it takes.
func listed(c *cobra.Command, err error) error {
	return usage("%w\n%w", err, words.Errorf("%s --help lists what there is", c.CommandPath()))
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
	return listed(c, wrongFlag(c, err))
}

func wrongFlag(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	var told *exitError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown)
	case errors.As(err, &bare):
		return words.Errorf("--%s needs a value", bare.GetFlag().Name)
	case errors.As(err, &told): // the flag says it itself
		return told
	case errors.As(err, &value): // what takes any text takes this one; what is left is on or off
		return words.Errorf("--%s takes true or false, not %q", value.GetFlag().Name, value.GetValue())
	case errors.As(err, &syntax):
		return words.Errorf("bad flag syntax: %s", syntax.GetSpecifiedFlag())
	}
	return err
}

func unknownFlag(c *cobra.Command, unknown *pflag.NotExistError) error {
	if letters := unknown.GetSpecifiedShortnames(); letters != "" {
		first, _ := utf8.DecodeRuneInString(letters)                     // pflag takes its first byte
		if near, ok := nearestFlag(c, letters); ok && len(letters) > 1 { // -output
			return words.Errorf("%s has no flag -%c, did you mean --%s?", c.CommandPath(), first, near)
		}
		return words.Errorf("%s has no flag -%c", c.CommandPath(), first)
	}
	name := unknown.GetSpecifiedName()
	if near, ok := nearestFlag(c, name); ok {
		return words.Errorf("%s has no flag --%s, did you mean --%s?", c.CommandPath(), name, near)
	}
	return words.Errorf("%s has no flag --%s", c.CommandPath(), name)
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
