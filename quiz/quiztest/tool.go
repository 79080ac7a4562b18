package quiztest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Missing says that a tool a test needs is not here: it skips the test, or
// fails it where all tools are required.
func Missing(t testing.TB, tool string) {
	t.Helper()
	if os.Getenv("SCARCHECK_REQUIRE_TOOLS") != "" {
		t.Fatalf("%s is missing; .ci/run installs it", tool)
	}
	t.Skipf("%s is missing; .ci/run installs it", tool)
}

// Tool returns the path of a program.
func Tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		Missing(t, name)
	}
	return path
}

// Run runs a program and returns what it prints, on both streams. Another exit
// code than 0 fails the test.
func Run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(Tool(t, name), args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// Modules is the folder that holds the packages which .ci/npm pins.
func Modules(t testing.TB) string {
	t.Helper()
	folder := filepath.Join(root(), ".ci", "npm", "node_modules")
	if _, err := os.Stat(folder); err != nil {
		Missing(t, ".ci/npm/node_modules")
	}
	return folder
}

// Node runs a script with Node.js, its imports being the packages that
// .ci/npm pins, and returns what it prints on standard output. Another exit
// code than 0 fails the test. The environment tells the script where the
// packages and Chromium are: NODE_MODULES, CHROMIUM.
func Node(t testing.TB, script string, args ...string) []byte {
	t.Helper()
	modules := Modules(t)
	c := exec.Command(Tool(t, "node"), append([]string{script}, args...)...)
	c.Env = append(os.Environ(), "NODE_MODULES="+modules, "CHROMIUM="+Tool(t, "chromium"))
	out, err := c.Output()
	if err != nil {
		said := ""
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			said = string(exit.Stderr)
		}
		t.Fatalf("node %s: %v\n%s%s", script, err, out, said)
	}
	return out
}

// root is the folder of the module. A test runs in the folder of its package.
func root() string {
	folder, _ := os.Getwd()
	for ; filepath.Dir(folder) != folder; folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
	}
	return folder
}
