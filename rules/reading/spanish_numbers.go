package reading

import "strings"

// The syllables of cero to quince; of dieci, veinti, treinta to noventa; of
// ciento to novecientos.
var (
	spanishUnits    = [...]int{2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2}
	spanishTens     = [...]int{0, 2, 2, 2, 3, 3, 3, 3, 3, 3}
	spanishHundreds = [...]int{0, 2, 3, 3, 4, 3, 3, 4, 4, 4}
)

// spanishNumber counts a number as it is read aloud. A comma or a point is a
// word, unless three digits follow each: then it only parts the thousands.
func spanishNumber(part string) int {
	groups := strings.FieldsFunc(part, func(r rune) bool { return r < '0' || r > '9' })
	if areThousands(groups) {
		groups = []string{strings.Join(groups, "")}
	}
	sounds := 0
	for i, digits := range groups {
		if i > 0 {
			sounds += 2 // coma, punto
		}
		sounds += digitsAloud(digits)
	}
	return sounds
}

func areThousands(groups []string) bool {
	for i, digits := range groups {
		if i == 0 && (digits == "0" || len(digits) > 3) || i > 0 && len(digits) != 3 {
			return false
		}
	}
	return true
}

// digitsAloud counts up to six digits as one number, and more as if "millones"
// stood before every six from the end.
func digitsAloud(digits string) int {
	if over := len(digits) - 6; over > 0 {
		return digitsAloud(digits[:over]) + 3 + digitsAloud(digits[over:])
	}
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return numberAloud(n)
}

// numberAloud counts the syllables of 0 to 999,999.
func numberAloud(n int) int {
	switch {
	case n < len(spanishUnits):
		return spanishUnits[n]
	case n < 100:
		return tensAloud(n/10, n%10)
	case n == 100:
		return 1 // cien
	case n < 1000:
		return spanishHundreds[n/100] + restAloud(n%100)
	case n < 2000:
		return 1 + restAloud(n%1000) // mil
	}
	return numberAloud(n/1000) + 1 + restAloud(n%1000)
}

// restAloud counts what is said after the hundreds or thousands, if anything is.
func restAloud(n int) int {
	if n == 0 {
		return 0
	}
	return numberAloud(n)
}

func tensAloud(ten, unit int) int {
	switch {
	case unit == 0:
		return spanishTens[ten]
	case ten < 3 && (unit == 1 || unit == 8):
		return spanishTens[ten] + 1 // die-cio-cho, vein-tiu-no
	case ten < 3:
		return spanishTens[ten] + spanishUnits[unit]
	}
	return spanishTens[ten] + 1 + spanishUnits[unit] // treinta y dos
}
