package history

import (
	"bytes"
	"encoding/json"
	"strings"
)

// node is a value in a file, and where it stands.
type node struct {
	at    int        // its offset
	token json.Token // a bracket for an object or a list
	keys  []string   // of an object, in order
	items []*node    // what stands under each key, or in the list
	named []*node    // the keys themselves
}

// tree reads the value of a file that quiz.CheckJSON found sound, which
// bounds its size and depth.
func tree(src []byte) *node {
	t := &treeReader{src, json.NewDecoder(bytes.NewReader(src))}
	return t.node()
}

type treeReader struct {
	src     []byte
	decoder *json.Decoder
}

func (t *treeReader) node() *node {
	at := int(t.decoder.InputOffset())
	for at < len(t.src) && strings.IndexByte(" \t\r\n,:", t.src[at]) >= 0 {
		at++
	}
	token, _ := t.decoder.Token()
	n := &node{at: at, token: token}
	if token != json.Delim('{') && token != json.Delim('[') {
		return n
	}
	for t.decoder.More() {
		if token == json.Delim('{') {
			key := t.node()
			n.named = append(n.named, key)
			n.keys = append(n.keys, key.token.(string))
		}
		n.items = append(n.items, t.node())
	}
	_, _ = t.decoder.Token()
	return n
}

func (n *node) isObject() bool { return n.token == json.Delim('{') }

func (n *node) isList() bool { return n.token == json.Delim('[') }

// get returns what stands under a key, or nil.
func (n *node) get(key string) *node {
	for i, k := range n.keys {
		if k == key {
			return n.items[i]
		}
	}
	return nil
}
