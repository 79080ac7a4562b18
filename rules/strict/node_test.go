package strict

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// parse reads a text that must parse without a fault.
func parse(t *testing.T, log *Log, src string) Node {
	t.Helper()
	root := Parse(log, "a.yaml", []byte(src))
	if err := log.Err(); err != nil {
		t.Fatalf("unexpected fault: %v", err)
	}
	return root
}

// first returns the only fault as "line:column: message", or "".
func first(t *testing.T, log *Log) string {
	t.Helper()
	err := log.Err()
	if err == nil {
		return ""
	}
	faults := err.(Faults)
	if len(faults) != 1 {
		t.Fatalf("want one fault, got %d:\n%v", len(faults), err)
	}
	return fmt.Sprintf("%d:%d: %s", faults[0].Line, faults[0].Column, faults[0].Message)
}

func TestText(t *testing.T) {
	for _, test := range []struct{ name, value, want string }{
		{"plain", "deep-few", "deep-few"},
		{"no stays", "no", "no"},
		{"exponent stays", "1e3", "1e3"},
		{"hexadecimal stays", "0x10", "0x10"},
		{"leading zeros stay", "007", "007"},
		{"date stays", "2024-01-01", "2024-01-01"},
		{"time stays", "12:30:45", "12:30:45"},
		{"true stays", "true", "true"},
		{"infinity stays", ".inf", ".inf"},
		{"underscored number stays", "1_000", "1_000"},
		{"apostrophe inside", "don't", "don't"},
		{"no comment without space", "a#b", "a#b"},
		{"comment dropped", "a # b", "a"},
		{"double quoted", `"a \"b\" \u00e9\n"`, "a \"b\" é\n"},
		{"single quoted", "'it''s: #1'", "it's: #1"},
		{"quoted null is a word", `"null"`, "null"},
		{"quoted tilde is a character", "'~'", "~"},
		{"plain over lines", "one\n  two\n\n  three", "one two\nthree"},
		{"folded", ">-\n  one\n  two\n\n  three", "one two\nthree"},
		{"folded with end", ">\n  one\n  two", "one two"},
		{"folded keeping", ">+\n  one\n\n\n", "one"},
		{"literal", "|\n  ---.\n      \\\n", "---.\n    \\"},
		{"literal with windows lines", "|\r\n  a\r\n  b\r\n", "a\nb"},
		{"literal word null", "|\n  null\n", "null"},
		{"letters of the world", "naïve 漢字", "naïve 漢字"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var log Log
			root := parse(t, &log, "key: "+test.value+"\n")
			if got := root.Map("key").Text("key"); got != test.want || log.Err() != nil {
				t.Errorf("got %q, want %q; faults: %v", got, test.want, log.Err())
			}
		})
	}
}

// The readers of TestNodeFaults.
func text(n Node)   { n.Text() }
func truth(n Node)  { n.Bool() }
func number(n Node) { n.Int() }
func items(n Node)  { n.Items() }
func keys(n Node)   { n.Map("id", "says", "when") }
func pairs(n Node)  { n.Pairs() }

