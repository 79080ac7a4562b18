package reading_test

import (
	"fmt"
	"strings"

	"scarcheck/rules/reading"
)

func Example() {
	fmt.Printf("%.1f\n", reading.Grade("Isotretinoin can help."))
	fmt.Printf("%.1f\n", reading.Grade("Isotretinoin can help.", "isotretinoin"))
	// Output:
	// 17.0
	// -2.6
}

func ExampleEase() {
	fmt.Printf("%.1f\n", reading.Ease("La isotretinoína ayuda."))
	fmt.Printf("%.1f\n", reading.Ease("La isotretinoína ayuda.", "isotretinoína"))
	// Output:
	// -16.2
	// 83.8
}

func ExampleSpanishSyllables() {
	for _, word := range []string{"pa-ís", "prohi-bir", "lim-piáis"} {
		fmt.Println(word, reading.SpanishSyllables(strings.ReplaceAll(word, "-", "")))
	}
	// Output:
	// pa-ís 2
	// prohi-bir 2
	// lim-piáis 2
}
