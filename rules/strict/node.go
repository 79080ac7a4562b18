package strict

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Node is a value in a file: a text, a list or a map. The zero Node stands for
// one that is absent or was faulted before; all its methods return zero values
// and log nothing.
type Node struct {
	src  *source
	yaml *yaml.Node
}

// IsZero reports whether the node is absent or was faulted before.
func (n Node) IsZero() bool { return n.yaml == nil || n.yaml.Kind == 0 }

// Place returns the line and the column at which the node begins, both from 1,
// and zeros for the zero Node.
func (n Node) Place() (line, column int) {
	if n.IsZero() {
		return 0, 0
	}
	return n.yaml.Line, n.yaml.Column
}

// Faultf logs a fault at the place of the node.
func (n Node) Faultf(format string, args ...any) {
	if n.IsZero() {
		return
	}
	n.src.faultf(n.yaml.Line, n.yaml.Column, format, args...)
}

// Text returns a text: what stands in the file if it is not quoted, what is
// meant if it is. A block text loses the line breaks at its end. A list or map
// is a fault, and so is a text that is left out, null or blank.
func (n Node) Text() string {
	if !n.scalar("text") {
		return ""
	}
	if isBlock(n.yaml) {
		return strings.TrimRight(n.yaml.Value, "\n")
	}
	return n.yaml.Value
}

// Bool returns the value of an unquoted true or false; anything else is a fault.
func (n Node) Bool() bool {
	if !n.scalar("true or false") {
		return false
	}
	if value := n.yaml.Value; isQuoted(n.yaml) || (value != "true" && value != "false") {
		n.Faultf("must be true or false, without quotes, not %s", quoted(value))
		return false
	}
	return n.yaml.Value == "true"
}

// Int returns an unquoted whole number of decimal digits, 0 or above and
// without leading zeros; anything else is a fault.
func (n Node) Int() int {
	if !n.scalar("a whole number") {
		return 0
	}
	number, err := strconv.Atoi(n.yaml.Value)
	if err != nil || isQuoted(n.yaml) || strconv.Itoa(number) != n.yaml.Value || number < 0 {
		n.Faultf("must be a whole number such as 12, without quotes, not %s", quoted(n.yaml.Value))
		return 0
	}
	return number
}

// Items returns the values of a list, which must have at least one.
func (n Node) Items() []Node {
	if !n.is(yaml.SequenceNode, "a list") {
		return nil
	}
	if len(n.yaml.Content) == 0 {
		n.Faultf("needs at least one item in the list")
		return nil
	}
	items := make([]Node, len(n.yaml.Content))
	for i, item := range n.yaml.Content {
		items[i] = Node{n.src, item}
	}
	return items
}

func (n Node) scalar(want string) bool { return n.is(yaml.ScalarNode, want) }

// is reports whether the node is of a kind and not empty, and faults it if not.
func (n Node) is(kind yaml.Kind, want string) bool {
	switch {
	case n.IsZero():
		return false
	case isEmpty(n.yaml):
		n.Faultf("needs a value")
		return false
	case n.yaml.Kind != kind:
		n.Faultf("must be %s, not %s", want, kindName(n.yaml.Kind))
		return false
	}
	return true
}

func kindName(kind yaml.Kind) string {
	switch kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a map"
	}
	return "text"
}

// Word returns a text as Text does, if the node is one; of a list, a map or
// nothing it says so without logging a fault.
func (n Node) Word() (text string, ok bool) {
	if n.IsZero() || n.yaml.Kind != yaml.ScalarNode || isEmpty(n.yaml) {
		return "", false
	}
	return n.Text(), true
}
