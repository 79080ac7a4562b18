package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// program is a command line that is run again and again.
type program struct {
	name string
	args []string
	in   []byte
}

// cpu runs the programs in turn, so many times, and returns the processor time
// that each took.
func cpu(times int, programs []program) []row {
	rows := make([]row, len(programs))
	for range times {
		for i, p := range programs {
			run := exec.Command(p.args[0], p.args[1:]...)
			run.Stdin, run.Stdout, run.Stderr = bytes.NewReader(p.in), io.Discard, os.Stderr
			if err := run.Run(); err != nil {
				fail(fmt.Errorf("%s: %w", strings.Join(p.args, " "), err))
			}
			rows[i].name = p.name
			rows[i].times = append(rows[i].times, run.ProcessState.UserTime()+run.ProcessState.SystemTime())
		}
	}
	return rows
}

const person = `{"protocol": "acne-scar@1", "answers": {"age": "age-18-24", "lesions": ["comedones", "deep-few"],
"worst": "severe", "sites": ["face", "chest"], "picking": "most-days", "family": "dont-know", "marks": ["narrow-deep"],
"tell": ["keloids"], "goal": "no new scars"}}`

func startUp(dir string) {
	scarcheck := filepath.Join(dir, "scarcheck")
	answers := filepath.Join(dir, "answers.json")
	fail(os.WriteFile(answers, []byte(person), 0o600))
	section("Whole processes, processor time; beside a Go program that does nothing", cpu(101, []program{
		{name: "empty Go program", args: []string{filepath.Join(dir, "empty")}},
		{name: "scarcheck --version", args: []string{scarcheck, "--version"}},
		{name: "gum --version", args: []string{filepath.Join(dir, "gum"), "--version"}},
		{name: "scarcheck summary (text)", args: []string{scarcheck, "summary", answers}},
		{name: "scarcheck summary -f pdf", args: []string{scarcheck, "summary", answers, "-f", "pdf"}},
	}))
	info, err := os.Stat(scarcheck)
	fail(err)
	fmt.Printf("  %-32s %7.2f MB\n", "the program, stripped", float64(info.Size())/1e6)
	section("Every law, claim and case, over all answers", cpu(5, []program{
		{name: "scarcheck check", args: []string{scarcheck, "check"}},
	}))
}

// batch compares a line of batch with the same line through jq, which only
// copies its answers, and shows what more lines cost.
func batch(dir string) {
	jq, scarcheck := []string{"jq", "-c", ".answers"}, []string{filepath.Join(dir, "scarcheck"), "batch"}
	var beside [2]row
	for range 3 {
		for i, args := range [][]string{jq, scarcheck} {
			r := perLine(args, 20_000)
			beside[i] = row{name: strings.Join(args, " "), times: append(beside[i].times, r.times...)}
		}
	}
	beside[1].name = "scarcheck batch"
	section("A line of batch, processor time; beside jq, which only picks the answers out", beside[:])
	var rows []row
	for _, lines := range []int{1_000, 10_000, 100_000, 1_000_000} {
		r := perLine(scarcheck, lines)
		r.name = fmt.Sprint(lines)
		rows = append(rows, r)
	}
	section("The same as the lines grow, and the most memory", rows)
}

// perLine feeds so many lines to a filter and returns the processor time for
// each.
func perLine(args []string, lines int) row {
	line := strings.ReplaceAll(person, "\n", " ") + "\n"
	run := exec.Command(args[0], args[1:]...)
	in, err := run.StdinPipe()
	fail(err)
	run.Stderr = os.Stderr
	fail(run.Start())
	to := bufio.NewWriter(in)
	for range lines {
		_, err := to.WriteString(line)
		fail(err)
	}
	fail(to.Flush())
	fail(in.Close())
	fail(run.Wait())
	state := run.ProcessState
	usage := state.SysUsage().(*syscall.Rusage)
	return row{
		times: []time.Duration{(state.UserTime() + state.SystemTime()) / time.Duration(lines)},
		note:  fmt.Sprintf("%.0f MB", float64(usage.Maxrss)/1024),
	}
}
