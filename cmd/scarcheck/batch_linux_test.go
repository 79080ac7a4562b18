package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// How much memory a batch may take, however many lines there are.
const mostMemory = 40 << 10 // KiB

// However many lines, memory stays below 40 MB: the program is fed a million of
// them, and asked for its peak before it ends. (The peak that wait reports
// would count this test's own memory: a child begins with that of its parent.)
func TestBatchMemory(t *testing.T) {
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name  string
		lines int
		args  []string
	}{{"ids", 1_000_000, nil}, {"table", 1_000_000, []string{"-f", "csv"}}, {"texts", 20_000, []string{"--texts"}}} {
		t.Run(row.name, func(t *testing.T) {
			row.lines = fewer(row.lines)
			c := exec.Command(path, append([]string{"batch"}, row.args...)...)
			feed, err := c.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			told, err := c.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			go func() { _, _ = io.Copy(feed, newCrowd(t, row.lines)) }()
			out := bufio.NewReaderSize(told, 1<<20)
			written := 0
			for lines := 0; lines < row.lines; {
				piece, err := out.ReadSlice('\n')
				written += len(piece)
				if err == nil {
					lines++
				} else if err != bufio.ErrBufferFull {
					t.Fatal(err)
				}
			}
			peak := peakOf(t, c.Process.Pid)
			feed.Close()
			_, _ = io.Copy(io.Discard, out)
			if err := c.Wait(); err != nil {
				t.Fatal(err)
			}
			usage := c.ProcessState.SysUsage().(*syscall.Rusage)
			user, system := time.Duration(usage.Utime.Nano()), time.Duration(usage.Stime.Nano())
			t.Logf("%d lines in %.1f s, %d bytes out a line, peak %d KiB, CPU a line %v (user %v, system %v)",
				row.lines, time.Since(began).Seconds(), written/row.lines, peak,
				(user+system)/time.Duration(row.lines), user/time.Duration(row.lines), system/time.Duration(row.lines))
			if peak > mostMemory {
				t.Errorf("%d KiB at %d lines, more than %d", peak, row.lines, mostMemory)
			}
		})
	}
}

// peakOf is the most memory that a process has had, in KiB.
func peakOf(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(bytes.TrimSpace(status))
	if found == nil {
		t.Fatal("the system does not tell the peak")
	}
	peak, _ := strconv.Atoi(string(found[1]))
	return peak
}
