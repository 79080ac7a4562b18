package main

import (
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
)

func (a *app) man() *cobra.Command {
	return &cobra.Command{
		Use:   "man " + a.lang.Say("[DIR]"),
		Short: a.lang.Say("Write the manual pages, for man"),
		Long: a.lang.Say(`man writes the page scarcheck(1) to standard output, or into a folder that page
and one for each verb, such as scarcheck-summary.1. The pages are made from what
--help knows. Packages of the program bring them along.`),
		Example: `  scarcheck man > scarcheck.1
  scarcheck man ~/.local/share/man/man1
  scarcheck man --lang es ~/.local/share/man/es/man1`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("man takes the name of one folder, not %d", len(args))
			}
			return nil
		},
		ValidArgsFunction: folderOnce,
		RunE: func(c *cobra.Command, args []string) error {
			day, err := a.manDay()
			if err != nil {
				return err
			}
			root := c.Root()
			root.InitDefaultHelpFlag() // as cobra does for a verb that runs
			if len(args) == 0 {
				return a.write([]byte(manPage(a.lang, root, day)))
			}
			return a.writeManPages(args[0], root, day)
		},
	}
}

// manDay is the day that stands on man pages: that of SOURCE_DATE_EPOCH, or the
// one on which the protocol was last reviewed. Today would make other bytes of
// the same program each day.
func (a *app) manDay() (time.Time, error) {
	if a.getenv("SOURCE_DATE_EPOCH") != "" {
		return a.clock(), nil
	}
	p, err := quiz.Embedded()
	if err != nil {
		return time.Time{}, err
	}
	return p.Reviewed, nil
}

// writeManPages writes the pages of all verbs into a folder. There is nothing
// private in them.
func (a *app) writeManPages(folder string, root *cobra.Command, day time.Time) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return failed("the folder cannot be made: %w", unwrapPath(folder, err))
	}
	for _, c := range append(allVerbs(root), root) {
		c.InitDefaultHelpFlag()
		name := filepath.Join(folder, pageOf(c)+".1")
		if err := os.WriteFile(name, []byte(manPage(a.lang, c, day)), 0o644); err != nil {
			return failed("the page cannot be written: %w", unwrapPath(name, err))
		}
	}
	return nil
}

// folderOnce completes a single argument that is a folder.
func folderOnce(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveFilterDirs
}
