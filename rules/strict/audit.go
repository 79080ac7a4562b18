package strict

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// audit faults what is YAML but not allowed here. An alias, and what is nested
// too deep, loses its kind, which makes its Node a zero Node: the place where it
// is wanted then says nothing more. Aliases are never followed, so the work is
// bounded by the size of the file.
func (s *source) audit(n *yaml.Node, depth int) {
	switch {
	case n.Kind == yaml.AliasNode:
		s.faultf(n.Line, n.Column, "aliases (*%s) are not allowed; write the value out here", clip(n.Value))
		n.Kind = 0
		return
	case depth > maxDepth && n.Kind != yaml.ScalarNode:
		s.faultf(n.Line, n.Column, "%v", errDeep)
		n.Kind = 0
		return
	}
	if n.Anchor != "" {
		s.faultf(n.Line, n.Column, "anchors (&%s) are not allowed; write the value out where it is used", clip(n.Anchor))
	}
	if n.Style&yaml.TaggedStyle != 0 || n.Tag == "!" {
		s.faultf(n.Line, n.Column, "tags (%s) are not allowed; leave it out, and quote what must stay text", clip(n.Tag))
	}
	if n.Kind == yaml.ScalarNode {
		s.auditText(n)
	}
	if n.Kind == yaml.MappingNode {
		s.dropMerges(n)
	}
	for _, child := range n.Content {
		s.audit(child, depth+1)
	}
}

// auditText finds the hidden characters that an escape such as "\u202e" brought
// in. Those that stand in the file itself were found before.
func (s *source) auditText(n *yaml.Node) {
	for _, r := range n.Value {
		if name := hidden(r); name != "" && r != '\n' {
			s.faultf(n.Line, n.Column, "%s (U+%04X) is not allowed in a text, not even as an escape", name, r)
			return
		}
	}
}

// dropMerges faults and removes the merge keys of a map.
func (s *source) dropMerges(n *yaml.Node) {
	var kept []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Value != "<<" || isQuoted(key) {
			kept = append(kept, key, value)
			continue
		}
		s.faultf(key.Line, key.Column, "merge keys (<<) are not allowed; write the keys out here")
	}
	n.Content = kept
}

// clip shortens a word of the file for a message.
func clip(word string) string {
	const most = 40
	if runes := []rune(word); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return word
}

func quoted(word string) string { return fmt.Sprintf("%q", clip(word)) }

func isQuoted(n *yaml.Node) bool {
	return n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
}

func isBlock(n *yaml.Node) bool {
	return n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// isEmpty reports whether a scalar says nothing: left out, ~, null, or blank.
func isEmpty(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode {
		return false
	}
	if strings.TrimSpace(n.Value) == "" {
		return true
	}
	plain := !isQuoted(n) && !isBlock(n)
	return plain && (n.Value == "~" || n.Value == "null" || n.Value == "Null" || n.Value == "NULL")
}
