package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"scarcheck/quiz/report"
)

func (a *app) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain " + a.lang.Say("[ASSESSMENT]"),
		Short: a.lang.Say("Show every rule: fired, not or open, and because of which answers"),
		Long: a.lang.Say(`explain shows every rule of the questionnaire for one set of answers: whether it
fired, did not, or is open for want of an answer; which answers decide that; and
the smallest change of answers that would make it fire. ASSESSMENT is an id from
the history, an answers file, a saved report or the code of a page; - reads
standard input. Left out it is the newest one.`),
		Example: `  scarcheck explain answers.json
  scarcheck explain - < report.json`,
		Args: oneAssessment, ValidArgsFunction: a.completeAssessment,
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := a.protocol()
			if err != nil {
				return err
			}
			answers, err := a.answers(p, named(args))
			if err != nil {
				return err
			}
			var told bytes.Buffer
			if err := report.Explain(&told, p, answers); err != nil {
				return failed("explaining: %w", err)
			}
			return a.scroll(told.Bytes())
		},
	}
}
