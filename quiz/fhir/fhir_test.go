package fhir_test

import (
	"testing"

	"scarcheck/quiz"
)

func protocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	fixed := *p
	fixed.Hash = "sha256:0123456789abcdef" // goldens do not follow each comma of the data
	return &fixed
}
