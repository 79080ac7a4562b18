package diagram

const maxCache = 1 << 20

// entry is a result worked out before. The cache forgets: a new entry takes
// the place of an old one.
type entry struct {
	op      uint32
	a, b, c Ref
	result  Ref
}

func (s *Store) slot(op uint32, a, b, c Ref) *entry {
	h := uint64(op)*0x9e3779b97f4a7c15 ^ uint64(a)*0xff51afd7ed558ccd ^ uint64(b)*0xc4ceb9fe1a85ec53 ^ uint64(c)*0x2545f4914f6cdd1d
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return &s.cache[(h>>32)&uint64(len(s.cache)-1)]
}

func (s *Store) known(op uint32, a, b, c Ref) (Ref, bool) {
	e := s.slot(op, a, b, c)
	return e.result, e.op == op && e.a == a && e.b == b && e.c == c
}

func (s *Store) keep(op uint32, a, b, c, result Ref) Ref {
	*s.slot(op, a, b, c) = entry{op, a, b, c, result}
	return result
}

func (s *Store) regrow() {
	old := s.cache
	s.cache = make([]entry, min(maxCache, 4*len(old)))
	for _, e := range old {
		if e.op != 0 {
			*s.slot(e.op, e.a, e.b, e.c) = e
		}
	}
}

func (s *Store) newOp() uint32 {
	s.ops++
	return s.ops
}

// Binary is an operation on the values of two diagrams.
type Binary struct {
	id    uint32
	of    func(a, b uint8) uint8
	short func(a, b Ref) (Ref, bool)
}

// Binary makes an operation for Apply. short, if not nil, may know the result
// for two whole diagrams without looking into them.
func (s *Store) Binary(of func(a, b uint8) uint8, short func(a, b Ref) (Ref, bool)) Binary {
	return Binary{s.newOp(), of, short}
}

// Apply is the diagram whose value is op's result on the values of a and b.
func (s *Store) Apply(op Binary, a, b Ref) Ref {
	if a < Values && b < Values {
		return Ref(op.of(uint8(a), uint8(b)))
	}
	if op.short != nil {
		if result, ok := op.short(a, b); ok {
			return result
		}
	}
	if result, ok := s.known(op.id, a, b, 0); ok {
		return result
	}
	level := min(s.Level(a), s.Level(b))
	as, bs := s.row(a, level), s.row(b, level)
	kids := make([]Ref, s.Width(level))
	for i := range kids {
		ka, kb := as.at(s, i), bs.at(s, i)
		if i > 0 && ka == as.at(s, i-1) && kb == bs.at(s, i-1) {
			kids[i] = kids[i-1]
			continue
		}
		kids[i] = s.Apply(op, ka, kb)
	}
	return s.keep(op.id, a, b, 0, s.make(level, kids))
}

// row reads the branches of a diagram at a level without copying them; they
// stay where they are while the store grows.
type row struct {
	whole Ref
	first int // -1: the diagram does not look at the level
}

func (s *Store) row(f Ref, level int) row {
	if s.Level(f) != level {
		return row{f, -1}
	}
	return row{f, int(s.nodes[f-Values].first)}
}

func (r row) at(s *Store, i int) Ref {
	if r.first < 0 {
		return r.whole
	}
	return s.kids[r.first+i]
}

// Unary is an operation on the values of one diagram.
type Unary struct {
	id uint32
	of func(uint8) uint8
}

// Unary makes an operation for Map.
func (s *Store) Unary(of func(uint8) uint8) Unary { return Unary{s.newOp(), of} }

// Map is the diagram whose value is op's result on the value of f.
func (s *Store) Map(op Unary, f Ref) Ref {
	if f < Values {
		return Ref(op.of(uint8(f)))
	}
	if result, ok := s.known(op.id, f, 0, 0); ok {
		return result
	}
	level := s.Level(f)
	from, kids := s.row(f, level), make([]Ref, s.Width(level))
	for i := range kids {
		kids[i] = s.Map(op, from.at(s, i))
	}
	return s.keep(op.id, f, 0, 0, s.make(level, kids))
}

// Choose is a where the value of f is v, and b elsewhere.
func (s *Store) Choose(f Ref, v uint8, a, b Ref) Ref {
	if a == b || f == Ref(v) {
		return a
	}
	if f < Values {
		return b
	}
	op := chooseOp | uint32(v)
	if result, ok := s.known(op, f, a, b); ok {
		return result
	}
	level := min(s.Level(f), s.Level(a), s.Level(b))
	fs, as, bs := s.row(f, level), s.row(a, level), s.row(b, level)
	kids := make([]Ref, s.Width(level))
	for i := range kids {
		kids[i] = s.Choose(fs.at(s, i), v, as.at(s, i), bs.at(s, i))
	}
	return s.keep(op, f, a, b, s.make(level, kids))
}

const chooseOp = 1 << 31

// Rewriting changes diagrams at one level.
type Rewriting struct {
	id    uint32
	level int
	of    func(kids []Ref) []Ref
}

// Rewriting makes an operation for Rewrite: of gets the branches at the level,
// one for each class, and returns those to put in their place; it must not
// change what it gets. What it returns may look at lower levels only.
func (s *Store) Rewriting(level int, of func(kids []Ref) []Ref) Rewriting {
	return Rewriting{s.newOp(), level, of}
}

// Rewrite is f with the branches at the operation's level replaced, also where
// f does not look at that level and all branches are the same.
func (s *Store) Rewrite(op Rewriting, f Ref) Ref {
	if result, ok := s.known(op.id, f, 0, 0); ok {
		return result
	}
	level := s.Level(f)
	var result Ref
	if level >= op.level {
		kids := append([]Ref(nil), s.Branches(f, op.level)...)
		result = s.make(op.level, op.of(kids))
	} else {
		from, kids := s.row(f, level), make([]Ref, s.Width(level))
		for i := range kids {
			kids[i] = s.Rewrite(op, from.at(s, i))
		}
		result = s.make(level, kids)
	}
	return s.keep(op.id, f, 0, 0, result)
}

// Cofactor is f once the question at a level is answered with a class.
func (s *Store) Cofactor(f Ref, level, class int) Ref {
	op := cofactorOp | uint32(level)<<16 | uint32(class)
	return s.Rewrite(Rewriting{op, level, func(kids []Ref) []Ref {
		rest := make([]Ref, len(kids))
		for i := range rest {
			rest[i] = kids[class]
		}
		return rest
	}}, f)
}

const cofactorOp = 1 << 30
