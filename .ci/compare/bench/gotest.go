package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var result = regexp.MustCompile(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([0-9.]+) ns/op`)

// goTest runs benchmarks of a package in a module's folder and returns what each
// took, in the order in which they ran.
func goTest(folder, pkg, pattern string, count int) []row {
	test := exec.Command("go", "test", pkg, "-run", "^$", "-bench", pattern, "-count", strconv.Itoa(count), "-benchtime", "100ms", "-timeout", "30m")
	test.Dir, test.Stderr = folder, os.Stderr
	out, err := test.Output()
	if err != nil {
		os.Stderr.Write(out)
	}
	fail(err)
	var rows []row
	at := map[string]int{}
	for _, found := range result.FindAllStringSubmatch(string(out), -1) {
		name := strings.ReplaceAll(found[1], "_", " ")
		if _, ok := at[name]; !ok {
			at[name] = len(rows)
			rows = append(rows, row{name: name})
		}
		ns, err := strconv.ParseFloat(found[2], 64)
		fail(err)
		r := &rows[at[name]]
		r.times = append(r.times, time.Duration(ns))
	}
	return rows
}

// engines compares ways to judge one set of answers by all rules.
func engines() {
	rows := goTest(".", "./rules", "^BenchmarkEngines$", 5)
	for i := range rows {
		rows[i].name = strings.TrimPrefix(rows[i].name, "Engines/")
	}
	section("All rules on one set of answers, reasons off; beside predicates written by hand", rows)
}

const root = "../.."

// load compares the protocol that the program carries with a folder of YAML.
func load() {
	section("The protocol, read and checked; from the program, and from a folder", goTest(root, "./rules", "^BenchmarkLoad(Folder)?$", 5))
}

// growth shows what more rules, and a longer history, cost.
func growth() {
	rules := goTest(root, "./rules", "^Benchmark(Growth|CheckDoubled)$", 3)
	for _, group := range []struct{ prefix, title string }{
		{"Growth/evaluate/", "Judging, reasons off, as the rules grow"},
		{"Growth/judge/", "Judging with reasons, as the rules grow"},
		{"CheckDoubled/", "Proofs over all answers, as the questions grow (their answer space is squared each time)"},
	} {
		section(group.title, under(rules, group.prefix))
	}
	if _, err := os.Stat(root + "/quiz/history"); err == nil {
		list := under(goTest(root, "./quiz/history", "^BenchmarkList$", 1), "List/")
		var whole, newest []row
		for _, r := range list {
			if strings.HasPrefix(r.name, "newest") {
				newest = append(newest, r)
			} else {
				whole = append(whole, r)
			}
		}
		section("Listing a history of so many assessments", whole)
		section("Finding the newest", newest)
	}
}

func under(rows []row, prefix string) []row {
	var found []row
	for _, r := range rows {
		if name, ok := strings.CutPrefix(r.name, prefix); ok {
			r.name = name
			found = append(found, r)
		}
	}
	return found
}
