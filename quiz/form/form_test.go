package form_test

import (
	"bytes"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
)

// protocol is the embedded one, with a hash that does not follow each comma of
// the data.
func protocol(t testing.TB) *quiz.Protocol {
	t.Helper()
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	fixed := *p
	fixed.Hash = "sha256:0123456789abcdef"
	return &fixed
}

func drawn(t testing.TB, format string, p *quiz.Protocol, o form.Options) []byte {
	t.Helper()
	f, err := form.Lookup(format)
	if err != nil {
		t.Fatal(err)
	}
	if o.Program == "" {
		o.Program = "scarcheck test"
	}
	var b bytes.Buffer
	if err := f.Draw(&b, p, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}
