package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"scarcheck":         func() { os.Exit(run(here())) },
		"scarcheck-tallied": tallied,
	})
}

// The command line as stories: each file in testdata/script is one. Rewrite
// what they compare with by SCARCHECK_UPDATE=1.
func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("SCARCHECK_UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("LANG", "C.UTF-8")                 // not that of the machine, which on Windows is none of the environment
			env.Setenv("SOURCE_DATE_EPOCH", "1795435200") // 23 November 2026, 12:00 UTC
			env.Setenv("GORACE", "atexit_sleep_ms=10")    // under -race each run of the program would end with a second of waiting
			return nil
		},
	})
}
