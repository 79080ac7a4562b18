package main

import (
	"debug/elf"
	"errors"
	"regexp"
	"testing"
)

// reachesOut are the symbols of a program that can reach a network or be
// reached: what dials, listens or resolves names, and below it the system calls
// that make a socket, without which none of them works.
var reachesOut = regexp.MustCompile(`^(net\.(\(\*)?(Dial|Listen|Resolver|Lookup|Interface|conn\b|netFD|sysDialer|TCP|UDP|UnixConn|UnixListener)` +
	`|net/http|net/rpc|net/smtp|crypto/tls|(vendor/)?golang\.org/x/net/.*\.\(` +
	`|(syscall|golang\.org/x/sys/unix)\.(Socket|socket|Connect|connect|Bind|bind|Listen|listen)(pair)?$` +
	`|plugin\.)`)

// libraryReachesOut are the functions of the C library that would do.
var libraryReachesOut = regexp.MustCompile(`^(socket|connect|bind|listen|accept|send|recv|getaddrinfo|gethostby|getnameinfo|res_|dlopen|dlsym)`)

// Nothing that reaches a network is linked into the program. What is there of
// net, because github.com/spf13/pflag imports it, is what the package does when
// it begins: masks and addresses as values, and reading /etc/protocols
// (net.readProtocolsOnce), which nobody calls. None of it can make a socket.
// With a C compiler at hand os/user asks the C library for names of users;
// nothing else of that is called.
func TestNothingReachesANetwork(t *testing.T) {
	program, err := elf.Open(built(t))
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close()
	symbols, err := program.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, symbol := range symbols {
		found[symbol.Name] = true
		if reachesOut.MatchString(symbol.Name) {
			t.Errorf("%s is linked into the program", symbol.Name)
		}
	}
	if !found["main.main"] || !found["net.classAMask"] || !found["syscall.Kill"] {
		t.Errorf("the %d symbols are not those of the program; this proves nothing", len(symbols))
	}
	called, err := program.ImportedSymbols()
	if err != nil && !errors.Is(err, elf.ErrNoSymbols) {
		t.Fatal(err)
	}
	for _, symbol := range called {
		if libraryReachesOut.MatchString(symbol.Name) {
			t.Errorf("the program calls %s of %s", symbol.Name, symbol.Library)
		}
	}
}

// The pattern finds what it is to find.
func TestReachesOut(t *testing.T) {
	for name, want := range map[string]bool{
		"net.Dial": true, "net.DialTimeout": true, "net.(*Dialer).DialContext": true, "net.Listen": true, "net.ListenPacket": true,
		"net.(*Resolver).LookupHost": true, "net.LookupIP": true, "net.(*TCPListener).Accept": true, "net.(*netFD).connect": true,
		"net/http.Get": true, "crypto/tls.Dial": true, "syscall.socket": true, "syscall.Socket": true, "syscall.connect": true,
		"golang.org/x/sys/unix.Connect": true, "net.(*sysDialer).dialTCP": true,
		"vendor/golang.org/x/net/dns/dnsmessage.(*Builder).Start": true, "vendor/golang.org/x/net/dns/dnsmessage.init": false,
		"net.ParseCIDR": false, "net.IP.String": false, "net.(*IPNet).Contains": false, "net/url.Parse": false, "syscall.Kill": false,
	} {
		if got := reachesOut.MatchString(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
