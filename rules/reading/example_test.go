package reading_test

import (
	"fmt"

	"scarcheck/rules/reading"
)

func Example() {
	fmt.Printf("%.1f\n", reading.Grade("Isotretinoin can help."))
	fmt.Printf("%.1f\n", reading.Grade("Isotretinoin can help.", "isotretinoin"))
	// Output:
	// 17.0
	// -2.6
}
