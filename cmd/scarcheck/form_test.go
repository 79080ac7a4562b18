package main

import (
	"bytes"
	"strings"
	"testing"
)

// On a terminal the form has no form feeds, and no PDF is spilled over it.
func TestFormOnATerminal(t *testing.T) {
	var stdout, stderr bytes.Buffer
	code := run(process{args: []string{"form"}, stdout: &stdout, stderr: &stderr, width: 80})
	if code != exitDone || strings.Contains(stdout.String(), "\f") || !strings.Contains(stdout.String(), "page 2") {
		t.Errorf("exit code %d, %q", code, stderr.String())
	}
	stdout.Reset()
	code = run(process{args: []string{"form", "-f", "pdf"}, stdout: &stdout, stderr: &stderr, width: 80})
	if code != exitUsage || stdout.Len() > 0 || !strings.Contains(stderr.String(), "-o form.pdf") {
		t.Errorf("exit code %d, %d bytes, %q", code, stdout.Len(), stderr.String())
	}
}
