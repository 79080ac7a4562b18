//go:build race

package tui

// Under the race detector the property tests look at fewer sizes.
const raceEnabled = true
