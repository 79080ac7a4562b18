package main

import (
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"scarcheck/quiz/quiztest"
)

// cups is a real print service of our own: cupsd on a port of the loopback,
// run as an ordinary user, with raw queues that lead to a printer of ours.
type cups struct {
	address string      // for CUPS_SERVER
	printer chan []byte // what arrives, one job after the other
}

const cupsdConf = `Listen %s
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
LimitRequestBody 1m
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Location /printers/LOCKED>
  AuthType Basic
  Require user alice
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

const cupsFilesConf = `ServerRoot %[1]s
StateDir %[1]s
CacheDir %[1]s/cache
RequestRoot %[1]s/spool
TempDir %[1]s/spool
AccessLog %[1]s/access_log
ErrorLog %[1]s/error_log
PageLog %[1]s/page_log
User %[2]s
Group %[3]s
SystemGroup root
FileDevice No
`

// queue is a queue of printers.conf, without a driver: raw.
func queue(name, printer string, lines ...string) string {
	return fmt.Sprintf("<Printer %s>\nDeviceURI socket://%s\nShared No\n%s\n</Printer>\n", name, printer, strings.Join(lines, "\n"))
}

// startCUPS starts it and waits until it answers. It ends with the test, and
// with the test's process.
func startCUPS(t *testing.T) *cups {
	t.Helper()
	t.Setenv("PATH", os.Getenv("PATH")+":/usr/sbin:/usr/bin") // an ordinary user may lack the first
	cupsd := quiztest.Tool(t, "cupsd")
	quiztest.Tool(t, "lp")
	if _, err := os.Stat("/usr/lib/cups/backend/socket"); err != nil {
		quiztest.Missing(t, "the socket backend of CUPS (Debian's package cups)")
	}
	c := &cups{address: freePort(t), printer: make(chan []byte, 8)}
	folder := t.TempDir()
	who := ordinaryUser(t)
	writeCUPS(t, folder, map[string]string{
		"cupsd.conf":      fmt.Sprintf(cupsdConf, c.address),
		"cups-files.conf": fmt.Sprintf(cupsFilesConf, folder, who.name, who.group),
		"printers.conf":   queues(c.listen(t)),
	}, who)

	command := exec.Command(cupsd, "-f", "-c", filepath.Join(folder, "cupsd.conf"), "-s", filepath.Join(folder, "cups-files.conf"))
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Credential: who.credential}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
		if log, err := os.ReadFile(filepath.Join(folder, "error_log")); err == nil && t.Failed() {
			t.Logf("cupsd says:\n%s", log)
		}
	})
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if conn, err := net.Dial("tcp", c.address); err == nil {
			conn.Close()
			return c
		}
		if time.Now().After(end) {
			t.Fatal("cupsd does not answer")
		}
	}
}

func queues(printer string) string {
	return queue("OFFICE", printer, "State Idle", "Accepting Yes") +
		queue("Büro", printer, "State Idle", "Accepting Yes") +
		queue("FULL", printer, "State Idle", "Accepting No") +
		queue("LOCKED", printer, "State Idle", "Accepting Yes") +
		queue("MINE", printer, "State Idle", "Accepting Yes", "AllowUser alice") +
		queue("PAUSED", printer, "State Stopped", "Accepting Yes")
}

// freePort is an address of the loopback that nobody listens on.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// listen is the printer: it takes all bytes of a connection for one job.
func (c *cups) listen(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			job, _ := io.ReadAll(conn)
			conn.Close()
			c.printer <- job
		}
	}()
	return l.Addr().String()
}

// job waits for the next job at the printer.
func (c *cups) job(t *testing.T) []byte {
	t.Helper()
	select {
	case job := <-c.printer:
		return job
	case <-time.After(patience):
		t.Fatal("nothing arrives at the printer")
		return nil
	}
}

// ordinary is the user that cupsd runs as.
type ordinary struct {
	name, group string
	credential  *syscall.Credential // nil: as we are
}

// ordinaryUser is this user, or for root, as in a container, the user nobody.
func ordinaryUser(t *testing.T) ordinary {
	t.Helper()
	who, err := user.Current()
	if err == nil && os.Geteuid() == 0 {
		who, err = user.Lookup("nobody")
	}
	if err != nil {
		t.Fatal(err)
	}
	group, err := user.LookupGroupId(who.Gid)
	if err != nil {
		t.Fatal(err)
	}
	o := ordinary{name: who.Username, group: group.Name}
	if os.Geteuid() == 0 {
		uid, _ := strconv.ParseUint(who.Uid, 10, 32)
		gid, _ := strconv.ParseUint(who.Gid, 10, 32)
		o.credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	return o
}

// writeCUPS fills the folder of cupsd and gives it to the user.
func writeCUPS(t *testing.T, folder string, files map[string]string, who ordinary) {
	t.Helper()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"cache", "spool"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if who.credential == nil {
		return
	}
	if err := os.Chmod(filepath.Dir(folder), 0o755); err != nil { // the testing package shuts it to others
		t.Fatal(err)
	}
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(path, int(who.credential.Uid), int(who.credential.Gid))
	})
	if err != nil {
		t.Fatal(err)
	}
}
