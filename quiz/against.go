package quiz

import (
	"slices"

	"scarcheck/rules"
)

// Against is what becomes of everybody's results when one protocol gives way
// to another: what a reviewer signs.
type Against struct {
	Before *Protocol
	*rules.Difference
	Texts []string // that are new, gone or worded anew: "tips.yaml: tips.sun.text"
}

// Compare finds what changes against the protocol before. It does nothing for
// a protocol that could not be loaded.
func (c *Checked) Compare(before *Protocol) error {
	if c.Protocol == nil {
		return nil
	}
	d, err := rules.Compare(before.Guideline, c.Protocol.Guideline)
	if err != nil {
		return err
	}
	c.Against = &Against{Before: before, Difference: d, Texts: reworded(before.Texts(), c.Protocol.Texts())}
	return nil
}

// reworded lists the texts that do not stand in both lists alike.
func reworded(before, after []Text) []string {
	in := func(texts []Text) map[Text]bool {
		set := make(map[Text]bool, len(texts))
		for _, t := range texts {
			set[t] = true
		}
		return set
	}
	was, is := in(before), in(after)
	var changed []string
	add := func(t Text) {
		if name := t.File + ": " + t.Path; !slices.Contains(changed, name) {
			changed = append(changed, name)
		}
	}
	for _, t := range after {
		if !was[t] {
			add(t)
		}
	}
	for _, t := range before {
		if !is[t] {
			add(t)
		}
	}
	return changed
}
