package code

import "math/big"

// digit is one digit of a number of mixed base: a value below its own base.
type digit struct{ value, base *big.Int }

func small(value, base uint64) digit {
	return digit{new(big.Int).SetUint64(value), new(big.Int).SetUint64(base)}
}

// number is the number with these digits, the first one the least: so it can
// be read from the first digit on, and ends in nothing where the last digits
// are 0.
func number(digits []digit) *big.Int {
	n := new(big.Int)
	for i := len(digits) - 1; i >= 0; i-- {
		n.Mul(n, digits[i].base)
		n.Add(n, digits[i].value)
	}
	return n
}

// take reads the next digit, of this base, off the number.
func take(n, base *big.Int) *big.Int {
	value := new(big.Int)
	n.DivMod(n, base, value)
	return value
}

func takeSmall(n *big.Int, base uint64) uint64 {
	return take(n, new(big.Int).SetUint64(base)).Uint64()
}
