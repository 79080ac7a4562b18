package code

import "rsc.io/qr/coding"

// penalty tells how hard a QR code is to read: ISO 18004, 7.8.3.1, which asks
// for the mask with the least.
func penalty(c *coding.Code) int {
	turned := func(x, y int) bool { return c.Black(y, x) }
	return lines(c.Size, c.Black) + lines(c.Size, turned) + blocks(c) + balance(c)
}

// lines is the penalty for runs of five and more of one colour in a row, and
// for what looks like the corner of a QR code.
func lines(size int, dark func(x, y int) bool) (points int) {
	const corner, cornerBefore, window = 0b10111010000, 0b00001011101, 1<<11 - 1
	for y := range size {
		run, seen := 0, 0
		for x := range size {
			if x > 0 && dark(x, y) == dark(x-1, y) {
				run++
			} else {
				run = 1
			}
			switch {
			case run == 5:
				points += 3
			case run > 5:
				points++
			}
			seen = seen << 1 & window
			if dark(x, y) {
				seen |= 1
			}
			if x >= 10 && (seen == corner || seen == cornerBefore) {
				points += 40
			}
		}
	}
	return points
}

// blocks is the penalty for squares of two by two in one colour.
func blocks(c *coding.Code) (points int) {
	for y := range c.Size - 1 {
		for x := range c.Size - 1 {
			dark := c.Black(x, y)
			if c.Black(x+1, y) == dark && c.Black(x, y+1) == dark && c.Black(x+1, y+1) == dark {
				points += 3
			}
		}
	}
	return points
}

// balance is the penalty for each five percent of more dark than light, or
// more light than dark.
func balance(c *coding.Code) int {
	dark := 0
	for y := range c.Size {
		for x := range c.Size {
			if c.Black(x, y) {
				dark++
			}
		}
	}
	all := c.Size * c.Size
	off := 2*dark - all
	return 10 * (max(off, -off) * 10 / all)
}
