package draw_test

import (
	"io"
	"testing"

	"scarcheck/quiz"
	"scarcheck/quiz/draw"
	"scarcheck/quiz/words"
)

// BenchmarkFormats draws a full report in each format.
func BenchmarkFormats(b *testing.B) {
	r, p := cases(b)["full"], protocol(b)
	o := draw.Options{Protocol: func(words.Language) *quiz.Protocol { return p }}
	for _, f := range draw.Formats {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Draw(io.Discard, r, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
