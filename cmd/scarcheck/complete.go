package main

import (
	"slices"

	"github.com/spf13/cobra"
)

// completeIDs offers the ids of assessments to the shell, those left out that
// stand there already. An id is a day; nothing is read that an assessment says,
// and so nothing of it appears when somebody else sees the Tab key pressed.
func (a *app) completeIDs(_ *cobra.Command, given []string, _ string) ([]string, cobra.ShellCompDirective) {
	store, err := a.look()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, err := store.IDs()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return slices.Contains(given, id) })
	return ids, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// completeID offers ids for a single argument.
func (a *app) completeID(c *cobra.Command, given []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(given) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeIDs(c, given, begun)
}

// completeAssessment offers ids and files.
func (a *app) completeAssessment(c *cobra.Command, given []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(given) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, _ := a.completeIDs(c, given, begun)
	return ids, cobra.ShellCompDirectiveDefault
}
