package code

import "strings"

// Sound completes groups of four letters with the check letters they need.
func Sound(own ...string) string {
	groups := make([]string, len(own))
	for i, letters := range own {
		group := append(split(letters)[0], 0)
		group[ownSize] = sum(group) ^ place(i, len(own))
		groups[i] = spell(group)
	}
	return strings.Join(groups, "-")
}
