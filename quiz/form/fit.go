package form

import (
	"cmp"
	"slices"
)

// sides is how many pages the form should take: one sheet, both sides.
const sides = 2

// layout is a way to lay a form out.
type layout interface {
	// height is how high a block is, its choices in few words or in full.
	height(b *block, short bool) float64
	// pages is how many pages the form takes with these blocks short.
	pages(short map[*block]bool) int
}

// fit finds which blocks to draw with their choices in few words, so that the
// form fits on one sheet: none if it does without. Else first those that save
// the most, but those that decide who answers what last, and with their full
// words back first where there is room again. It is false where few words are
// not enough: then there is no reason to say less than all.
func (s *sheet) fit(l layout) (short map[*block]bool, ok bool) {
	short = map[*block]bool{}
	shortened := s.shortened(l)
	for _, b := range shortened {
		if l.pages(short) <= sides {
			break
		}
		short[b] = true
	}
	if l.pages(short) > sides {
		return nil, false
	}
	for _, b := range slices.Backward(shortened) {
		short[b] = false
		short[b] = l.pages(short) > sides
	}
	return short, true
}

// shortened are the blocks that few words make less high, those to shorten
// first before the others.
func (s *sheet) shortened(l layout) []*block {
	var blocks []*block
	saved := map[*block]float64{}
	for i := range s.blocks {
		b := &s.blocks[i]
		if saved[b] = l.height(b, false) - l.height(b, true); saved[b] > 0 {
			blocks = append(blocks, b)
		}
	}
	slices.SortStableFunc(blocks, func(a, b *block) int {
		if a.decides != b.decides {
			if a.decides {
				return 1
			}
			return -1
		}
		return cmp.Compare(saved[b], saved[a])
	})
	return blocks
}
