package strict

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"

	"go.yaml.in/yaml/v4"
)

// Packed returns the tree of a file that parsed without a fault, in a form that
// [ParsePacked] reads many times faster than [Parse] reads the file: the digest
// of the file, the number of nodes, and the nodes from the root down.
func (n Node) Packed() []byte {
	if n.IsZero() {
		return nil
	}
	digest := sha256.Sum256([]byte(n.src.text))
	nodes, count := packNode(nil, n.yaml, 0)
	return append(binary.AppendUvarint(digest[:], uint64(count)), nodes...)
}

// packNode appends a node and all below it; a line is told by its distance from
// that of the node above, which is never later.
func packNode(to []byte, n *yaml.Node, above int) ([]byte, int) {
	to = append(to, byte(n.Kind))
	for _, number := range []int{int(n.Style), n.Line - above, n.Column, len(n.Value), len(n.Content)} {
		to = binary.AppendUvarint(to, uint64(number))
	}
	to = append(to, n.Value...)
	count := 1
	for _, child := range n.Content {
		var below int
		to, below = packNode(to, child, n.Line)
		count += below
	}
	return to, count
}

// ParsePacked does what [Parse] does with src, by means of what [Node.Packed]
// returned for it before. What was packed from anything else, or is damaged, is
// not used: src is parsed then.
//
// It is for files whose packed form is as trustworthy as they are, because both
// are part of the program. It cannot tell a tree that somebody made up.
func ParsePacked(l *Log, file string, src, packed []byte) Node {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	digest := sha256.Sum256(src)
	nodes, fresh := bytes.CutPrefix(packed, digest[:])
	if !fresh {
		return Parse(l, file, src)
	}
	u := unpacker{rest: string(nodes)}
	count := u.number()
	if count > len(nodes) {
		return Parse(l, file, src)
	}
	u.free, u.links = make([]yaml.Node, count), make([]*yaml.Node, count)
	root := u.node(0, 1)
	if u.damaged || u.rest != "" || len(u.free) > 0 {
		return Parse(l, file, src)
	}
	l.mention(file)
	return Node{&source{log: l, file: file, text: string(src)}, root}
}

// unpacker reads packed nodes. Once damaged, it reads zeros.
type unpacker struct {
	rest    string
	free    []yaml.Node  // nodes not yet handed out, all made at once
	links   []*yaml.Node // likewise for the lists of what stands below a node
	damaged bool
}

func (u *unpacker) node(above, depth int) *yaml.Node {
	if len(u.free) == 0 || u.rest == "" || depth > maxDepth+1 {
		u.damaged = true
		return nil
	}
	n := &u.free[0]
	u.free = u.free[1:]
	n.Kind, u.rest = yaml.Kind(u.rest[0]), u.rest[1:]
	n.Style, n.Line, n.Column = yaml.Style(u.number()), above+u.number(), u.number()
	length, below := u.number(), u.number()
	if length > len(u.rest) || below > len(u.links) {
		u.damaged = true
		return nil
	}
	n.Value, u.rest = u.rest[:length], u.rest[length:]
	n.Content, u.links = u.links[:below:below], u.links[below:]
	for i := range n.Content {
		if n.Content[i] = u.node(n.Line, depth+1); u.damaged {
			return nil
		}
	}
	return n
}

// number reads a number that Packed can have written: none is larger than a file.
func (u *unpacker) number() int {
	var number uint64
	for shift := 0; shift < 28 && u.rest != ""; shift += 7 {
		b := u.rest[0]
		u.rest = u.rest[1:]
		number |= uint64(b&0x7F) << shift
		if b < 0x80 && number <= MaxBytes {
			return int(number)
		}
	}
	u.damaged = true
	return 0
}
