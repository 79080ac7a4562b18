package strict

import (
	"strings"
	"testing"
)

// benchmarkFile is a file the size and shape of the embedded rules.
func benchmarkFile() []byte {
	const rule = `  - id: inflammatory-lesions
    name: Deep or many sore spots
    when: {any: [{q: lesions, any_of: [deep-few, deep-many]}, {q: worst, is: severe}]}
    text: >-
      Deep and long-lasting spots leave scars more often than shallow ones. The longer a
      spot stays, the more of the skin below it is lost.
    evidence: odds ratio 2.0 (1.5 to 2.7), cross-sectional, 1942 people
    sources: [tan-2017, mnt]
`
	return []byte("factors:\n" + strings.Repeat(rule, 25))
}

// BenchmarkParse reads the file and looks at all of it.
func BenchmarkParse(b *testing.B) {
	src := benchmarkFile()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var log Log
		for _, item := range Parse(&log, "factors.yaml", src).Map("factors").Get("factors").Items() {
			m := item.Map("id", "name", "when", "text", "evidence", "sources")
			m.Text("id")
			m.Text("text")
		}
		if err := log.Err(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParsePacked reads the same file from its packed form.
func BenchmarkParsePacked(b *testing.B) {
	src := benchmarkFile()
	var log Log
	packed := Parse(&log, "factors.yaml", src).Packed()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if ParsePacked(&log, "factors.yaml", src, packed).IsZero() {
			b.Fatal(log.Err())
		}
	}
}
