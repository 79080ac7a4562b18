package history

import (
	"io/fs"
	"syscall"
)

// noRoom are the errors for which room must be made: ERROR_DISK_FULL and
// ERROR_HANDLE_DISK_FULL.
var noRoom = []error{syscall.Errno(112), syscall.Errno(39)}

// isOurs is for permissions, of which Windows has others: a folder in the
// user's profile is theirs alone already.
func isOurs(fs.FileInfo) bool { return true }

// syncFolder does nothing: Windows cannot sync a folder, and NTFS keeps a
// journal of renames.
func syncFolder(string) error { return nil }
