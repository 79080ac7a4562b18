package strict

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Pair is a key of a map and its value.
type Pair struct {
	Key, Value Node
}

// Pairs returns a map with free keys in the order of the file; it may be empty.
// A key that is no text, or is given twice, is a fault and left out.
func (n Node) Pairs() []Pair {
	if !n.is(yaml.MappingNode, `a map ("key: value")`) {
		return nil
	}
	first := make(map[string]int, len(n.yaml.Content)/2)
	var pairs []Pair
	for i := 0; i+1 < len(n.yaml.Content) && !n.src.log.full(n.src.file); i += 2 {
		key, value := Node{n.src, n.yaml.Content[i]}, Node{n.src, n.yaml.Content[i+1]}
		name := key.Text()
		if name == "" {
			continue
		}
		if line, twice := first[name]; twice {
			key.Faultf("key %s is given twice, first on line %d", quoted(name), line)
			continue
		}
		first[name] = key.yaml.Line
		pairs = append(pairs, Pair{key, value})
	}
	return pairs
}

// Map is a map whose keys were checked. The zero Map, which [Node.Map] returns
// for what is no map, is as silent as the zero Node.
type Map struct {
	node  Node
	names []string
	pairs []Pair
	meant []string // known keys that an unknown key was probably meant for
}

// Map returns a map that may hold the known keys and no others. An unknown key
// is a fault that names the nearest known one, and a key given twice one that
// names the first line.
func (n Node) Map(known ...string) Map {
	m := Map{node: n}
	for _, pair := range n.Pairs() {
		name := pair.Key.Text()
		if slices.Contains(known, name) {
			m.names, m.pairs = append(m.names, name), append(m.pairs, pair)
			continue
		}
		pair.Key.Faultf("unknown key %s%s Known here: %s",
			quoted(name), sentence(Suggest(name, known)), strings.Join(known, ", "))
		if meant, ok := Nearest(name, known); ok {
			m.meant = append(m.meant, meant)
		}
	}
	if n.IsZero() || n.yaml.Kind != yaml.MappingNode {
		return Map{}
	}
	return m
}

// sentence ends a suggestion, or the lack of one, with its full stop.
func sentence(suggestion string) string {
	if suggestion == "" {
		return "."
	}
	return suggestion
}

// Node returns the map itself, for a fault of the whole.
func (m Map) Node() Node { return m.node }

// Has reports whether the key is given.
func (m Map) Has(key string) bool { return m.find(key) >= 0 }

// Get returns the value of a key that must be there; a missing one is a fault at
// the map. It keeps silent when an unknown key was faulted that was probably
// meant for this one.
func (m Map) Get(key string) Node {
	if i := m.find(key); i >= 0 {
		return m.pairs[i].Value
	}
	if !slices.Contains(m.meant, key) {
		m.node.Faultf("needs %q", key)
	}
	return Node{}
}

// Maybe returns the value of a key, or the zero Node when it is not given.
func (m Map) Maybe(key string) Node {
	if i := m.find(key); i >= 0 {
		return m.pairs[i].Value
	}
	return Node{}
}

// Text returns the text of a key that must be there.
func (m Map) Text(key string) string { return m.Get(key).Text() }

// MaybeText returns the text of a key, or "" when it is not given.
func (m Map) MaybeText(key string) string { return m.Maybe(key).Text() }

// MaybeBool returns the truth of a key, or false when it is not given.
func (m Map) MaybeBool(key string) bool { return m.Maybe(key).Bool() }

func (m Map) find(key string) int {
	return slices.Index(m.names, key)
}
