// Command bench prints one table: what scarcheck costs, beside what somebody
// would use instead, measured in the same run on the same machine. It is run by
// .ci/bench, which builds the programs:
//
//	bench DIR    # with scarcheck, gum and empty in it
//
// Times are medians, with the least in brackets, because a machine that does
// other things besides only ever makes them longer. Programs take turns, so that
// what slows the machine slows them all. Processor time is user and system
// together, and does not grow while a program waits.
package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// row is a line of the table: what was measured, and by how much it exceeds
// what it is compared with.
type row struct {
	name  string
	times []time.Duration
	note  string // beside the times, or in place of them
}

func (r row) median() time.Duration { return r.sorted()[len(r.times)/2] }

func (r row) least() time.Duration { return r.sorted()[0] }

func (r row) sorted() []time.Duration { return slices.Sorted(slices.Values(r.times)) }

// section prints rows, each with its ratio to the first.
func section(title string, rows []row) {
	fmt.Printf("\n%s\n", title)
	for _, r := range rows {
		if len(r.times) == 0 {
			fmt.Printf("  %-32s %s\n", r.name, r.note)
			continue
		}
		ratio := float64(r.median()) / float64(rows[0].median())
		fmt.Printf("  %-32s %10s %12s %10.2f x   %s\n", r.name, short(r.median()), "("+short(r.least())+")", ratio, r.note)
	}
}

// short is a time in three figures.
func short(d time.Duration) string {
	value, unit := float64(d), "ns"
	switch {
	case d >= time.Millisecond:
		value, unit = value/1e6, "ms"
	case d >= time.Microsecond:
		value, unit = value/1e3, "µs"
	}
	switch {
	case value >= 100 || unit == "ns":
		return fmt.Sprintf("%.0f %s", value, unit)
	case value >= 10:
		return fmt.Sprintf("%.1f %s", value, unit)
	}
	return fmt.Sprintf("%.2f %s", value, unit)
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: bench DIR; .ci/bench runs it")
		os.Exit(2)
	}
	dir := os.Args[1]
	fmt.Printf("%s, %d cores, %s/%s, %s\n", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	engines()
	load()
	startUp(dir)
	terminals(dir)
	batch(dir)
	growth()
}

// processor is the name of the processor, as far as the system tells.
func processor() string {
	file, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return "unknown processor"
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if name, ok := strings.CutPrefix(lines.Text(), "model name"); ok {
			return strings.Join(strings.Fields(strings.TrimLeft(name, "\t :")), " ")
		}
	}
	return "unknown processor"
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
