package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz/report"
)

// help is the verb that shows what --help shows, and the topics.
func help() *cobra.Command {
	return &cobra.Command{
		Use:   "help [VERB]",
		Short: "Show how to use a verb, or a topic",
		Long: `help shows what a verb does, its flags and examples, as --help does. It has two
topics more: environment and exit-codes.`,
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
func environment() *cobra.Command {
	return topic("environment", "Variables of the environment that make a difference", func(w io.Writer) {
		fmt.Fprintln(w, "What these variables of the environment change:")
		for _, v := range variables {
			fmt.Fprintf(w, "\n  %s\n", v.names)
			for _, line := range report.Wrap(v.means, "      ", "      ", report.TextWidth) {
				fmt.Fprintln(w, line)
			}
		}
	})
}

// exitCodes is the help topic on how the program ends.
func exitCodes() *cobra.Command {
	return topic("exit-codes", "What the exit code says", func(w io.Writer) {
		fmt.Fprint(w, "How the program ends, for scripts:\n\n")
		for _, way := range ways {
			fmt.Fprintf(w, "  %-5d %s\n", way.code, way.means)
		}
	})
}

// topic is a page of help on no verb. Its text is made when it is asked for.
func topic(name, short string, tell func(io.Writer)) *cobra.Command {
	c := &cobra.Command{Use: name, Short: short}
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { tell(c.OutOrStdout()) })
	return c
}
