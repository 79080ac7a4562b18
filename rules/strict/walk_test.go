package strict

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWalk(t *testing.T) {
	const src = `title: Skin
levels:
  - id: soon
    says: Go soon.
    also:
      - says: And rest.
  - otherwise
terms:
  - {term: keloid, plain: A scar.}
empty: []
`
	var log Log
	var got []string
	parse(t, &log, src).Walk(func(path string, n Node) {
		line, column := n.Place()
		got = append(got, fmt.Sprintf("%d:%d %s", line, column, path))
	})
	want := []string{
		"1:1 ", "1:8 title", "3:3 levels", "3:5 levels.soon", "3:9 levels.soon.id", "4:11 levels.soon.says",
		"6:7 levels.soon.also", "6:9 levels.soon.also.1", "6:15 levels.soon.also.1.says", "7:5 levels.2",
		"9:3 terms", "9:5 terms.keloid", "9:12 terms.keloid.term", "9:27 terms.keloid.plain", "10:8 empty",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	Node{}.Walk(func(string, Node) { t.Error("the zero node has nothing to visit") })
}
