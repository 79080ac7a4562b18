package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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
}

// batch compares a line of batch with the same line through jq, which only
// copies its answers.
func batch(dir string) {
	scarcheck := filepath.Join(dir, "scarcheck")
	title := "A line of batch, processor time; beside jq, which only picks the answers out"
	if help, err := exec.Command(scarcheck, "batch", "--help").CombinedOutput(); err != nil || !bytes.Contains(help, []byte("scarcheck batch")) {
		section(title, []row{{name: "scarcheck batch", note: "not in this build"}})
		return
	}
	const lines = 20_000
	in := []byte(strings.Repeat(strings.ReplaceAll(person, "\n", " ")+"\n", lines))
	rows := cpu(5, []program{
		{name: "jq -c .answers", args: []string{"jq", "-c", ".answers"}, in: in},
		{name: "scarcheck batch", args: []string{scarcheck, "batch"}, in: in},
	})
	for i := range rows {
		for j := range rows[i].times {
			rows[i].times[j] /= time.Duration(lines)
		}
	}
	section(title, rows)
}
