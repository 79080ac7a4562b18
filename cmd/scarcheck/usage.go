package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"scarcheck/quiz/words"
)

// drawUsage writes how a verb is used, as cobra v1.10.2 does, but in the language.
func (a *app) drawUsage(c *cobra.Command) error {
	_, err := fmt.Fprint(c.OutOrStderr(), usageText(a.lang, c))
	return err
}

func usageText(l words.Language, c *cobra.Command) string {
	text := l.Say("Usage:")
	if c.Runnable() {
		text += "\n  " + useLine(l, c)
	}
	if c.HasAvailableSubCommands() {
		text += "\n  " + l.Sayf("%s [command]", c.CommandPath())
	}
	if c.HasExample() {
		text += "\n\n" + l.Say("Examples:") + "\n" + c.Example
	}
	if c.HasAvailableSubCommands() {
		text += "\n\n" + l.Say("Available Commands:") + verbLines(c)
	}
	if c.HasAvailableLocalFlags() {
		text += "\n\n" + l.Say("Flags:") + flagLines(l, c.LocalFlags())
	}
	if c.HasAvailableInheritedFlags() {
		text += "\n\n" + l.Say("Global Flags:") + flagLines(l, c.InheritedFlags())
	}
	if c.HasHelpSubCommands() {
		text += "\n\n" + l.Say("Additional help topics:") + topicLines(c)
	}
	if c.HasAvailableSubCommands() {
		text += "\n\n" + l.Sayf(`Use "%s [command] --help" for more information about a command.`, c.CommandPath())
	}
	return text + "\n"
}

// useLine is what to type for a verb.
func useLine(l words.Language, c *cobra.Command) string {
	line, flags := strings.CutSuffix(c.UseLine(), " [flags]")
	if !flags {
		return line
	}
	return l.Sayf("%s [flags]", line)
}

func verbLines(c *cobra.Command) string {
	lines := ""
	for _, verb := range c.Commands() {
		if verb.IsAvailableCommand() || verb.Name() == "help" {
			lines += fmt.Sprintf("\n  %-*s %s", verb.NamePadding(), verb.Name(), verb.Short)
		}
	}
	return lines
}

func topicLines(c *cobra.Command) string {
	lines := ""
	for _, topic := range c.Commands() {
		if topic.IsAdditionalHelpTopicCommand() {
			lines += fmt.Sprintf("\n  %-*s %s", topic.CommandPathPadding(), topic.CommandPath(), topic.Short)
		}
	}
	return lines
}

// flagLines are the flags, one a line, what they mean in a column of its own.
func flagLines(l words.Language, flags *pflag.FlagSet) string {
	var heads, meanings []string
	widest := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		head := "      --" + f.Name
		if f.Shorthand != "" {
			head = "  -" + f.Shorthand + ", --" + f.Name
		}
		value, means := pflag.UnquoteUsage(f)
		if value != "" {
			head += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" {
			means += " " + l.Sayf("(default %q)", f.DefValue)
		}
		heads, meanings = append(heads, head), append(meanings, means)
		widest = max(widest, len([]rune(head)))
	})
	lines := ""
	for i, head := range heads {
		lines += fmt.Sprintf("\n%-*s   %s", widest, head, meanings[i])
	}
	return lines
}

// helpFlags gives each verb its --help in the language, where cobra would add one
// in English.
func helpFlags(l words.Language, c *cobra.Command) {
	const name = "help"
	c.Flags().BoolP(name, "h", false, l.Sayf("help for %s", c.Name()))
	_ = c.Flags().SetAnnotation(name, cobra.FlagSetByCobraAnnotation, []string{"true"}) // the flag is there
	for _, verb := range c.Commands() {
		helpFlags(l, verb)
	}
}
