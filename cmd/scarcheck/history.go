package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz"
	"scarcheck/quiz/history"
	"scarcheck/quiz/report"
)

func (a *app) history() *cobra.Command {
	c := &cobra.Command{
		Use:   "history",
		Short: "List, show, compare or forget the assessments on this computer",
		Long: `history works on the assessments that were finished on this computer. They are
kept in a folder that only you can open. Without a verb it lists them, the newest
first, and from three on it shows what was reported over time.`,
		Example: `  scarcheck history
  scarcheck history show 2026-11-23-1
  scarcheck history diff
  scarcheck history forget --all`,
		Args: noVerb,
		RunE: func(*cobra.Command, []string) error { return a.listHistory() },
	}
	c.AddCommand(
		&cobra.Command{
			Use: "list", Short: "List them, the newest first", Long: c.Long, Example: "  scarcheck history list",
			Args: none("history list takes no argument"),
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
	entries, err := store.List()
	if err != nil {
		return failed("the history cannot be read: %w", err)
	}
	out := bufio.NewWriter(a.stdout)
	var ids []string
	some := false
	for e := range entries {
		some = true
		if e.Damaged != nil {
			fmt.Fprintf(out, "%-14s  cannot be read: %v\n", e.ID, e.Damaged)
			continue
		}
		if len(ids) < mostCharted {
			ids = append(ids, e.ID)
		}
		fmt.Fprintf(out, "%-14s  %s\n", e.ID, e.Title)
		for _, line := range report.Wrap("Present: "+present(e.Present), "  ", "  ", report.TextWidth) {
			fmt.Fprintln(out, line)
		}
	}
	if !some {
		fmt.Fprintln(out, "There is no assessment on this computer yet. scarcheck makes one.")
	}
	if chart := report.Trend(a.oldestFirst(store, ids)); chart != "" {
		fmt.Fprintf(out, "\n%s", chart)
	}
	if err := out.Flush(); err != nil {
		return failed("writing to standard output: %w", err)
	}
	return nil
}

func present(factors []string) string {
	if len(factors) == 0 {
		return "no risk factor was reported."
	}
	return strings.Join(factors, "; ") + "."
}

// oldestFirst reads these assessments, the newest of which is the first.
func (a *app) oldestFirst(store *history.Store, ids []string) []*report.Report {
	var reports []*report.Report
	for i := len(ids) - 1; i >= 0; i-- {
		if _, r, err := store.Get(ids[i]); err == nil {
			reports = append(reports, r)
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
		Use:   "show [ID]",
		Short: "Show one of them, the newest if none is named",
		Long: `show draws the page of an assessment as text; scarcheck summary ID draws it in any
format.`,
		Example: `  scarcheck history show
  scarcheck history show 2026-11-23-1`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: a.completeIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := a.saved(strings.Join(args, ""))
			if err != nil {
				return err
			}
			return a.drawText(r)
		},
	}
}

func (a *app) historyDiff() *cobra.Command {
	format := ""
	c := &cobra.Command{
		Use:   "diff [A] [B]",
		Short: "Say what changed between two of them, the newest two if none is named",
		Long: `diff says what changed in the answers, which risk factors and which advice came
or went because of that, and apart from it what changed because the questions or
the rules did. With one ID it compares that one with the newest.`,
		Example: `  scarcheck history diff
  scarcheck history diff 2026-05-03-1
  scarcheck history diff 2026-05-03-1 2026-11-23-1 -f json`,
		Args:              cobra.MaximumNArgs(2),
		ValidArgsFunction: a.completeIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			draw, ok := map[string]func(*report.Change) error{
				"text": func(c *report.Change) error { return report.ChangeText(a.stdout, c) },
				"json": func(c *report.Change) error { return report.ChangeJSON(a.stdout, c) },
			}[format]
			if !ok {
				return usage("diff has no format %q; choose text or json", format)
			}
			before, after, err := a.pair(args)
			if err != nil {
				return err
			}
			if err := draw(report.Compare(a.atHand(), before, after)); err != nil {
				return failed("writing to standard output: %w", err)
			}
			return nil
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "text", "how to tell it: text or json")
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

func (a *app) historyForget() *cobra.Command {
	all, yes := false, false
	c := &cobra.Command{
		Use:   "forget [ID ...] [--all]",
		Short: "Remove some of them, or everything that is kept",
		Long: `forget removes assessments from this computer for good. With --all it removes the
draft as well, and the folder that all of it was kept in. It asks first, unless
--yes is given.`,
		Example: `  scarcheck history forget 2026-11-23-1
  scarcheck history forget --all --yes`,
		ValidArgsFunction: a.completeIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return usage("name what to forget: scarcheck history forget ID, or --all; scarcheck history lists the ids")
			}
			return a.forget(args, yes)
		},
	}
	c.Flags().BoolVar(&all, "all", false, "remove everything that is kept, the draft too")
	c.Flags().BoolVar(&yes, "yes", false, "do not ask first")
	return c
}

// forget removes these assessments, or everything if none is named.
func (a *app) forget(ids []string, yes bool) error {
	what := strings.Join(ids, ", ")
	if len(ids) == 0 {
		what = "everything that is kept"
	}
	if !yes {
		sure, err := a.sure("Forget " + what + "? It cannot be brought back. Type y or n, then press Enter: ")
		if err != nil || !sure {
			return err
		}
	}
	dir, err := a.dataDir()
	if err != nil {
		return usage("%w", err)
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) && len(ids) == 0 {
		a.tellRemoved(history.Removed{})
		return nil
	}
	store, err := history.Open(dir)
	if err != nil {
		return failed("nothing can be removed: %w", err)
	}
	defer func() { _ = store.Close() }()
	var gone history.Removed
	if len(ids) == 0 {
		gone, err = store.ForgetAll()
	} else {
		gone, err = store.Forget(ids...)
	}
	a.tellRemoved(gone)
	if errors.Is(err, history.ErrUnknown) {
		return usage("nothing was removed: %w", err)
	}
	if err != nil {
		return failed("not everything could be removed: %w", err)
	}
	return nil
}

// sure asks a question on the terminal. The end of the input is no yes.
func (a *app) sure(question string) (bool, error) {
	fmt.Fprint(a.stderr, question)
	line, err := bufio.NewReader(a.stdin).ReadString('\n')
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "y", "yes":
		return true, nil
	case "n", "no":
		fmt.Fprintln(a.stderr, "Nothing was removed.")
		return false, nil
	}
	if err != nil {
		fmt.Fprintln(a.stderr)
	}
	return false, usage("nothing was removed; type y or n, or say --yes")
}

