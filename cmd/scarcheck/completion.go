package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz/words"
	"scarcheck/rules/strict"
)

// shells are those with completions, and what writes the script of each.
var shells = []struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}{
	{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", (*cobra.Command).GenZshCompletion},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", (*cobra.Command).GenPowerShellCompletionWithDesc},
}

// completion takes the place of cobra's own verb of that name, which has one
// verb more for each shell and no examples.
func (a *app) completion() *cobra.Command {
	names := make([]string, len(shells))
	for i, shell := range shells {
		names[i] = shell.name
	}
	return &cobra.Command{
		Use:   "completion " + a.lang.Say("SHELL"),
		Short: a.lang.Say("Write the script that completes verbs, flags and files in your shell"),
		Long: a.lang.Say(`completion writes a script for bash, zsh, fish or PowerShell. With it the Tab
key completes verbs, flags, formats, papers, print queues and file names. It
looks into no file and at no answer. Packages of the program bring these scripts
along.

Bash needs the package bash-completion. Zsh needs "autoload -U compinit" and
"compinit" in ~/.zshrc, and the file in a folder that $fpath names.`),
		Example: `  scarcheck completion bash > ~/.local/share/bash-completion/completions/scarcheck
  scarcheck completion zsh > ~/.zfunc/_scarcheck
  scarcheck completion fish > ~/.config/fish/completions/scarcheck.fish
  scarcheck completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: names,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("completion needs the name of a shell: %s", strings.Join(names, ", "))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			for _, shell := range shells {
				if shell.name == strings.ToLower(args[0]) {
					if err := shell.write(c.Root(), a.stdout); err != nil {
						return failed("writing to standard output: %w", err)
					}
					return nil
				}
			}
			return noShell(args[0], names)
		},
	}
}

// noShell refuses a shell, and names the nearest and all there are.
func noShell(name string, names []string) error {
	choose := words.Errorf("choose one of %s", strings.Join(names, ", "))
	if near, ok := strict.Nearest(name, names); ok {
		return usage("%w\n%w", words.Errorf("there is no completion for %q, did you mean %q?", name, near), choose)
	}
	return usage("%w\n%w", words.Errorf("there is no completion for %q", name), choose)
}
