package history

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"scarcheck/quiz"
	"scarcheck/quiz/words"
)

// SaveDraft keeps where a session stands, in place of the draft before, and
// takes the lock if this store does not own it yet. Sensitive answers are left
// out. When it returns nil the draft outlives a loss of power; when it does not,
// the draft before is whole: the error is a *WriteError, ErrBusy or ErrLink.
//
// A draft that was never loaded through this store and cannot be used is set
// aside first, as [Store.LoadDraft] does, or where that fails left alone, and
// the error is its *Damaged; one that can be used is replaced.
func (s *Store) SaveDraft(session quiz.Session, now time.Time) error {
	s.turn.Lock()
	defer s.turn.Unlock()
	if err := s.own(); err != nil {
		return err
	}
	if !s.known {
		if _, err := s.load(session.Protocol()); !s.known {
			return err
		}
	}
	if err := s.make(); err != nil {
		return err
	}
	return replace(s.path(draftName), NewDraft(session, now).JSON())
}

// LoadDraft returns the draft that is kept, nil if there is none, and takes the
// lock where the folder can be written. It may be of another protocol: see
// [CarryDraft]. One that cannot be used (cut off, empty, changed by hand, of a
// later schema, or no file at all) is set aside as draft-damaged-1.json or the
// next free number, and the error is a *Damaged; the next call finds no draft.
// The error is ErrBusy if another scarcheck owns the draft, ErrLink if a link
// stands in its place.
func (s *Store) LoadDraft(p *quiz.Protocol) (*Draft, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	if !s.looking {
		if err := s.own(); errors.Is(err, ErrBusy) || errors.Is(err, ErrLink) {
			return nil, err
		}
	}
	return s.load(p)
}

func (s *Store) load(p *quiz.Protocol) (*Draft, error) {
	path := s.path(draftName)
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.known = true
		return nil, nil
	case err != nil:
		return nil, notRead(path, err)
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, pathError(path, ErrLink)
	case !info.Mode().IsRegular():
		return nil, s.setAside(words.New("it is no file"))
	}
	src, err := read(path)
	if err != nil {
		return nil, s.setAside(bare(err)) // it may be another user's, after a run as root
	}
	d, err := ParseDraft(p, src)
	if err != nil {
		return nil, s.setAside(err)
	}
	s.known = true
	return d, nil
}

// setAside moves the draft to a name of its own, if the lock is owned.
func (s *Store) setAside(why error) error {
	damaged := &Damaged{Path: s.path(draftName), Err: why}
	if s.lock == nil {
		return damaged
	}
	for n := 1; ; n++ {
		aside := s.path(fmt.Sprintf("draft-damaged-%d.json", n))
		switch err := renameNew(damaged.Path, aside); {
		case errors.Is(err, fs.ErrExist):
			continue
		case err == nil:
			damaged.Aside = aside
			s.known = true
			_ = syncFolder(s.dir)
		}
		return damaged
	}
}

// RemoveDraft removes the draft, because the assessment is finished or
// forgotten. That there is none is no error. It takes the lock, as SaveDraft
// does.
func (s *Store) RemoveDraft() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	if err := s.own(); err != nil {
		return err
	}
	path := s.path(draftName)
	if err := refuseOdd(path); err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return notWritten(path, err)
	}
	s.known = true
	return notWritten(s.dir, syncFolder(s.dir))
}
