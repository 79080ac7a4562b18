package form_test

import (
	"io"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/form"
)

// BenchmarkFormats draws the blank form in each format.
func BenchmarkFormats(b *testing.B) {
	p, err := quiz.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range form.Formats {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Draw(io.Discard, p, form.Options{Program: "scarcheck test"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
