package diagram

import "math/big"

// Eval is the value of f for these answers, one class a level.
func (s *Store) Eval(f Ref, classes []int) uint8 {
	for f >= Values {
		f = s.branches(s.nodes[f-Values])[classes[s.Level(f)]]
	}
	return uint8(f)
}

// Each calls visit once for every node that f is made of.
func (s *Store) Each(f Ref, visit func(f Ref)) { s.each(f, map[Ref]bool{}, visit) }

func (s *Store) each(f Ref, seen map[Ref]bool, visit func(Ref)) {
	if f < Values || seen[f] {
		return
	}
	seen[f] = true
	visit(f)
	last := f
	for _, kid := range s.branches(s.nodes[f-Values]) {
		if kid != last {
			s.each(kid, seen, visit)
			last = kid
		}
	}
}

// Support says of each level whether f depends on it.
func (s *Store) Support(f Ref) []bool {
	support := make([]bool, len(s.levels))
	s.Each(f, func(f Ref) { support[s.Level(f)] = true })
	return support
}

// Size is how many nodes f is made of.
func (s *Store) Size(f Ref) int {
	size := 0
	s.Each(f, func(Ref) { size++ })
	return size
}

// Count is how many sets of answers give f the value v, exactly.
func (s *Store) Count(f Ref, v uint8) *big.Int {
	c := counter{s, v, map[Ref]*big.Int{}, s.totals()}
	return new(big.Int).Mul(c.count(f), c.between(0, s.Level(f)))
}

type counter struct {
	*Store
	value  uint8
	known  map[Ref]*big.Int
	totals []*big.Int // answers at each level
}

func (s *Store) totals() []*big.Int {
	totals := make([]*big.Int, len(s.levels))
	for i, level := range s.levels {
		totals[i] = new(big.Int)
		for _, w := range level.Weights {
			totals[i].Add(totals[i], new(big.Int).SetUint64(w))
		}
	}
	return totals
}

// between is how many answers the levels from one to before another have.
func (c counter) between(from, to int) *big.Int {
	product := big.NewInt(1)
	for i := from; i < to; i++ {
		product.Mul(product, c.totals[i])
	}
	return product
}

// count leaves out the levels above the first that f looks at.
func (c counter) count(f Ref) *big.Int {
	if f < Values {
		if uint8(f) == c.value {
			return big.NewInt(1)
		}
		return new(big.Int)
	}
	if sum, ok := c.known[f]; ok {
		return sum
	}
	n := c.nodes[f-Values]
	weights := map[Ref]uint64{}
	for i, kid := range c.branches(n) {
		weights[kid] += c.levels[n.level].Weights[i]
	}
	sum := new(big.Int)
	for kid, weight := range weights {
		part := new(big.Int).SetUint64(weight)
		part.Mul(part, c.count(kid)).Mul(part, c.between(int(n.level)+1, c.Level(kid)))
		sum.Add(sum, part)
	}
	c.known[f] = sum
	return sum
}

// Never is the cost of a class that a shortest path must not take.
const Never = 1 << 40

// Shortest finds the cheapest answers, one class a level, that give f the
// value v. The costs of single levels can be replaced. It is false if no
// answers give that value.
func (s *Store) Shortest(f Ref, v uint8, costs map[int][]int) (classes []int, ok bool) {
	p := pather{s, v, costs, map[Ref]int{}}
	if p.cost(f) >= Never {
		return nil, false
	}
	classes = make([]int, len(s.levels))
	for level := range classes {
		if s.Level(f) != level {
			classes[level] = cheapest(p.costsAt(level))
			continue
		}
		classes[level] = p.choose(f)
		f = s.branches(s.nodes[f-Values])[classes[level]]
	}
	return classes, true
}

type pather struct {
	*Store
	value  uint8
	change map[int][]int
	known  map[Ref]int
}

func (p pather) costsAt(level int) []int {
	if costs, ok := p.change[level]; ok {
		return costs
	}
	return p.levels[level].Costs
}

func cheapest(costs []int) int {
	best := 0
	for i, cost := range costs {
		if cost < costs[best] {
			best = i
		}
	}
	return best
}

// cost is that of the cheapest way from f on; skipped levels cost what their
// cheapest class does, which counts at every place alike.
func (p pather) cost(f Ref) int {
	if f < Values {
		if uint8(f) == p.value {
			return 0
		}
		return Never
	}
	cost, ok := p.known[f]
	if !ok {
		cost = p.via(f, p.choose(f))
		p.known[f] = cost
	}
	return cost
}

func (p pather) via(f Ref, class int) int {
	level := p.Level(f)
	costs := p.costsAt(level)
	return costs[class] - costs[cheapest(costs)] + p.cost(p.branches(p.nodes[f-Values])[class])
}

func (p pather) choose(f Ref) int {
	best, least := 0, Never+Never
	for class := range p.Width(p.Level(f)) {
		if cost := p.via(f, class); cost < least {
			best, least = class, cost
		}
	}
	return best
}
