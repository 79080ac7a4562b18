package main

import (
	"github.com/spf13/cobra"
)

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
