package main

import (
	"bytes"
	"io"

	"github.com/spf13/cobra"

	"scarcheck/quiz/report"
)

func (a *app) historyDiff() *cobra.Command {
	format := ""
	c := &cobra.Command{
		Use:   "diff [A] [B]",
		Short: a.lang.Say("Say what changed between two of them, the newest two if none is named"),
		Long: a.lang.Say(`diff says what changed in the answers, which risk factors and which advice came
or went because of that, and apart from it what changed because the questions or
the rules did. With one ID it compares that one with the newest.`),
		Example: `  scarcheck history diff
  scarcheck history diff 2026-05-03-1
  scarcheck history diff 2026-05-03-1 2026-11-23-1 -f json`,
		Args:              atMost(2),
		ValidArgsFunction: a.completeIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			draw, ok := map[string]func(io.Writer, *report.Change) error{
				"text": report.ChangeText, "json": report.ChangeJSON,
			}[format]
			if !ok {
				return usage("diff has no format %q; choose text or json", format)
			}
			before, after, err := a.pair(args)
			if err != nil {
				return err
			}
			var told bytes.Buffer
			if err := draw(&told, report.Compare(a.atHand(), before, after)); err != nil {
				return failed("telling what changed: %w", err)
			}
			return a.scroll(told.Bytes())
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "text", a.lang.Sayf("the `FORMAT`: %s", a.lang.Or([]string{"text", "json"})))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// pair is the two assessments to compare.
func (a *app) pair(ids []string) (before, after *report.Report, err error) {
	if len(ids) < 2 {
		if ids, err = a.newestBeside(ids); err != nil {
			return nil, nil, err
		}
	}
	if before, err = a.saved(ids[0]); err != nil {
		return nil, nil, err
	}
	after, err = a.saved(ids[1])
	return before, after, err
}

// newestBeside completes a pair with the newest assessments.
func (a *app) newestBeside(ids []string) ([]string, error) {
	store, err := a.look()
	if err != nil {
		return nil, err
	}
	entries, err := store.List()
	if err != nil {
		return nil, failed("the history cannot be read: %w", err)
	}
	var newest []string
	for e := range entries {
		if e.Damaged == nil && (len(ids) == 0 || e.ID != ids[0]) {
			newest = append(newest, e.ID)
		}
		if len(newest)+len(ids) == 2 {
			break
		}
	}
	if len(newest)+len(ids) < 2 {
		return nil, usage("there are not two assessments on this computer to compare; scarcheck history lists those there are")
	}
	if len(ids) == 1 {
		return []string{ids[0], newest[0]}, nil
	}
	return []string{newest[1], newest[0]}, nil
}
