package strict

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// patience is how long the worst file may take, with much room for a slow
// machine and the race detector. Without them it is below two seconds.
const patience = 30 * time.Second

func refused(t *testing.T, src, want string) {
	t.Helper()
	var log Log
	begin := time.Now()
	root := Parse(&log, "hostile.yaml", []byte(src))
	if took := time.Since(begin); took > patience {
		t.Errorf("took %v", took)
	}
	if err := log.Err(); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("want a fault with %q, got %v", want, err)
	}
	walk(root)
}

func TestBillionLaughs(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [lol, lol, lol]\n")
	for i := 1; i <= 40; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s*a%d]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 8), i-1)
	}
	refused(t, b.String(), "aliases (*a0) are not allowed")
}

func TestAliasOfItself(t *testing.T) {
	refused(t, "a: &a [*a, *a]\n", "aliases (*a) are not allowed")
}

func TestMillionBrackets(t *testing.T) {
	for _, nest := range []string{"[", "{", "[{", "{a: [", "- [", "- ", "? ", "- - "} {
		t.Run(nest, func(t *testing.T) {
			refused(t, strings.Repeat(nest, 1_000_000/len(nest)), "nested deeper than 64")
		})
	}
}

func TestMillionOfAnything(t *testing.T) {
	for _, piece := range []string{"[]", "[\n", "#\n", "a:\n", "&a ", "'", "\"\\n", "!", "|\n", "---\n", "%A\n", "\t", "\x00", "\xff", "\u200b\n", "<<: ", "? a\n", "é"} {
		t.Run(fmt.Sprintf("%q", piece), func(t *testing.T) {
			refused(t, "["+strings.Repeat(piece, 1_000_000/len(piece)), "hostile.yaml:")
		})
	}
}

func TestMillionUnknownKeys(t *testing.T) {
	var b strings.Builder
	for i := 0; b.Len() < 1_000_000; i++ {
		fmt.Fprintf(&b, "k%d: *x\n", i)
	}
	src := strings.ReplaceAll(b.String(), "*x", "v")
	var log Log
	Parse(&log, "a.yaml", []byte(src)).Map("id", "title")
	faults := log.Err().(Faults)
	if len(faults) != maxFaults+1 {
		t.Errorf("%d faults are reported", len(faults))
	}
	if got := faults[0].String(); !strings.Contains(got, "there is more wrong") {
		t.Errorf("it is not said that there are more: %s", got)
	}
}

func TestTooLarge(t *testing.T) {
	line := strings.Repeat("# comment\n", MaxBytes/10)
	refused(t, line+"key: value\n", "larger than 1 MiB")
}

func TestLargestAllowed(t *testing.T) {
	var log Log
	src := "key: value\n"
	src += "#" + strings.Repeat("x", MaxBytes-len(src)-2) + "\n"
	if len(src) != MaxBytes {
		t.Fatalf("%d bytes", len(src))
	}
	parse(t, &log, src)
}

func TestDeepestAllowed(t *testing.T) {
	for _, src := range []string{
		strings.Repeat("[", maxDepth) + "x" + strings.Repeat("]", maxDepth),
		strings.Repeat("- ", maxDepth) + "x",
		strings.Repeat("- ", maxDepth/2) + strings.Repeat("[", maxDepth/2) + "x" + strings.Repeat("]", maxDepth/2),
	} {
		var log Log
		parse(t, &log, src)
	}
}
