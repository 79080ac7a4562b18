package main

import (
	"fmt"
	"testing"

	"scarcheck/quiz"
)

// --version tells of the protocol without loading it.
func TestCarriedProtocol(t *testing.T) {
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if is := fmt.Sprintf("%s@%d", p.ID, p.Version); carried != is {
		t.Errorf("--version says %s, and the program carries %s", carried, is)
	}
}
