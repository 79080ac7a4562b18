package diagram

import (
	"errors"
	"fmt"
	"slices"
)

// Ref is a diagram in a store: a value below Values, or a node. In one store
// two diagrams are the same function exactly if their Refs are equal.
type Ref uint32

// Values is how many values a diagram may end in: 0 to Values-1.
const Values = 256

// Level is what a question can be answered with: one entry for each class of
// answers.
type Level struct {
	Weights []uint64 // how many answers the class stands for
	Costs   []int    // how much its shortest answer asks of a reader
}

// ErrTooBig says that a diagram needs more nodes than the store may hold.
var ErrTooBig = errors.New("too many nodes")

// Store holds diagrams over the same levels. It is not safe for concurrent use.
type Store struct {
	levels []Level
	limit  int
	nodes  []node
	kids   []Ref
	table  []uint32 // open addressing: a node's place and 1, or 0
	cache  []entry
	ops    uint32
}

type node struct {
	level uint32
	first uint32 // of its kids
}

// New returns an empty store that may hold as many nodes as limit says.
func New(levels []Level, limit int) *Store {
	return &Store{levels: levels, limit: limit, table: make([]uint32, 1<<12), cache: make([]entry, 1<<14)}
}

// Try calls f, and returns ErrTooBig, with the numbers, if a diagram grows too
// big on the way. The store is of no more use then.
func (s *Store) Try(f func()) (err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case tooBig:
			err = fmt.Errorf("%w: %d, and the limit is %d", ErrTooBig, p.nodes, s.limit)
		default:
			panic(p)
		}
	}()
	f()
	return nil
}

type tooBig struct{ nodes int }

// Len is the number of nodes in the store.
func (s *Store) Len() int { return len(s.nodes) }

// Levels is the number of levels.
func (s *Store) Levels() int { return len(s.levels) }

// Width is the number of classes of answers at a level.
func (s *Store) Width(level int) int { return len(s.levels[level].Weights) }

// Value is the diagram that has the value v everywhere.
func (s *Store) Value(v uint8) Ref { return Ref(v) }

// Constant returns the value of a diagram that has one value everywhere.
func (s *Store) Constant(f Ref) (v uint8, ok bool) { return uint8(f), f < Values }

// Test is the diagram that looks at one level: values holds its value for each
// class.
func (s *Store) Test(level int, values []uint8) Ref {
	kids := make([]Ref, len(values))
	for i, v := range values {
		kids[i] = Ref(v)
	}
	return s.make(level, kids)
}

// make returns the node with these kids, which it copies: the one that stands
// already if there is one, and the kid itself if all are the same.
func (s *Store) make(level int, kids []Ref) Ref {
	same := true
	for _, k := range kids[1:] {
		same = same && k == kids[0]
	}
	if same {
		return kids[0]
	}
	if 2*len(s.nodes) >= len(s.table) {
		s.grow()
	}
	at := s.find(level, kids)
	if s.table[at] == 0 {
		if len(s.nodes) >= s.limit {
			panic(tooBig{len(s.nodes) + 1})
		}
		s.nodes = append(s.nodes, node{uint32(level), uint32(len(s.kids))})
		s.kids = append(s.kids, kids...)
		s.table[at] = uint32(len(s.nodes))
	}
	return Ref(s.table[at]-1) + Values
}

func (s *Store) find(level int, kids []Ref) uint32 {
	mask := uint32(len(s.table) - 1)
	at := hash(level, kids) & mask
	for s.table[at] != 0 {
		n := s.nodes[s.table[at]-1]
		if int(n.level) == level && slices.Equal(s.branches(n), kids) {
			break
		}
		at = (at + 1) & mask
	}
	return at
}

func (s *Store) grow() {
	s.table = make([]uint32, 2*len(s.table))
	for i, n := range s.nodes {
		s.table[s.find(int(n.level), s.branches(n))] = uint32(i + 1)
	}
	if len(s.cache) < len(s.table) && len(s.cache) < maxCache {
		s.regrow()
	}
}

func hash(level int, kids []Ref) uint32 {
	h := uint64(level) + 0x9e3779b97f4a7c15
	for _, k := range kids {
		h = (h ^ uint64(k)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return uint32(h)
}

func (s *Store) branches(n node) []Ref {
	return s.kids[n.first : int(n.first)+s.Width(int(n.level))]
}

// Level returns the level a diagram looks at first; a value looks at none, and
// its level is the number of levels.
func (s *Store) Level(f Ref) int {
	if f < Values {
		return len(s.levels)
	}
	return int(s.nodes[f-Values].level)
}

// Branches are the diagrams that follow from each class of answers at a
// level, which must not lie below the first that f looks at. They are not to
// be changed.
func (s *Store) Branches(f Ref, level int) []Ref {
	if s.Level(f) == level {
		return s.branches(s.nodes[f-Values])
	}
	return slices.Repeat([]Ref{f}, s.Width(level))
}
