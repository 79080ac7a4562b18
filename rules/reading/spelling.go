package reading

import "strings"

// parted are two vowels that are two syllables, with what must come before and
// after them to be sure. "^" and "$" are the word's ends.
var parted = []string{
	"ia", "io", "iu", "eo", "ua", "uo", "ying", "eate", "eati", "rea$", "dea", "area", "iet", "ier$", "iest$",
	"creat", "oing", "uing", "eing", "ying", "eum", "oes$", "oe$", "ueous", "iency", "ience", "ient", "uent", "uid$", "iable", "iability",
}

// joined are the ones among them that are one syllable after all.
var joined = []string{}

var _ = strings.Contains
