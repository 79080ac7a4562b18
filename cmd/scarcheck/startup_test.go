package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// tallied runs the program and then says how many bytes it has asked for, on
// standard error.
func tallied() {
	code := run(here())
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Fprintf(os.Stderr, "\n%d", m.TotalAlloc)
	os.Exit(code)
}

// asksFor is how many bytes the program asks for in a process of its own.
func asksFor(t *testing.T, lang string, args ...string) int {
	t.Helper()
	c := exec.Command("scarcheck-tallied", args...)
	c.Env = append(os.Environ(), "LC_ALL="+lang)
	var stderr strings.Builder
	c.Stderr = &stderr
	if err := c.Run(); err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	lines := strings.Split(stderr.String(), "\n")
	n, err := strconv.Atoi(lines[len(lines)-1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Who speaks English does not pay for Spanish: its catalogue is not read, which
// would show in what the program asks for.
func TestEnglishReadsNoCatalogue(t *testing.T) {
	english, spanish := asksFor(t, "C", "--version"), asksFor(t, "es_ES.UTF-8", "--version")
	if english > spanish/2 {
		t.Errorf("English asks for %d bytes and Spanish for %d", english, spanish)
	}
}
