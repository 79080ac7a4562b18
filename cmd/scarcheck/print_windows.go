package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
)

// tempVariable names the folder for temporary files.
const tempVariable = "TEMP"

// queues are the names of the print queues; here the viewer has them.
func (a *app) queues(context.Context) []string { return nil }

// send opens a drawn page in the program that the person reads PDF files with,
// and returns what became of it, as a sentence without its full stop. There is
// no lp on Windows, and viewers have no print command in common. The viewer
// needs the file for longer than this program runs; a later run removes it.
func (a *app) send(ctx context.Context, page []byte, o printOptions) (string, error) {
	if o.printer != "" || o.copies != 1 {
		return "", usage("--printer and --copies are for lp; on Windows choose both in your PDF viewer, where the page opens")
	}
	sweep(os.TempDir(), a.now)
	path, remove, err := pageFile(page)
	if err != nil {
		return "", err
	}
	if path, err = filepath.Abs(path); err != nil {
		remove()
		return "", noRoom(err)
	}
	if err := exec.CommandContext(ctx, "rundll32.exe", "url.dll,FileProtocolHandler", path).Run(); err != nil {
		remove()
		return "", failed("your PDF viewer cannot be opened: %w", err)
	}
	return a.lang.Sayf("opened in your PDF viewer; print from there. The file is %s; a later scarcheck print removes it", path), nil
}
