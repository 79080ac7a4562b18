package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz/report"
)

// help is the verb that shows what --help shows, and the topics.
func (a *app) help() *cobra.Command {
	return &cobra.Command{
		Use:   "help " + a.lang.Say("[VERB]"),
		Short: a.lang.Say("Show how to use a verb, or a topic"),
		Long: a.lang.Say(`help shows what a verb does, its flags and examples, as --help does. It has two
topics more: environment and exit-codes.`),
		Example: `  scarcheck help summary
  scarcheck help environment`,
		ValidArgsFunction: func(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, verb := range c.Root().Commands() {
				if !verb.Hidden && strings.HasPrefix(verb.Name(), begun) {
					names = append(names, verb.Name()+"\t"+verb.Short)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			found, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return noVerb(found, rest)
			}
			found.InitDefaultHelpFlag() // as cobra does before it runs a verb
			return found.Help()
		},
	}
}

// environment is the help topic on the variables that make a difference.
func (a *app) environment() *cobra.Command {
	return topic("environment", a.lang.Say("Variables of the environment that make a difference"), func(w io.Writer) {
		fmt.Fprintln(w, a.lang.Say("What these variables of the environment change:"))
		for _, v := range variables {
			fmt.Fprintf(w, "\n  %s\n", v.called(a.lang))
			for _, line := range report.Wrap(a.lang.Say(v.means), "      ", "      ", report.TextWidth) {
				fmt.Fprintln(w, line)
			}
		}
	})
}

// exitCodes is the help topic on how the program ends.
func (a *app) exitCodes() *cobra.Command {
	return topic("exit-codes", a.lang.Say("What the exit code says"), func(w io.Writer) {
		fmt.Fprintf(w, "%s\n\n", a.lang.Say("How the program ends, for scripts:"))
		for _, way := range ways {
			fmt.Fprintf(w, "  %-5d %s\n", way.code, a.lang.Say(way.means))
		}
	})
}

// topic is a page of help on no verb. Its text is made when it is asked for.
func topic(name, short string, tell func(io.Writer)) *cobra.Command {
	c := &cobra.Command{Use: name, Short: short}
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { tell(c.OutOrStdout()) })
	return c
}
