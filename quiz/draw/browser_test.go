package draw_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"scarcheck/quiz/draw"
	"scarcheck/quiz/quiztest"
	"scarcheck/quiz/report"
)

// job is a page for testdata/browser.mjs to open.
type job struct {
	File  string  `json:"file"`
	PDF   string  `json:"pdf"`
	Axe   bool    `json:"axe"`
	Width float64 `json:"width,omitempty"`

	name   string
	report *report.Report // nil for the tallest page
	paper  draw.Paper
}

// found is what it finds.
type found struct {
	Requests, Stopped, Alerts, Axe []string
	Sideways                       bool
	Heights                        []float64
}

// browse draws pages, opens and prints them in Chromium.
func browse(t *testing.T, jobs []job) []found {
	t.Helper()
	folder := t.TempDir()
	for i := range jobs {
		j := &jobs[i]
		var page []byte
		if j.report != nil {
			page = htmlOf(t, j.report, j.paper)
			_, j.Width = draw.HTMLHeights(j.report, j.paper)
		} else {
			drawn, _, _ := draw.TallestHTML(protocol(t), report.Titles, j.paper)
			page = []byte(drawn)
		}
		j.File = filepath.Join(folder, fmt.Sprintf("%d.html", i))
		j.PDF = filepath.Join(folder, fmt.Sprintf("%d.pdf", i))
		if err := os.WriteFile(j.File, page, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list, err := json.Marshal(jobs)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "jobs.json")
	if err := os.WriteFile(file, list, 0o600); err != nil {
		t.Fatal(err)
	}
	var all []found
	if err := json.Unmarshal(quiztest.Node(t, "testdata/browser.mjs", file), &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != len(jobs) {
		t.Fatalf("%d of %d pages were opened", len(all), len(jobs))
	}
	return all
}

// browserJobs are all cases, random answers, hostile texts and the tallest page.
func browserJobs(t *testing.T) []job {
	t.Helper()
	p, random := protocol(t), rand.New(rand.NewPCG(3, 4))
	var jobs []job
	for name, r := range cases(t) {
		jobs = append(jobs, job{name: name, report: r, paper: draw.A4, Axe: true}, job{name: name, report: r, paper: draw.Letter})
	}
	for i := range 20 {
		r := report.Build(p, quiztest.Answers(p, random, quiztest.LongWords(40, "w")...), report.Options{Program: "scarcheck test", Now: noon, Sensitive: true})
		jobs = append(jobs, job{name: fmt.Sprintf("random %d", i), report: r, paper: draw.Papers[i%2]})
	}
	for i := range 6 {
		jobs = append(jobs, job{name: fmt.Sprintf("hostile %d", i), report: withGoal(t, nastyText(random)), paper: draw.A4})
	}
	for _, paper := range draw.Papers {
		jobs = append(jobs, job{name: "tallest", paper: paper, Axe: paper == draw.A4})
	}
	return jobs
}

// In Chromium: nothing is asked from anywhere, axe finds no fault in light or
// dark, nothing scrolls sideways on a small screen, and printed, the doctor's
// page is the first sheet and the person's begins the second.
func TestHTMLInChromium(t *testing.T) {
	quiztest.Tool(t, "pdftotext")
	jobs := browserJobs(t)
	measured, laidOut := 0.0, 0.0
	for i, f := range browse(t, jobs) {
		j := &jobs[i]
		t.Run(j.name+" "+string(j.paper), func(t *testing.T) {
			if !slices.Equal(f.Requests, []string{filepath.Base(j.File)}) {
				t.Errorf("asked for %q", f.Requests)
			}
			if len(f.Stopped)+len(f.Alerts) > 0 {
				t.Errorf("the policy had to stop %q, alerts %q", f.Stopped, f.Alerts)
			}
			if len(f.Axe) > 0 {
				t.Errorf("axe finds\n%s", strings.Join(f.Axe, "\n"))
			}
			if f.Sideways {
				t.Error("it scrolls sideways on 320 pixels")
			}
			checkSheets(t, j)
			m, l := checkHeights(t, j, f.Heights)
			measured, laidOut = measured+m, laidOut+l
		})
	}
	if t.Logf("measured %.0f points, laid out %.0f", measured, laidOut); measured > 1.03*laidOut {
		t.Errorf("%.0f points are measured as %.0f: pages are shortened that would fit", laidOut, measured)
	}
}

// checkSheets reads the printed pages.
func checkSheets(t *testing.T, j *job) {
	t.Helper()
	sheets := strings.Split(strings.TrimSuffix(quiztest.Run(t, "pdftotext", "-raw", j.PDF, "-"), "\f"), "\f")
	if len(sheets) < 2 {
		t.Fatalf("%d sheets", len(sheets))
	}
	first := squeezed(sheets[0])
	if !strings.HasPrefix(squeezed(sheets[1]), fmt.Sprintf("2/%d", len(sheets))+squeezed(string(report.ForYou))) {
		t.Errorf("the second sheet begins %.200q", sheets[1])
	}
	if !strings.HasPrefix(first, fmt.Sprintf("1/%d", len(sheets))) {
		t.Errorf("the first sheet begins %.60q", first)
	}
	if j.report == nil || strings.HasPrefix(j.name, "hostile") || j.name == "scripts" {
		return // texts that are drawn from right to left, or that no font here has
	}
	for _, s := range j.report.Doctor(draw.HTMLDetail(j.report, j.paper)) {
		for _, b := range s.Blocks {
			for _, text := range append([]string{s.Title, b.Label, b.Text}, b.More...) {
				if !strings.Contains(first, squeezed(text)) {
					t.Errorf("not on the first sheet: %s", text)
				}
			}
		}
	}
}

// checkHeights holds what is measured against what the browser lays out: never
// less. It returns both sums, so that the test can hold them against each other.
func checkHeights(t *testing.T, j *job, laidOut []float64) (measured, drawn float64) {
	t.Helper()
	if j.report == nil {
		return 0, 0
	}
	heights, _ := draw.HTMLHeights(j.report, j.paper)
	if len(heights) != len(laidOut) {
		t.Fatalf("%d parts are measured, %d laid out", len(heights), len(laidOut))
	}
	for i := range heights {
		measured, drawn = measured+heights[i], drawn+laidOut[i]
		if heights[i] < laidOut[i]-.5 {
			t.Errorf("part %d is %.1f points high, and measured as %.1f", i, laidOut[i], heights[i])
		}
	}
	return measured, drawn
}

// The code is read from the printed page, from a copy of it as a fax makes it
// as well.
func TestHTMLCodeIsRead(t *testing.T) {
	quiztest.Tool(t, "zbarimg")
	quiztest.Tool(t, "pdftoppm")
	r := cases(t)["everything"]
	jobs := []job{{report: r, paper: draw.A4}}
	browse(t, jobs)
	for _, resolution := range []string{"300", "200", "120"} {
		picture := strings.TrimSuffix(jobs[0].PDF, ".pdf") + resolution
		quiztest.Run(t, "pdftoppm", "-mono", "-r", resolution, "-f", "1", "-l", "1", "-singlefile", jobs[0].PDF, picture)
		out := quiztest.Run(t, "zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture+".pbm")
		if strings.TrimSpace(out) != r.Text.Code {
			t.Errorf("at %s dots an inch it is read as %q, and is %q", resolution, out, r.Text.Code)
		}
	}
}
