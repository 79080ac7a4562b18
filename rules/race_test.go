//go:build race

package rules

func init() { raced = true }
