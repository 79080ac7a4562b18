package code

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
)

// alphabet is Crockford's base 32: no I, L, O, which look like 1 and 0, and no
// U. https://www.crockford.com/base32.html
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const (
	groupSize   = 5    // letters of a group, the last one its check
	ownSize     = 4    // letters of a group that carry something
	leastGroups = 3    // no code has fewer
	mostGroups  = 1000 // nor more: it is more than a QR code holds

	placed   = 16   // groups that check letters tell apart; beyond, places count from 0 again
	lastMark = 16   // in the place of the last group
	noLetter = 0xFF // a sign that is not in the alphabet
)

// write writes a number that is not negative, its least letter first.
func write(n *big.Int) string {
	var own []byte
	for left := new(big.Int).Set(n); left.Sign() > 0; {
		own = append(own, byte(takeSmall(left, uint64(len(alphabet)))))
	}
	for len(own) < leastGroups*ownSize || len(own)%ownSize != 0 {
		own = append(own, 0)
	}
	groups := make([]string, len(own)/ownSize)
	for i := range groups {
		var group [groupSize]byte
		copy(group[:], own[i*ownSize:(i+1)*ownSize])
		group[ownSize] = sum(group[:]) ^ place(i, len(groups))
		groups[i] = spell(group[:])
	}
	return strings.Join(groups, "-")
}

func spell(group []byte) string {
	letters := make([]byte, len(group))
	for i, value := range group {
		letters[i] = alphabet[value]
	}
	return string(letters)
}

// sum is the weighted sum of a group's letters in the field of 32 elements.
// The weights are 16, 8, 4, 2 and 1 of that field, all different and none 0:
// so a changed letter changes the sum, and so do two that change places. In a
// sound group the sum is its place.
func sum(group []byte) byte {
	var s byte
	for _, value := range group {
		s <<= 1
		if s >= 32 {
			s ^= 0b100101 // x^5 + x^2 + 1, which has no factors
		}
		s ^= value
	}
	return s
}

// place is what the letters of group i of n add up to: different for each
// group, and for the last one another than if more came after it.
func place(i, n int) byte {
	if i == n-1 {
		return byte(i%placed) | lastMark
	}
	return byte(i % placed)
}

// value is the number that a letter stands for, noLetter if for none.
func value(r rune) byte {
	switch r = unicode.ToUpper(r); r {
	case 'I', 'L':
		return 1
	case 'O':
		return 0
	}
	if at := strings.IndexRune(alphabet, r); at >= 0 {
		return byte(at)
	}
	return noLetter
}

// separates reports whether a sign may stand between letters: spaces and
// hyphens of all kinds, for text that comes from a scanner or a document.
func separates(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) }

// split reads the letters in the groups that they are written in.
func split(text string) (groups [][]byte) {
	for _, field := range strings.FieldsFunc(text, separates) {
		values := make([]byte, 0, len(field))
		for _, r := range field {
			values = append(values, value(r))
		}
		groups = append(groups, values)
	}
	return groups
}

// regroup cuts the letters into groups of five, the last of which may be short.
func regroup(written [][]byte) [][]byte {
	return slices.Collect(slices.Chunk(slices.Concat(written...), groupSize))
}

// read is the number that the letters stand for. The error is ErrNoCode or a
// Mistyped.
func read(text string) (*big.Int, error) {
	written := split(text)
	groups := regroup(written)
	if len(groups) < leastGroups-1 || len(groups) > mostGroups {
		return nil, ErrNoCode
	}
	if err := mistake(written, groups); err != nil {
		return nil, err
	}
	n := new(big.Int)
	for i := len(groups) - 1; i >= 0; i-- {
		for at := ownSize - 1; at >= 0; at-- {
			n.Lsh(n, 5)
			n.Add(n, big.NewInt(int64(groups[i][at])))
		}
	}
	return n, nil
}

// Is reports whether a word looks like a code and not like the name of a file
// or an id: letters in groups, of which at least half have the right check
// letter, so that a code with a mistake in it still counts as one.
func Is(text string) bool {
	written := split(text)
	return !strings.ContainsFunc(text, foreign) && (half(written) || half(regroup(written)))
}

// half reports whether at least half of the groups are sound, where they stand
// or one place later, if a group before them is missing.
func half(groups [][]byte) bool {
	if len(groups) < leastGroups-1 || len(groups) > mostGroups {
		return false
	}
	right, late := 0, 0
	for i, group := range groups {
		switch {
		case len(group) != groupSize:
		case sum(group) == place(i, len(groups)):
			right++
		case sum(group) == place(i+1, len(groups)+1):
			late++
		}
	}
	return 2*max(right, late) >= max(leastGroups, len(groups))
}

// foreign reports whether a sign is never typed for one of a code: "." and "/"
// make a word the name of a file.
func foreign(r rune) bool {
	ascii := r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
	return !ascii && !separates(r)
}
