//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"scarcheck/quiz/quiztest"
)

// printing is an app whose pages go to a print service of the test's own, and
// the folder for temporary files, where nothing may stay.
func printing(t *testing.T, server string, env ...string) (a *app, temp string) {
	t.Helper()
	temp = t.TempDir()
	t.Setenv("TMPDIR", temp)
	env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + temp, "CUPS_SERVER=" + server}, env...)
	return &app{process: process{env: env, now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)}}, temp
}

func expectEmpty(t *testing.T, folder string) {
	t.Helper()
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

// What a real CUPS gives the printer is what was handed over, to the byte.
func TestPrintArrives(t *testing.T) {
	c := startCUPS(t)
	t.Run("the page of the command line", func(t *testing.T) {
		a, temp := printing(t, c.address)
		answers := filepath.Join(t.TempDir(), "answers.json")
		if err := os.WriteFile(answers, []byte(`{"protocol": "acne-scar@1", "answers": {"lesions": ["deep-few"]}}`), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := a.report(answers)
		if err != nil {
			t.Fatal(err)
		}
		want, err := a.pagePDF(r, "letter")
		if err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		a.args = []string{"print", answers, "--printer", "OFFICE", "--paper", "letter"}
		a.stdout, a.stderr = &stdout, &stderr
		if code := run(a.process); code != exitDone || stdout.Len() > 0 || !strings.HasPrefix(stderr.String(), "scarcheck: sent to the print queue OFFICE; cancel OFFICE-") {
			t.Fatalf("exit code %d\n%s%s", code, stdout.String(), stderr.String())
		}
		if got := c.job(t); !bytes.Equal(got, want) {
			t.Errorf("%d bytes were sent, %d others arrived", len(want), len(got))
		}
		expectEmpty(t, temp)
	})
	page := make([]byte, 300_000)
	for i, source := 0, rand.NewPCG(1, 2); i < len(page); i++ {
		page[i] = byte(source.Uint64())
	}
	for _, tt := range []struct {
		name string
		env  string
		o    printOptions
		want string
	}{
		{"any bytes", "", printOptions{"OFFICE", 1}, "sent to the print queue OFFICE; cancel OFFICE-"},
		{"a name beyond ASCII", "", printOptions{"Büro", 1}, "sent to the print queue Büro; cancel Büro-"},
		{"two copies", "", printOptions{"OFFICE", 2}, "sent to the print queue OFFICE; "},
		{"the default of LPDEST", "LPDEST=OFFICE", printOptions{"", 1}, "sent to the print queue OFFICE; "},
		{"the default of PRINTER", "PRINTER=OFFICE", printOptions{"", 1}, "sent to the print queue OFFICE; "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, temp := printing(t, c.address, tt.env)
			became, err := a.send(context.Background(), page, tt.o)
			if err != nil || !strings.HasPrefix(became, tt.want) {
				t.Fatalf("%q %v", became, err)
			}
			if got := c.job(t); !bytes.Equal(got, bytes.Repeat(page, tt.o.copies)) { // a raw queue repeats the bytes
				t.Errorf("%d bytes were sent, %d others arrived", len(page)*tt.o.copies, len(got))
			}
			expectEmpty(t, temp)
		})
	}
}

// The words of a real CUPS are those that the messages are found by.
func TestPrintRefused(t *testing.T) {
	c := startCUPS(t)
	page := []byte("page")
	for _, tt := range []struct {
		name    string
		env     string
		printer string
		want    string
		code    int
	}{
		{"no default", "", "", "no print queue is named, and none is the default; those there are: Büro, FULL, LOCKED, ", exitUsage},
		{"no such queue", "", "OFFCE", `there is no print queue "OFFCE"; those there are: Büro, FULL, `, exitUsage},
		{"no such default", "PRINTER=OFFCE", "", "PRINTER in the environment names a print queue that is not there; those there are: Büro, ", exitUsage},
		{"another variable", "LPDEST=OFFCE", "", "LPDEST in the environment names a print queue that is not there; those there are: Büro, ", exitUsage},
		{"rejecting", "", "FULL", "the print queue FULL takes no pages at the moment; ", exitFailed},
		{"for others", "", "MINE", "you are not allowed to print on the print queue MINE; ", exitFailed},
		{"with a password", "", "LOCKED", "the print queue LOCKED asks for a password, ", exitFailed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, temp := printing(t, c.address, tt.env)
			became, err := a.send(context.Background(), page, printOptions{tt.printer, 1})
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) || exitCode(err) != tt.code {
				t.Errorf("%q, code %d: %v", became, exitCode(err), err)
			}
			var chosen *chooseError
			if errors.As(err, &chosen) != (tt.code == exitUsage) {
				t.Errorf("a screen cannot offer the queues: %#v", err)
			}
			expectEmpty(t, temp)
		})
	}
	t.Run("too large", func(t *testing.T) { // CUPS says so or hangs up, as it happens; the message fits both
		a, temp := printing(t, c.address)
		_, err := a.send(context.Background(), make([]byte, 2<<20), printOptions{"OFFICE", 1})
		if err == nil || !strings.Contains(err.Error(), "does not take a page of this size, or its disk is full; ") {
			t.Error(err)
		}
		expectEmpty(t, temp)
	})
	t.Run("paused is no refusal, but said", func(t *testing.T) {
		a, temp := printing(t, c.address)
		became, err := a.send(context.Background(), page, printOptions{"PAUSED", 1})
		if err != nil || !strings.HasPrefix(became, "sent to the print queue PAUSED, but it is paused: ") {
			t.Errorf("%q %v", became, err)
		}
		expectEmpty(t, temp)
	})
	t.Run("on a terminal, lp asks for no password", func(t *testing.T) {
		answers := filepath.Join(t.TempDir(), "answers.json")
		if err := os.WriteFile(answers, []byte(`{"protocol": "acne-scar@1", "answers": {}}`), 0o600); err != nil {
			t.Fatal(err)
		}
		temp := t.TempDir()
		tt := open(t, 80, 24, []string{"CUPS_SERVER=" + c.address, "TMPDIR=" + temp}, "print", answers, "--printer", "LOCKED")
		tt.sees("the print queue LOCKED asks for a password")
		if code := tt.exits(); code != exitFailed || strings.Contains(tt.written(), "Password for") {
			t.Errorf("exit code %d\n%s", code, tt.written())
		}
		expectEmpty(t, temp)
	})
	t.Run("the queues for a screen or a shell", func(t *testing.T) {
		a, _ := printing(t, c.address)
		got := a.queues(context.Background())
		got = slices.DeleteFunc(got, func(name string) bool { return name == "MINE" }) // CUPS hides it from all but alice and root
		if !slices.Equal(got, []string{"Büro", "FULL", "LOCKED", "OFFICE", "PAUSED"}) {
			t.Errorf("%q", got)
		}
	})
	if len(c.printer) > 0 {
		t.Errorf("%d jobs reached the printer", len(c.printer))
	}
}

