//go:build !windows

package main

import (
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"

	"scarcheck/quiz/tui"
)

// pauses lets a shell stop the screen for a while, by Ctrl+Z or by SIGTSTP from
// elsewhere. In a window of its own there is no shell to let it go on, and it
// is nil: the system ignores a stop there, and whoever waited to be continued
// would wait for ever.
func pauses() (p *tui.Pauses, end func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTSTP)
	if session, err := unix.Getsid(0); err != nil || session == unix.Getpgrp() {
		return nil, func() { signal.Stop(signals) }
	}
	asked := make(chan struct{}, 1)
	go func() {
		for range signals {
			select {
			case asked <- struct{}{}:
			default: // it is asked for already
			}
		}
	}()
	return &tui.Pauses{Asked: asked, Stop: stopForAWhile}, func() { signal.Stop(signals); close(signals) }
}

// stopForAWhile stops the program and what runs beside it, such as "go run",
// and returns when they go on. It takes SIGSTOP, because a Go program that
// asked to be told of SIGTSTP is not stopped by it any more, not even after
// signal.Reset (Go 1.26).
func stopForAWhile() {
	goesOn := make(chan os.Signal, 1)
	signal.Notify(goesOn, syscall.SIGCONT)
	defer signal.Stop(goesOn)
	if syscall.Kill(0, syscall.SIGSTOP) == nil {
		<-goesOn
	}
}
