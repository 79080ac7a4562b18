package form_test

import (
	"bytes"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
	"scarcheck/quiz/quiztest"
)

var protocol = quiztest.Protocol

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
