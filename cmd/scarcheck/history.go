package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

func (a *app) history() *cobra.Command {
	c := &cobra.Command{
		Use:   "history",
		Short: a.lang.Say("List, show, compare or forget the assessments on this computer"),
		Long: a.lang.Say(`history works on the assessments that were finished on this computer. They are
kept in a folder that only you can open. Without a verb it lists them, the
newest first, and from three on it shows what was reported over time.`),
		Example: `  scarcheck history
  scarcheck history show 2026-11-23-1
  scarcheck history diff
  scarcheck history forget --all`,
		Args: noVerb,
		RunE: func(*cobra.Command, []string) error { return a.listHistory() },
	}
	c.AddCommand(
		&cobra.Command{
			Use: "list", Short: a.lang.Say("List them, the newest first"), Long: c.Long, Example: "  scarcheck history list",
			Args: none("history list takes no argument"), ValidArgsFunction: cobra.NoFileCompletions,
			RunE: func(*cobra.Command, []string) error { return a.listHistory() },
		},
		a.historyShow(), a.historyDiff(), a.historyForget())
	return c
}

// look opens the data folder to read.
func (a *app) look() (*history.Store, error) {
	dir, err := a.dataDir()
	if err != nil {
		return nil, usage("%w", err)
	}
	store, err := history.Look(dir)
	if err != nil {
		return nil, failed("the history cannot be read: %w", err)
	}
	return store, nil
}

// mostCharted is how many assessments the chart is drawn from.
const mostCharted = 8

func (a *app) listHistory() error {
	store, err := a.look()
	if err != nil {
		return err
	}
	p, err := a.protocol() // before the first line: it settles the language
	if err != nil {
		return err
	}
	entries, err := store.List()
	if err != nil {
		return failed("the history cannot be read: %w", err)
	}
	out := &bytes.Buffer{}
	var ids []string
	some := false
	for e := range entries {
		some = true
		if e.Damaged != nil {
			fmt.Fprintf(out, "%-14s  %s\n", e.ID, a.lang.Sayf("cannot be read: %v", e.Damaged))
			continue
		}
		if len(ids) < mostCharted {
			ids = append(ids, e.ID)
		}
		e = e.In(p)
		fmt.Fprintf(out, "%-14s  %s\n", e.ID, e.Title)
		for _, line := range report.Wrap(present(a.lang, e.Present), "  ", "  ", report.TextWidth) {
			fmt.Fprintln(out, line)
		}
	}
	if !some {
		fmt.Fprintln(out, a.lang.Say("There is no assessment on this computer yet. scarcheck makes one."))
	}
	if chart := report.Trend(a.oldestFirst(store, ids)); chart != "" {
		fmt.Fprintf(out, "\n%s", chart)
	}
	return a.scroll(out.Bytes())
}

func present(l words.Language, factors []string) string {
	if len(factors) == 0 {
		return l.Say("Present: no risk factor was reported.")
	}
	return l.Sayf("Present: %s.", strings.Join(factors, "; "))
}

// oldestFirst reads these assessments, the newest of which is the first.
func (a *app) oldestFirst(store *history.Store, ids []string) []*report.Report {
	var reports []*report.Report
	for i := len(ids) - 1; i >= 0; i-- {
		if _, r, err := store.Get(ids[i]); err == nil {
			reports = append(reports, a.inOurs(r))
		}
	}
	return reports
}

// saved returns the assessment of this id, "" being the newest.
func (a *app) saved(id string) (*report.Report, error) {
	store, err := a.look()
	if err != nil {
		return nil, err
	}
	var r *report.Report
	if id == "" {
		_, r, err = store.Newest()
	} else {
		_, r, err = store.Get(id)
	}
	if errors.Is(err, history.ErrNone) {
		return nil, usage("there is no assessment on this computer yet; name an answers or report file, or run scarcheck")
	}
	return r, notFound(id, err)
}

// notFound says which assessment an error is about.
func notFound(id string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, history.ErrUnknown), errors.Is(err, history.ErrNotUnique):
		return usage("%s: %w", id, err)
	}
	return failed("the assessment cannot be read: %w", err)
}

func (a *app) historyShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show " + a.lang.Say("[ID]"),
		Short: a.lang.Say("Show one of them, the newest if none is named"),
		Long: a.lang.Say(`show draws the page of an assessment as text; scarcheck summary ID draws it in
any format.`),
		Example: `  scarcheck history show
  scarcheck history show 2026-11-23-1`,
		Args:              atMost(1),
		ValidArgsFunction: a.completeID,
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := a.saved(strings.Join(args, ""))
			if err != nil {
				return err
			}
			return a.drawText(a.retold(r))
		},
	}
}

// atMost asks for no more arguments than these.
func atMost(n int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > n {
			return usage("accepts at most %d arg(s), received %d", n, len(args))
		}
		return nil
	}
}
