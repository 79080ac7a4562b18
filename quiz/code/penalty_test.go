package code

import (
	"strings"
	"testing"

	"rsc.io/qr/coding"
)

// drawn is a QR code of these rows, "#" being dark.
func drawn(rows ...string) *coding.Code {
	c := &coding.Code{Size: len(rows), Stride: (len(rows) + 7) / 8}
	c.Bitmap = make([]byte, c.Size*c.Stride)
	for y, row := range rows {
		for x, sign := range row {
			if sign == '#' {
				c.Bitmap[y*c.Stride+x/8] |= 1 << (7 - x%8)
			}
		}
	}
	return c
}

// chess is a board without any run, square or imbalance, in which one row is
// another one.
func chess(size, at int, row string) []string {
	rows := make([]string, size)
	for y := range rows {
		rows[y] = strings.Repeat(".#", size)[y%2 : y%2+size]
	}
	if row != "" {
		rows[at] = row
	}
	return rows
}

// The penalties as ISO 18004 gives them.
func TestPenalty(t *testing.T) {
	plain := strings.Repeat(".", 12)
	all := make([]string, 12)
	for y := range all {
		all[y] = plain
	}
	for _, row := range []struct {
		name string
		rows []string
		want int
	}{
		{"a chess board", chess(12, 0, ""), 0},
		{"a run of four, and 6 of 16 dark", chess(4, 0, "...."), 2 * 10},
		{"all light", all, 2*12*(3+12-5) + 3*11*11 + 100},
		{"a run of five", chess(12, 0, "#####...#..."), 3},
		{"a run of seven", chess(14, 0, "#######......."), 5 + 5},
		{"a corner and light after it", chess(12, 0, "#.###.#....#"), 40},
		{"a corner and light before it", chess(12, 11, "#....#.###.#"), 40},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := penalty(drawn(row.rows...)); got != row.want {
				t.Errorf("%d, want %d", got, row.want)
			}
		})
	}
}

// The mask that is taken is never harder to read than the first one, which qr
// takes always.
func TestBestMask(t *testing.T) {
	other := 0
	for _, letters := range []string{"9M83P-90RJB-8100E", "9M83P-90RJB-81BF9-2000P", "9M83P-90RJB-81E8K-9N390-SPS2K"} {
		m, err := QR(letters)
		if err != nil {
			t.Fatal(err)
		}
		version, level, _ := fit(coding.Alpha(letters))
		for mask := range coding.Mask(8) {
			plan, _ := coding.NewPlan(version, level, mask)
			c, err := plan.Encode(coding.Alpha(letters))
			if err != nil || penalty(c) < penalty(m.code) {
				t.Errorf("%s: mask %d has %d, the one taken %d; %v", letters, mask, penalty(c), penalty(m.code), err)
			}
			if mask == 0 && penalty(c) > penalty(m.code) {
				other++
			}
		}
	}
	if other == 0 {
		t.Error("the first mask was always the best one; these letters test nothing")
	}
}