func TestNodeFaults(t *testing.T) {
	for _, test := range []struct {
		name, value string
		read        func(Node)
		want        string
	}{
		{"text left out", "", text, "1:5: needs a value"},
		{"text tilde", "~", text, "1:6: needs a value"},
		{"text null", "null", text, "1:6: needs a value"},
		{"text blank", `"  "`, text, "1:6: needs a value"},
		{"text from list", "[a]", text, "1:6: must be text, not a list"},
		{"text from map", "{a: b}", text, "1:6: must be text, not a map"},
		{"text from map below", "\n  a: b", text, "2:3: must be text, not a map"},
		{"bool", "true", truth, ""},
		{"bool yes", "yes", truth, `1:6: must be true or false, without quotes, not "yes"`},
		{"bool capital", "True", truth, `1:6: must be true or false, without quotes, not "True"`},
		{"bool quoted", `"true"`, truth, `1:6: must be true or false, without quotes, not "true"`},
		{"bool left out", "", truth, "1:5: needs a value"},
		{"bool from list", "[true]", truth, "1:6: must be true or false, not a list"},
		{"int", "280", number, ""},
		{"int zero", "0", number, ""},
		{"int negative", "-1", number, `1:6: must be a whole number such as 12, without quotes, not "-1"`},
		{"int signed", "+1", number, `1:6: must be a whole number such as 12, without quotes, not "+1"`},
		{"int octal", "007", number, `1:6: must be a whole number such as 12, without quotes, not "007"`},
		{"int hexadecimal", "0x10", number, `1:6: must be a whole number such as 12, without quotes, not "0x10"`},
		{"int exponent", "1e3", number, `1:6: must be a whole number such as 12, without quotes, not "1e3"`},
		{"int fraction", "1.0", number, `1:6: must be a whole number such as 12, without quotes, not "1.0"`},
		{"int quoted", "'1'", number, `1:6: must be a whole number such as 12, without quotes, not "1"`},
		{"int enormous", "99999999999999999999", number, `1:6: must be a whole number such as 12, without quotes, not "99999999999999999999"`},
		{"list", "[a, b]", items, ""},
		{"list empty", "[]", items, "1:6: needs at least one item in the list"},
		{"list from text", "a", items, "1:6: must be a list, not text"},
		{"list from map", "{a: b}", items, "1:6: must be a list, not a map"},
		{"list left out", "", items, "1:5: needs a value"},
		{"map empty", "{}", keys, ""},
		{"map from text", "a", keys, `1:6: must be a map ("key: value"), not text`},
		{"map from list", "[a]", keys, `1:6: must be a map ("key: value"), not a list`},
		{"map unknown key near", "{id: a, sais: b}", keys, `1:14: unknown key "sais", did you mean "says"? Known here: id, says, when`},
		{"map unknown key far", "{colour: red}", keys, `1:7: unknown key "colour". Known here: id, says, when`},
		{"map key twice", "\n  id: a\n  says: b\n  id: c", keys, `4:3: key "id" is given twice, first on line 2`},
		{"map key left out", "{: a}", keys, "1:7: needs a value"},
		{"map key is a list", "\n  ? [a]\n  : b", keys, "2:5: must be text, not a list"},
		{"pairs empty", "{}", pairs, ""},
		{"pairs twice", "{a: 1, b: 2, 'a': 3}", pairs, `1:19: key "a" is given twice, first on line 1`},
		{"pairs from list", "[a]", pairs, `1:6: must be a map ("key: value"), not a list`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var log Log
			root := parse(t, &log, "key: "+test.value+"\n")
			test.read(root.Map("key").Get("key"))
			if got := first(t, &log); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestValues(t *testing.T) {
	var log Log
	m := parse(t, &log, "yes: true\nno: false\nmax: 280\nlist: [a, b]\nfree: {z: 1, a: 2}\n").Map("yes", "no", "max", "list", "free", "other")
	if !m.MaybeBool("yes") || m.MaybeBool("no") || m.MaybeBool("other") {
		t.Error("MaybeBool is wrong")
	}
	if got := m.Get("max").Int(); got != 280 {
		t.Errorf("Int: %d", got)
	}
	var list, free []string
	for _, n := range m.Get("list").Items() {
		list = append(list, n.Text())
	}
	for _, p := range m.Get("free").Pairs() {
		free = append(free, p.Key.Text()+p.Value.Text())
	}
	if !slices.Equal(list, []string{"a", "b"}) || !slices.Equal(free, []string{"z1", "a2"}) {
		t.Errorf("list %v, free %v", list, free)
	}
	if line, column := m.Get("free").Place(); line != 5 || column != 7 {
		t.Errorf("Place: %d:%d", line, column)
	}
	if !m.Has("yes") || m.Has("other") || m.MaybeText("other") != "" || !m.Maybe("other").IsZero() {
		t.Error("an optional key that is absent is not silent")
	}
	if err := log.Err(); err != nil {
		t.Error(err)
	}
}

func TestGetMissing(t *testing.T) {
	var log Log
	m := parse(t, &log, "tips:\n  - id: sun\n").Map("tips").Get("tips").Items()[0].Map("id", "title")
	for range 2 { // asked twice, faulted once
		if m.Text("title") != "" {
			t.Error("a missing key has a text")
		}
	}
	if got, want := first(t, &log), `2:5: needs "title"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestGetMisspelled(t *testing.T) {
	var log Log
	m := parse(t, &log, "titel: a\n").Map("id", "title")
	m.Text("title")
	if got := first(t, &log); !strings.Contains(got, "did you mean") {
		t.Errorf("want only the unknown key, got %s", got)
	}
}

func TestZeroNodeIsSilent(t *testing.T) {
	var n Node
	n.Faultf("nobody hears this")
	m := n.Map("key")
	if !n.IsZero() || n.Text() != "" || n.Bool() || n.Int() != 0 || n.Items() != nil || n.Pairs() != nil {
		t.Error("the zero Node has a value")
	}
	if line, column := n.Place(); line != 0 || column != 0 {
		t.Error("the zero Node has a place")
	}
	m.Node().Faultf("nor this")
	if m.Has("key") || !m.Get("key").IsZero() || m.Text("key") != "" || m.MaybeText("key") != "" || m.MaybeBool("key") {
		t.Error("the zero Map has a value")
	}
}

// After an alias or a merge key the rest of the file is still read, and the
// place that lacks its value is faulted once only.
func TestReadsOnAfterRefusal(t *testing.T) {
	var log Log
	root := Parse(&log, "a.yaml", []byte("a: &x [1]\nb: *x\nc:\n  <<: {d: 1}\n  e: 2\n*x : 3\n"))
	m := root.Map("a", "b", "c")
	m.Get("b").Items()
	if got := m.Get("c").Map("e").Text("e"); got != "2" {
		t.Errorf("e = %q", got)
	}
	var got []string
	for _, f := range log.Err().(Faults) {
		word, _, _ := strings.Cut(f.Message, " ")
		got = append(got, fmt.Sprintf("%d:%d %s", f.Line, f.Column, word))
	}
	if want := []string{"1:4 anchors", "2:4 aliases", "4:3 merge", "6:1 aliases"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestQuotedMergeKeyIsAKey(t *testing.T) {
	var log Log
	if got := parse(t, &log, "'<<': a\n").Map("<<").Text("<<"); got != "a" {
		t.Errorf("got %q", got)
	}
}
