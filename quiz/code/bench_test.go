package code_test

import (
	"testing"

	"scarcheck/quiz/code"
)

func BenchmarkEncode(b *testing.B) {
	p := protocol(b)
	_, all := assessments(b, p)
	for i := 0; b.Loop(); i++ {
		code.Encode(p, all[i%len(all)], day)
	}
}

func BenchmarkDecode(b *testing.B) {
	p := protocol(b)
	letters := full(b, p)
	for b.Loop() {
		if _, _, err := code.Decode(p, letters); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQR(b *testing.B) {
	letters := full(b, protocol(b))
	for b.Loop() {
		matrix(b, letters)
	}
}
