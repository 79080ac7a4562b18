package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"scarcheck/quiz/history"
)

func (a *app) historyForget() *cobra.Command {
	all, yes := false, false
	c := &cobra.Command{
		Use:   "forget " + a.lang.Say("[ID ...]") + " [--all]",
		Short: a.lang.Say("Remove some of them, or everything that is kept"),
		Long: a.lang.Say(`forget removes assessments from this computer for good. With --all it removes
the draft as well, and the folder that all of it was kept in. It asks first,
unless --yes is given.`),
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
	c.Flags().BoolVar(&all, "all", false, a.lang.Say("remove everything that is kept, the draft too"))
	c.Flags().BoolVar(&yes, "yes", false, a.lang.Say("do not ask first"))
	return c
}

// forget removes these assessments, or everything if none is named.
func (a *app) forget(ids []string, yes bool) error {
	what := strings.Join(ids, ", ")
	if len(ids) == 0 {
		what = a.lang.Say("everything that is kept")
	}
	if !yes {
		sure, err := a.sure(a.lang.Sayf("Forget %s? It cannot be brought back. Type y or n, then press Enter:", what) + " ")
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
	switch answer := strings.ToLower(strings.TrimSpace(line)); {
	case slices.Contains(strings.Split(a.lang.Say("y, yes"), ", "), answer):
		return true, nil
	case slices.Contains(strings.Split(a.lang.Say("n, no"), ", "), answer):
		fmt.Fprintln(a.stderr, a.lang.Say("Nothing was removed."))
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
		told = append(told, a.lang.Sayf("the assessment %s", gone.Assessments[0]))
	} else if n > 1 {
		told = append(told, a.lang.Sayf("%d assessments", n))
	}
	if gone.Draft {
		told = append(told, a.lang.Say("the draft"))
	}
	if gone.Damaged > 0 {
		told = append(told, a.lang.Say("drafts that could not be read"))
	}
	if gone.Folder {
		told = append(told, a.lang.Say("the folder"))
	}
	if len(told) == 0 {
		a.say("removed nothing, because nothing was kept")
	} else {
		a.say("removed %s", strings.Join(told, ", "))
	}
	if len(gone.Left) > 0 {
		a.say("left alone, because they are not scarcheck's: %s", strings.Join(gone.Left, ", "))
	}
}
