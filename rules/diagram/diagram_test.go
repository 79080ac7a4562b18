package diagram

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"
)

// Small stores in which every set of answers can be looked at.
var levels = []Level{
	{Weights: []uint64{1, 3, 2}, Costs: []int{0, 5, 7}},
	{Weights: []uint64{2, 1}, Costs: []int{0, 1}},
	{Weights: []uint64{1, 1, 1, 4}, Costs: []int{2, 0, 3, 3}},
	{Weights: []uint64{5}, Costs: []int{0}},
}

// everywhere calls visit with every set of answers, how many it stands for,
// and what it costs.
func everywhere(visit func(classes []int, weight uint64, cost int)) {
	for n := range 3 * 2 * 4 {
		classes := []int{n % 3, n / 3 % 2, n / 6, 0}
		weight, cost := uint64(1), 0
		for i, c := range classes {
			weight *= levels[i].Weights[c]
			cost += levels[i].Costs[c]
		}
		visit(classes, weight, cost)
	}
}

// made is a diagram put together at random.
func made(s *Store, random *rand.Rand, add Binary) Ref {
	f := s.Value(0)
	for range 3 {
		level := random.IntN(len(levels))
		values := make([]uint8, s.Width(level))
		for i := range values {
			values[i] = uint8(random.IntN(3))
		}
		f = s.Apply(add, f, s.Test(level, values))
	}
	return f
}

func TestOperationsValueByValue(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		s := New(levels, 1000)
		add := s.Binary(func(a, b uint8) uint8 { return (a + 2*b) % 4 }, nil)
		twice := s.Unary(func(v uint8) uint8 { return 2 * v })
		a, b, c := made(s, random, add), made(s, random, add), made(s, random, add)
		level := random.IntN(3)
		class := random.IntN(s.Width(level))
		first := s.Rewriting(level, func(kids []Ref) []Ref {
			turned := make([]Ref, len(kids))
			for i := range kids {
				turned[i] = kids[(i+1)%len(kids)]
			}
			return turned
		})
		sum, doubled, chosen := s.Apply(add, a, b), s.Map(twice, a), s.Choose(a, 1, b, c)
		cofactor, turned := s.Cofactor(a, level, class), s.Rewrite(first, a)
		everywhere(func(at []int, _ uint64, _ int) {
			other := append([]int(nil), at...)
			other[level] = class
			next := append([]int(nil), at...)
			next[level] = (at[level] + 1) % s.Width(level)
			want := s.Eval(c, at)
			if s.Eval(a, at) == 1 {
				want = s.Eval(b, at)
			}
			for name, pair := range map[string][2]uint8{
				"apply":    {s.Eval(sum, at), (s.Eval(a, at) + 2*s.Eval(b, at)) % 4},
				"map":      {s.Eval(doubled, at), 2 * s.Eval(a, at)},
				"choose":   {s.Eval(chosen, at), want},
				"cofactor": {s.Eval(cofactor, at), s.Eval(a, other)},
				"rewrite":  {s.Eval(turned, at), s.Eval(a, next)},
			} {
				if pair[0] != pair[1] {
					t.Fatalf("%s at %v: got %d, want %d", name, at, pair[0], pair[1])
				}
			}
		})
	}
}

func TestCountAndShortest(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		s := New(levels, 1000)
		f := made(s, random, s.Binary(func(a, b uint8) uint8 { return (a + b) % 3 }, nil))
		for v := range uint8(4) {
			count, least := uint64(0), -1
			everywhere(func(at []int, weight uint64, cost int) {
				if s.Eval(f, at) == v {
					if count += weight; least < 0 || cost < least {
						least = cost
					}
				}
			})
			if got := s.Count(f, v); got.Cmp(new(big.Int).SetUint64(count)) != 0 {
				t.Fatalf("counted %s, want %d", got, count)
			}
			path, ok := s.Shortest(f, v, nil)
			if ok != (count > 0) {
				t.Fatalf("a way to %d: %v, and there are %d", v, ok, count)
			}
			cost := 0
			for i, c := range path {
				cost += levels[i].Costs[c]
			}
			if ok && (s.Eval(f, path) != v || cost != least) {
				t.Fatalf("%v leads to %d at cost %d, want %d at %d", path, s.Eval(f, path), cost, v, least)
			}
		}
	}
}

// The same function is the same diagram, however it was made.
func TestSameFunctionSameRef(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	s := New(levels, 10000)
	add := s.Binary(func(a, b uint8) uint8 { return (a + b) % 4 }, nil)
	for range 200 {
		a, b, c := made(s, random, add), made(s, random, add), made(s, random, add)
		if s.Apply(add, s.Apply(add, a, b), c) != s.Apply(add, b, s.Apply(add, c, a)) {
			t.Fatal("the order of a sum makes another diagram")
		}
	}
	if f := s.Test(1, []uint8{2, 2}); f != s.Value(2) {
		t.Error("a test that tells nothing apart is not its value")
	}
}

func TestSupportAndSize(t *testing.T) {
	s := New(levels, 100)
	or := s.Binary(func(a, b uint8) uint8 { return max(a, b) }, nil)
	f := s.Apply(or, s.Test(0, []uint8{0, 1, 0}), s.Test(2, []uint8{0, 0, 0, 1}))
	if got := s.Support(f); !got[0] || got[1] || !got[2] || got[3] {
		t.Errorf("depends on %v", got)
	}
	if s.Size(f) != 2 || s.Level(f) != 0 || s.Level(s.Value(3)) != len(levels) || s.Levels() != len(levels) {
		t.Errorf("size %d, level %d", s.Size(f), s.Level(f))
	}
	if v, ok := s.Constant(s.Value(7)); !ok || v != 7 {
		t.Errorf("%d, %v", v, ok)
	}
}

func TestNeverIsNotTaken(t *testing.T) {
	s := New(levels, 100)
	f := s.Test(1, []uint8{0, 1})
	if _, ok := s.Shortest(f, 1, map[int][]int{1: {0, Never}}); ok {
		t.Error("the only way there is closed, and it was taken")
	}
}

func TestTooBigFailsClearly(t *testing.T) {
	wide := make([]Level, 24)
	for i := range wide {
		wide[i] = Level{Weights: []uint64{1, 1}, Costs: []int{0, 1}}
	}
	s := New(wide, 500)
	add := s.Binary(func(a, b uint8) uint8 { return a<<1 ^ b ^ a }, nil)
	err := s.Try(func() {
		f := s.Value(0)
		for i := range wide {
			f = s.Apply(add, f, s.Test(i, []uint8{uint8(i), uint8(3 * i)}))
		}
	})
	if !errors.Is(err, ErrTooBig) || err.Error() != "too many nodes: 501, and the limit is 500" {
		t.Error(err)
	}
	defer func() {
		if recover() != "another" {
			t.Error("a panic of another kind is lost")
		}
	}()
	_ = s.Try(func() { panic("another") })
}
