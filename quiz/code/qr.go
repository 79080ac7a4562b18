package code

import (
	"fmt"
	"strings"

	"rsc.io/qr/coding"
)

// quiet is the width of the light border that readers need, in modules (ISO
// 18004, 5.3.8).
const quiet = 4

// Matrix is a QR code: a square of modules, dark or light, its quiet zone
// included.
type Matrix struct{ code *coding.Code }

// Size is the number of modules on a side.
func (m *Matrix) Size() int { return m.code.Size + 2*quiet }

// Dark reports whether the module is dark; x counts from the left, y from the
// top. Outside the square all is light.
func (m *Matrix) Dark(x, y int) bool { return m.code.Black(x-quiet, y-quiet) }

// QR draws letters as the smallest QR code that is read with 15% of it
// damaged (error level M), or more if that costs no room. Only what QR calls
// alphanumeric is drawn, which takes the least room: capital letters, digits,
// hyphens and some signs. Other text, and more than fits, is an error.
func QR(letters string) (*Matrix, error) {
	text := coding.Alpha(strings.ToUpper(letters))
	if text.Check() != nil || text == "" {
		return nil, fmt.Errorf("no QR code: %w", ErrNoCode)
	}
	version, level, ok := fit(text)
	if !ok {
		return nil, fmt.Errorf("no QR code: %d letters are too many", len(text))
	}
	// coding, and not qr.Encode: that one (rsc.io/qr v0.2.0) always takes the
	// first mask, where the standard asks for the one that reads best.
	var best *coding.Code
	for mask := range coding.Mask(8) {
		plan, err := coding.NewPlan(version, level, mask)
		if err != nil {
			return nil, err
		}
		drawn, err := plan.Encode(text)
		if err != nil {
			return nil, err
		}
		if best == nil || penalty(drawn) < penalty(best) {
			best = drawn
		}
	}
	return &Matrix{best}, nil
}

// fit finds the smallest version with room for the text, and the highest error
// level that it has room for.
func fit(text coding.Alpha) (coding.Version, coding.Level, bool) {
	for version := coding.Version(coding.MinVersion); version <= coding.MaxVersion; version++ {
		for level := coding.H; level >= coding.M; level-- {
			if text.Bits(version) <= 8*version.DataBytes(level) {
				return version, level, true
			}
		}
	}
	return 0, 0, false
}
