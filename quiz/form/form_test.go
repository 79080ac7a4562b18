package form_test

import (
	"bytes"
	"os"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
)

func TestTry(t *testing.T) {
	p, err := quiz.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	form.Formats[0].Draw(&b, p, form.Options{Program: "scarcheck test"})
	os.Stdout.Write(b.Bytes())
}
