package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
	"time"

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
					if fault := j.line(1, lines[who][i%len(lines[who])]); fault.Why != nil {
						b.Fatal(fault.Why)
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

// BenchmarkBatch is a whole batch, with its reader, workers and writer; the
// time is a line's on the clock, with all cores at work.
func BenchmarkBatch(b *testing.B) {
	const lines = 20_000
	p, in := protocol(b), stream(b, lines)
	for _, format := range []Format{JSON, CSV} {
		b.Run(Formats[format], func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Run(b.Context(), p, bytes.NewReader(in), io.Discard, options(format)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lines, "ns/line")
		})
	}
}

// BenchmarkBatchSlowPath is the same line by encoding/json all the way, as an
// answers file is read and a report is saved. The metric x is how many times as
// long as BenchmarkBatchLine it takes.
func BenchmarkBatchSlowPath(b *testing.B) {
	p, o := protocol(b), options(JSON)
	j := newJudge(newPhrases(p, o))
	const enough = 20_000
	began := time.Now()
	for range enough {
		j.out = j.out[:0]
		j.line(1, []byte(typical))
	}
	fast := float64(time.Since(began).Nanoseconds()) / enough
	b.ReportAllocs()
	for b.Loop() {
		entry, err := p.ParseEntry([]byte(typical))
		if err != nil {
			b.Fatal(err)
		}
		r := report.Build(p, entry.Answers, o.Report)
		if _, err := json.Marshal(r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/fast, "x")
}
