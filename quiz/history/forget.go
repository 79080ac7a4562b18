package history

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"

	"scarcheck/quiz/words"
)

// Removed says what was forgotten.
type Removed struct {
	Assessments []string // ids, newest first
	Draft       bool
	Damaged     int      // drafts that were set aside
	Folder      bool     // the data folder is gone too
	Left        []string // what lies in the folder and is not scarcheck's; left alone
}

// Forget removes the assessments of these ids, given in full. If there is none
// of one of the ids, nothing is removed, and the error is ErrUnknown. It takes
// the lock, as SaveDraft does.
func (s *Store) Forget(names ...string) (Removed, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	var removed Removed
	if err := s.own(); err != nil {
		return removed, err
	}
	known, _, err := s.ids()
	if err != nil {
		return removed, err
	}
	var forget []id
	for _, name := range names {
		i, ok := parseID(name)
		if !ok || !slices.Contains(known, i) {
			return removed, ErrUnknown
		}
		forget = append(forget, i)
	}
	slices.SortFunc(forget, newestFirst)
	return removed, s.forget(slices.Compact(forget), &removed)
}

func (s *Store) forget(ids []id, removed *Removed) error {
	for _, i := range ids {
		if err := os.Remove(s.assessment(i)); err != nil {
			return notRemoved(s.assessment(i), err)
		}
		removed.Assessments = append(removed.Assessments, i.String())
	}
	if len(ids) == 0 {
		return nil
	}
	return syncFolder(s.path(assessments))
}

func notRemoved(path string, err error) error {
	return words.Errorf("%s cannot be removed: %w; remove it by hand", path, bare(err))
}

var damagedName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^draft-damaged-[1-9]\d*\.json$`)
})

// ForgetAll removes everything that scarcheck keeps: assessments, the draft,
// what was set aside or half written, the lock, and the folder itself if it is
// empty then and belongs to the user. What others put there is left alone, and
// told. If it cannot remove something, the error says what, and Removed what is
// gone all the same. The error is ErrBusy if another scarcheck owns the folder,
// and then nothing is removed.
func (s *Store) ForgetAll() (Removed, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	var removed Removed
	if err := s.own(); err != nil {
		return removed, err
	}
	known, others, err := s.ids()
	if err != nil {
		return removed, err
	}
	if err := s.forget(known, &removed); err != nil {
		return removed, err
	}
	for _, name := range others {
		removed.Left = append(removed.Left, filepath.Join(assessments, name))
	}
	if err := remove(s.path(assessments), len(others) > 0); err != nil {
		return removed, err
	}
	if err := s.forgetFolder(&removed); err != nil {
		return removed, err
	}
	return removed, s.leave(&removed)
}

// remove removes a file or an empty folder, unless something in it stays.
func remove(path string, stays bool) error {
	if stays {
		return nil
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return notRemoved(path, err)
	}
	return nil
}

// forgetFolder removes what lies in the folder itself, the lock aside.
func (s *Store) forgetFolder(removed *Removed) error {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return notRead(s.dir, err)
	}
	for _, entry := range entries {
		name := entry.Name()
		damaged := damagedName().MatchString(name)
		switch {
		case name == lockName, name == assessments:
			continue
		case !damaged && name != draftName && !isTemporary(name):
			removed.Left = append(removed.Left, name)
			continue
		}
		if err := os.RemoveAll(s.path(name)); err != nil { // of a link it removes the link
			return notRemoved(s.path(name), err)
		}
		removed.Draft = removed.Draft || name == draftName
		if damaged {
			removed.Damaged++
		}
	}
	return nil
}

// leave removes the lock, and the folder if nothing is left in it. The lock is
// removed while it is held, so that nobody gets one that is gone; Windows keeps
// what is open, and there it is given back first.
func (s *Store) leave(removed *Removed) error {
	if os.Remove(s.path(lockName)) == nil {
		_ = s.release()
	} else {
		_ = s.release()
		if err := remove(s.path(lockName), false); err != nil {
			return err
		}
	}
	if info, err := os.Lstat(s.dir); err == nil && info.IsDir() && isOurs(info) && len(removed.Left) == 0 {
		removed.Folder = os.Remove(s.dir) == nil
	}
	return nil
}
