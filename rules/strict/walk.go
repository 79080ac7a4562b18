package strict

import (
	"strconv"

	"go.yaml.in/yaml/v4"
)

// naming are the keys that name an entry of a list, the first that it has.
var naming = []string{"id", "term", "mark", "name"}

// Walk calls visit for n and all that stands below it, in the order of the
// file, with the path to each: the keys on the way, and for an entry of a list
// its id or, where it has none, its number from 1. It logs nothing.
//
//	questions.lesions.choices.deep-few.text
func (n Node) Walk(visit func(path string, n Node)) {
	if !n.IsZero() {
		n.walk("", visit)
	}
}

func (n Node) walk(path string, visit func(string, Node)) {
	visit(path, n)
	below := func(name string, child *yaml.Node) {
		if path != "" {
			name = path + "." + name
		}
		Node{n.src, child}.walk(name, visit)
	}
	switch n.yaml.Kind {
	default: // nothing stands below it
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.yaml.Content); i += 2 {
			below(n.yaml.Content[i].Value, n.yaml.Content[i+1])
		}
	case yaml.SequenceNode:
		for i, item := range n.yaml.Content {
			below(entryName(item, i), item)
		}
	}
}

func entryName(item *yaml.Node, place int) string {
	for _, key := range naming {
		for i := 0; item.Kind == yaml.MappingNode && i+1 < len(item.Content); i += 2 {
			if item.Content[i].Value == key && item.Content[i+1].Kind == yaml.ScalarNode {
				return item.Content[i+1].Value
			}
		}
	}
	return strconv.Itoa(place + 1)
}
