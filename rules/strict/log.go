package strict

import (
	"cmp"
	"fmt"
	"slices"
)

// maxFaults is how many faults of one file are kept: a person mends a few at a
// time, and a hostile file must not fill the memory with complaints.
const maxFaults = 100

// Log collects the faults of many files. The zero Log is ready for use. A Log
// belongs to one goroutine.
type Log struct {
	files  []string // in order of first mention
	faults Faults
	count  map[string]int
}

// Faultf logs a fault of a file as a whole, one that has no line: that it is
// missing, for example.
func (l *Log) Faultf(file, format string, args ...any) {
	l.add(Fault{File: file, Message: message(format, args)})
}

// Err returns nil when nothing was wrong, and otherwise [Faults]: sorted by file,
// in the order in which the files were first parsed, then by line and column.
// The same fault logged twice is returned once.
func (l *Log) Err() error {
	if len(l.faults) == 0 {
		return nil
	}
	order := make(map[string]int, len(l.files))
	for i, file := range l.files {
		order[file] = i
	}
	sorted := slices.Clone(l.faults)
	for _, file := range l.files {
		if l.count[file] > maxFaults {
			sorted = append(sorted, Fault{File: file, Message: "there is more wrong in this file; mend the faults named here first"})
		}
	}
	slices.SortStableFunc(sorted, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(order[a.File], order[b.File]),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
		)
	})
	return dropRepeats(sorted)
}

func dropRepeats(faults Faults) Faults {
	seen := make(map[Fault]bool, len(faults))
	return slices.DeleteFunc(faults, func(f Fault) bool {
		f.Source = ""
		repeat := seen[f]
		seen[f] = true
		return repeat
	})
}

// mention gives a file its place in the order of the report.
func (l *Log) mention(file string) {
	if !slices.Contains(l.files, file) {
		l.files = append(l.files, file)
	}
}

func (l *Log) add(f Fault) {
	l.mention(f.File)
	if l.count == nil {
		l.count = map[string]int{}
	}
	l.count[f.File]++
	if l.count[f.File] <= maxFaults {
		l.faults = append(l.faults, f)
	}
}

// full reports whether further faults of this file would be dropped.
func (l *Log) full(file string) bool { return l.count[file] > maxFaults }

// maxMessage keeps a message readable when it quotes something endless.
const maxMessage = 1000

func message(format string, args []any) string {
	runes := []rune(printable(fmt.Sprintf(format, args...)))
	if len(runes) > maxMessage {
		return string(runes[:maxMessage-1]) + "…"
	}
	return string(runes)
}
