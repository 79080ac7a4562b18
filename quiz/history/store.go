package history

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"scarcheck/quiz/words"
)

// What lies in the data folder.
const (
	draftName   = "draft.json"
	lockName    = "lock"
	assessments = "assessments"
)

// Store is a data folder. One process at a time writes to it: the one that owns
// its lock. Everybody may read. Its methods can be called from several
// goroutines; each takes its turn.
type Store struct {
	dir     string
	looking bool // only to read: the folder is left as it is

	turn  sync.Mutex
	lock  *flock.Flock // nil until it is owned
	known bool         // the draft there is ours, or was read: it may be replaced
}

// Open opens a data folder, and makes it if it is not there, and the folders it
// lies in, for the user alone. A folder of the user's that others can enter is
// closed to them, unless it is one that is shared on purpose (with the sticky
// bit, as /tmp is). What processes that died left half written is swept away,
// unless another scarcheck owns the folder.
//
// It returns ErrNotFolder if a file stands in place of the folder, ErrLink if
// something other than files and folders stands in place of what is kept in
// it, and a *WriteError if the folder cannot be made. A folder that cannot be
// written can still be read: see [Store.Writable].
func Open(dir string) (*Store, error) {
	s := &Store{dir: dir}
	if err := s.make(); err != nil {
		return nil, err
	}
	if err := s.inOrder(); err != nil {
		return nil, err
	}
	if s.acquire() == nil {
		_ = s.release() // the sweeping is done, and to own the draft is asked for later
	}
	return s, nil
}

// Look opens a data folder only to read it: nothing is made, changed or swept,
// and one that is not there is an empty one. What would write returns an error.
// It refuses what Open refuses.
func Look(dir string) (*Store, error) {
	s := &Store{dir: dir, looking: true}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, pathError(dir, ErrNotFolder)
	}
	return s, s.inOrder()
}

// Dir is the path of the folder.
func (s *Store) Dir() string { return s.dir }

func (s *Store) path(names ...string) string {
	return filepath.Join(append([]string{s.dir}, names...)...)
}

// make makes the folder, and closes it to others.
func (s *Store) make() error {
	if s.looking {
		return notWritten(s.dir, words.New("it is open only to read"))
	}
	made := os.MkdirAll(s.dir, 0o700)
	info, err := os.Stat(s.dir)
	switch {
	case err == nil && !info.IsDir():
		return pathError(s.dir, ErrNotFolder)
	case made != nil:
		return notWritten(s.dir, made)
	}
	if err == nil { // it may be a link: where the folder is, is the user's choice
		narrow(s.dir, info)
	}
	if info, err := os.Lstat(s.path(assessments)); err == nil {
		narrow(s.path(assessments), info)
	}
	return nil
}

// narrow closes a folder of the user's to all others. One that cannot be
// closed is used as it is: the files in it are closed too.
func narrow(folder string, info fs.FileInfo) {
	if !info.IsDir() || info.Mode()&fs.ModeSticky != 0 || !isOurs(info) {
		return
	}
	if info.Mode().Perm()&0o077 != 0 {
		_ = os.Chmod(folder, info.Mode().Perm()&0o700)
	}
}

// inOrder sees that what is kept in the folder are plain files and folders.
func (s *Store) inOrder() error {
	for _, name := range []string{draftName, lockName} {
		if mode, there := modeOf(s.path(name)); there && mode&fs.ModeSymlink != 0 {
			return pathError(s.path(name), ErrLink)
		}
	}
	return s.assessmentsInOrder()
}

func (s *Store) assessmentsInOrder() error {
	switch mode, there := modeOf(s.path(assessments)); {
	case !there || mode.IsDir():
		return nil
	case mode.IsRegular():
		return pathError(s.path(assessments), ErrNotFolder)
	}
	return pathError(s.path(assessments), ErrLink)
}

// Writable returns nil if the folder can be written now, and else the
// *WriteError that saving would return. It says nothing of the lock.
func (s *Store) Writable() error {
	if err := s.make(); err != nil {
		return err
	}
	probe, err := temporary(s.dir, []byte{'\n'})
	if err != nil {
		return notWritten(s.dir, err)
	}
	os.Remove(probe)
	return nil
}

// Another scarcheck may hold the lock for no longer than it takes to sweep:
// that is waited for.
const (
	tries    = 10
	patience = 10 * time.Millisecond
)

// own takes the folder's lock, which this process keeps until Close; if another
// process or Store has it, the error is ErrBusy. The lock goes with the process,
// however that ends.
func (s *Store) own() error {
	if s.lock != nil {
		return nil
	}
	if err := s.make(); err != nil {
		return err
	}
	err := s.acquire()
	for try := 1; errors.Is(err, ErrBusy) && try < tries; try++ {
		time.Sleep(patience)
		err = s.acquire()
	}
	return err
}

// acquire tries once to own the folder, and sweeps it.
func (s *Store) acquire() error {
	path := s.path(lockName)
	if err := refuseOdd(path); err != nil {
		return err
	}
	lock := flock.New(path)
	owned, err := lock.TryLock()
	if err != nil {
		return notWritten(path, err)
	}
	if !owned {
		return words.Errorf("%s: %w", s.dir, ErrBusy)
	}
	// The file may have been removed, by one that forgot everything, between our
	// opening and locking it: then it is not the lock that others will see.
	locked, err := lock.Stat()
	if there, missing := os.Lstat(path); err != nil || missing != nil || !os.SameFile(locked, there) {
		_ = lock.Unlock()
		return words.Errorf("%s: %w", s.dir, ErrBusy)
	}
	s.lock = lock
	sweep(s.dir)
	if s.assessmentsInOrder() == nil {
		sweep(s.path(assessments))
	}
	return nil
}

func (s *Store) release() error {
	if s.lock == nil {
		return nil
	}
	lock := s.lock
	s.lock, s.known = nil, false
	return lock.Unlock()
}

// Close gives the lock back. The store can be used again afterwards.
func (s *Store) Close() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	return s.release()
}