// tellRemoved says what is gone.
func (a *app) tellRemoved(gone history.Removed) {
	var told []string
	if n := len(gone.Assessments); n == 1 {
		told = append(told, "the assessment "+gone.Assessments[0])
	} else if n > 1 {
		told = append(told, fmt.Sprintf("%d assessments", n))
	}
	if gone.Draft {
		told = append(told, "the draft")
	}
	if gone.Damaged > 0 {
		told = append(told, "drafts that could not be read")
	}
	if gone.Folder {
		told = append(told, "the folder")
	}
	if len(told) == 0 {
		told = []string{"nothing, because nothing was kept"}
	}
	fmt.Fprintf(a.stderr, "scarcheck: removed %s\n", strings.Join(told, ", "))
	if len(gone.Left) > 0 {
		fmt.Fprintf(a.stderr, "scarcheck: left alone, because they are not scarcheck's: %s\n", strings.Join(gone.Left, ", "))
	}
}

// completeIDs offers the ids of assessments to the shell.
func (a *app) completeIDs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	store, err := a.look()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	entries, err := store.List()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []string
	for e := range entries {
		ids = append(ids, e.ID+"\t"+e.Title)
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completeAssessment offers ids and files.
func (a *app) completeAssessment(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, _ := a.completeIDs(c, args, begun)
	return ids, cobra.ShellCompDirectiveDefault
}

// carried returns the answers of a saved report under the present protocol, and
// says which of them do not count any more.
func (a *app) carried(p *quiz.Protocol, r *report.Report) quiz.Answers {
	c := history.CarryReport(p, r)
	for _, line := range notKept(c) {
		fmt.Fprintln(a.stderr, "scarcheck: "+line)
	}
	applied, _ := p.Apply(c.Position.Answers)
	return applied
}
