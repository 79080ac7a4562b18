package main

import (
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
	"scarcheck/rules"
)

func (a *app) check() *cobra.Command {
	format, against := "", ""
	c := &cobra.Command{
		Use:   "check",
		Short: "Check the questions and rules: lint them, and run their cases",
		Long: `check looks for everything that can be wrong with a protocol, the one that the
program carries or the one in the folder that --protocol names, and runs its
cases. It ends with exit code 4 if it finds a fault.`,
		Example: `  scarcheck check
  scarcheck check --protocol clinic
  scarcheck check --protocol clinic -f json
  scarcheck check --protocol clinic --against clinic-before`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("check takes no file; name a folder with --protocol: scarcheck check --protocol %s", args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			draw, ok := report.CheckFormats[format]
			if !ok {
				return usage("check has no format %q; choose text or json", format)
			}
			return a.runCheck(draw, against)
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "text", "how to tell it: text or json")
	c.Flags().StringVar(&against, "against", "", "tell what changes against the protocol in this folder, and for how many answers")
	_ = c.MarkFlagDirname("against")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (a *app) runCheck(draw report.CheckFormat, against string) error {
	if a.unchecked {
		return usage("check is what --unchecked leaves out; run it without")
	}
	questions, guideline := quiz.EmbeddedQuestions(), rules.Embedded()
	if a.folder != "" {
		folder, err := openFolder("--protocol", a.folder)
		if err != nil {
			return err
		}
		questions, guideline = folder, folder
	}
	begin := time.Now()
	checked, err := quiz.Check(questions, guideline, a.clock())
	if err != nil {
		return failed("the check stopped: %w", err)
	}
	if against != "" {
		if err := a.compare(checked, against); err != nil {
			return err
		}
	}
	var told strings.Builder
	if err := draw(&told, checked, report.CheckOptions{Program: program(), Took: time.Since(begin)}); err != nil {
		return failed("drawing the check: %w", err)
	}
	if _, err := a.stdout.Write([]byte(told.String())); err != nil {
		return failed("writing to standard output: %w", err)
	}
	if !checked.Sound() {
		return &exitError{exitFaults, errors.New("")} // the report has said it all
	}
	return nil
}

// compare finds what changes against the protocol in a folder.
func (a *app) compare(checked *quiz.Checked, against string) error {
	folder, err := openFolder("--against", against)
	if err != nil {
		return err
	}
	before, err := quiz.Load(folder, folder)
	if err != nil {
		return err
	}
	if err := checked.Compare(before); err != nil {
		return failed("%s cannot be compared: %w", against, err)
	}
	return nil
}
