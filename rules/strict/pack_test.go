package strict

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"go.yaml.in/yaml/v4"
)

// seen is all that this package ever looks at in a node that was audited.
type seen struct {
	Kind         yaml.Kind
	Style        yaml.Style
	Value        string
	Line, Column int
	Below        []seen
}

func look(n *yaml.Node) seen {
	s := seen{Kind: n.Kind, Style: n.Style, Value: n.Value, Line: n.Line, Column: n.Column}
	for _, child := range n.Content {
		s.Below = append(s.Below, look(child))
	}
	return s
}

// checkPacked fails unless a file that is sound is the same tree when packed
// and unpacked, without a word in the log.
func checkPacked(t *testing.T, src []byte) {
	t.Helper()
	var log Log
	parsed := Parse(&log, "file.yaml", src)
	if log.Err() != nil {
		return
	}
	unpacked := ParsePacked(&log, "file.yaml", src, parsed.Packed())
	if log.Err() != nil {
		t.Fatalf("a fault where there was none: %v\n%s", log.Err(), src)
	}
	if unpacked.src.text != parsed.src.text {
		t.Errorf("another text:\n%s", src)
	}
	if want, got := look(parsed.yaml), look(unpacked.yaml); !reflect.DeepEqual(want, got) {
		t.Errorf("unpacked is\n%+v, want\n%+v", got, want)
	}
	if parsed.yaml.Tag == "" || unpacked.yaml.Tag != "" { // the library gives each node a tag
		t.Error("it was parsed, not unpacked")
	}
}

func TestPacked(t *testing.T) {
	files := 0
	for _, pattern := range []string{"testdata/*.yaml", "../data/*.yaml", "../../quiz/data/*.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files += len(found)
		for _, file := range found {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(filepath.Base(file), func(t *testing.T) { checkPacked(t, src) })
		}
	}
	if files < 10 {
		t.Errorf("only %d files found", files)
	}
}

func TestPackedOfAnotherFileIsNotUsed(t *testing.T) {
	var log Log
	old := Parse(&log, "a.yaml", []byte("id: old\n")).Packed()
	if id := ParsePacked(&log, "a.yaml", []byte("id: new\n"), old).Map("id").Text("id"); id != "new" {
		t.Errorf("read %q from a file that says new", id)
	}
	ParsePacked(&log, "a.yaml", []byte("id: new\nid: again\n"), old).Map("id")
	if err := log.Err(); err == nil {
		t.Error("a fault went unseen")
	}
}

func TestUnpackingStaysClear(t *testing.T) {
	src := []byte("a: [b, {c: d}]\ne: >-\n  f\n  g\n")
	var log Log
	packed := Parse(&log, "a.yaml", src).Packed()
	unpack := func(form []byte) seen { return look(ParsePacked(&log, "a.yaml", src, form).yaml) }
	want := unpack(nil) // parsed
	for cut := range packed {
		if got := unpack(packed[:cut]); !reflect.DeepEqual(want, got) {
			t.Errorf("cut after %d bytes: %+v", cut, got)
		}
	}
	if got := unpack(append(bytes.Clone(packed), 0)); !reflect.DeepEqual(want, got) {
		t.Errorf("a byte more: %+v", got)
	}
	if err := log.Err(); err != nil {
		t.Error(err)
	}
}

// FuzzPacked looks for a file whose packed form is another, and for a damaged
// form that brings the reader down.
func FuzzPacked(f *testing.F) {
	f.Add([]byte("a: >-\n  x\n\n  y\nb: |2\n    z\nc: [1, {d: e}]\n? f\n: 'g'\n"), 40, byte(0xFF))
	f.Add([]byte("\uFEFF- \"\\u00e9\"\n- ~\n- {}\n"), 33, byte(0x80))
	f.Fuzz(func(t *testing.T, src []byte, at int, change byte) {
		checkPacked(t, src)
		var log Log
		packed := Parse(&log, "a.yaml", src).Packed()
		if at >= 0 && at < len(packed) {
			packed[at] ^= change
			walk(ParsePacked(&log, "a.yaml", src, packed))
		}
	})
}
