package strict_test

import (
	"fmt"

	"scarcheck/rules/strict"
)

func Example() {
	src := []byte(`tips:
  - id: hands-off
    titel: Hands off
    always: yes
  - id: sun
    title: Mind the sun
`)
	var log strict.Log
	root := strict.Parse(&log, "tips.yaml", src).Map("tips")
	for _, item := range root.Get("tips").Items() {
		tip := item.Map("id", "title", "always")
		fmt.Printf("%q %q %v\n", tip.Text("id"), tip.Text("title"), tip.MaybeBool("always"))
	}
	fmt.Println(log.Err())
	// Output:
	// "hands-off" "" false
	// "sun" "Mind the sun" false
	// tips.yaml:3:5: unknown key "titel", did you mean "title"? Known here: id, title, always
	//           titel: Hands off
	//           ^
	// tips.yaml:4:13: must be true or false, without quotes, not "yes"
	//           always: yes
	//                   ^
}