// A print service that is down, or that takes the call and never answers.
func TestPrintServiceGone(t *testing.T) {
	quiztest.Tool(t, "lp")
	t.Run("down", func(t *testing.T) {
		address := freePort(t)
		a, temp := printing(t, address)
		for _, printer := range []string{"", "OFFICE"} {
			_, err := a.send(context.Background(), []byte("page"), printOptions{printer, 1})
			if err == nil || !strings.HasPrefix(err.Error(), "the print service is not running at "+address) {
				t.Error(err)
			}
		}
		expectEmpty(t, temp)
	})
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	t.Run("silent", func(t *testing.T) {
		a, temp := printing(t, silent.Addr().String())
		_, err := a.sendTo(context.Background(), spool{env: a.env, limit: 200 * time.Millisecond}, []byte("page"), printOptions{"OFFICE", 1})
		if err == nil || !strings.HasPrefix(err.Error(), "the print service gave no answer for 0.2 seconds; ") || exitCode(err) != exitFailed {
			t.Error(err)
		}
		expectEmpty(t, temp)
	})
	t.Run("silent, and the person does not wait", func(t *testing.T) {
		a, temp := printing(t, silent.Addr().String())
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
		defer cancel()
		_, err := a.send(ctx, []byte("page"), printOptions{"OFFICE", 1})
		if err == nil || exitCode(err) != exitInterrupted {
			t.Error(err)
		}
		expectEmpty(t, temp)
	})
}
