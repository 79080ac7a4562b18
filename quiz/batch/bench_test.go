package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"scarcheck/quiz/report"
)

// stream is lines of many people, the same in every benchmark; one answer in
// twenty is open.
func stream(b testing.TB, n int) []byte {
	m := &people{Rand: rand.New(rand.NewPCG(5, 6)), protocol: protocol(b), open: 0.05}
	var lines []byte
	for i := range n {
		lines = append(lines, m.line(fmt.Sprint(i), m.answers())...)
	}
	return lines
}

// BenchmarkBatchLine is one worker on one line: read, judged, written.
func BenchmarkBatchLine(b *testing.B) {
	lines := map[string][][]byte{"typical": {[]byte(typical)}, "many people": bytes.Split(bytes.TrimSpace(stream(b, 4096)), []byte("\n"))}
	for _, format := range []Format{JSON, CSV} {
		for _, who := range []string{"typical", "many people"} {
			b.Run(Formats[format]+"/"+who, func(b *testing.B) {
				j := newJudge(newPhrases(protocol(b), options(format)))
				b.ReportAllocs()
				written, i := 0, 0
				for b.Loop() {
					j.out = j.out[:0]
					if fault := j.line(1, lines[who][i%len(lines[who])]); fault.Message != "" {
						b.Fatal(fault.Message)
					}
					written += len(j.out)
					i++
				}
				b.ReportMetric(float64(written)/float64(b.N), "B-out/op")
			})
		}
	}
}

// BenchmarkBatchScan reads a line and does nothing with it.
func BenchmarkBatchScan(b *testing.B) {
	s, src := newScanner(protocol(b)), []byte(typical)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := s.line(src); !ok {
			b.Fatal("not taken")
		}
	}
}

var _ = io.Discard
var _ = json.Marshal
var _ report.Report
