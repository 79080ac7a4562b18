package history

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"scarcheck/quiz/report"
	"scarcheck/quiz/words"
)

// id names an assessment: the day it was made, and which of that day it is.
type id struct {
	day string
	nth int
}

// idForm is how an id is written. Nine digits are room for anybody.
var idForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})-([1-9]\d{0,8})$`)
})

func (i id) String() string { return fmt.Sprintf("%s-%d", i.day, i.nth) }

func parseID(text string) (id, bool) {
	parts := idForm().FindStringSubmatch(text)
	if parts == nil {
		return id{}, false
	}
	nth, _ := strconv.Atoi(parts[2])
	return id{parts[1], nth}, true
}

// newestFirst compares ids: the later day first, and on a day what was added
// later.
func newestFirst(a, b id) int {
	return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(b.nth, a.nth))
}

// ids lists the assessments that there are, newest first, and whatever else
// lies in their folder.
func (s *Store) ids() (ids []id, others []string, err error) {
	if err := s.assessmentsInOrder(); err != nil {
		return nil, nil, err
	}
	folder, err := os.Open(s.path(assessments))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, notRead(s.path(assessments), err)
	}
	defer folder.Close()
	names, err := folder.Readdirnames(-1)
	if err != nil {
		return nil, nil, notRead(s.path(assessments), err)
	}
	for _, name := range names {
		base, isJSON := strings.CutSuffix(name, ".json")
		if i, ok := parseID(base); ok && isJSON {
			ids = append(ids, i)
		} else {
			others = append(others, name)
		}
	}
	slices.SortFunc(ids, newestFirst)
	slices.Sort(others)
	return ids, others, nil
}

func (s *Store) assessment(i id) string { return s.path(assessments, i.String()+".json") }

// Add keeps a report, without its sensitive answers, and returns its id, such
// as "2026-11-23-1": the day on which it was assessed, and a number that counts
// on, so that none is ever overwritten, whatever the clock says. It takes the
// lock, as SaveDraft does. The caller's report stays as it is.
func (s *Store) Add(r *report.Report) (string, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	content, day, err := keepable(r)
	if err != nil {
		return "", err
	}
	if err := s.own(); err != nil {
		return "", err
	}
	if err := s.assessmentsInOrder(); err != nil {
		return "", err
	}
	if err := os.MkdirAll(s.path(assessments), 0o700); err != nil {
		return "", notWritten(s.path(assessments), err)
	}
	ids, _, err := s.ids()
	if err != nil {
		return "", err
	}
	next := id{day, 1}
	for _, i := range ids {
		if i.day == day {
			next.nth = i.nth + 1 // the newest of the day comes first
			break
		}
	}
	err = create(s.assessment(next), content)
	for errors.Is(err, fs.ErrExist) { // by another name for the system, such as one in capitals
		next.nth++
		err = create(s.assessment(next), content)
	}
	return next.String(), err
}

// keepable is a report as it is kept, and its day. That it can be read again is
// seen before it is written.
func keepable(r *report.Report) (content []byte, day string, err error) {
	var b bytes.Buffer
	if err := report.JSON(&b, r); err != nil {
		return nil, "", err
	}
	kept, err := report.Parse(b.Bytes())
	if err != nil {
		return nil, "", words.Errorf("this report cannot be kept: %w", err)
	}
	kept.HideSensitive()
	b.Reset()
	if err := report.JSON(&b, kept); err != nil {
		return nil, "", err
	}
	return b.Bytes(), kept.AssessedAt[:len("2006-01-02")], nil
}

// Get returns the assessment of this id, or the only one whose id begins like
// this, and its id. The error is ErrUnknown, ErrNotUnique, or what is wrong
// with the file.
func (s *Store) Get(name string) (string, *report.Report, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	ids, _, err := s.ids()
	if err != nil {
		return "", nil, err
	}
	var found []id
	for _, i := range ids {
		switch text := i.String(); {
		case text == name:
			return s.get(i)
		case name != "" && strings.HasPrefix(text, name):
			found = append(found, i)
		}
	}
	switch len(found) {
	case 0:
		return "", nil, ErrUnknown
	case 1:
		return s.get(found[0])
	}
	return "", nil, ErrNotUnique
}

// Newest returns the assessment added last and its id. The error is ErrNone if
// there is none, or what is wrong with its file; it does not fall back to an
// older one.
func (s *Store) Newest() (string, *report.Report, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	ids, _, err := s.ids()
	if err != nil {
		return "", nil, err
	}
	if len(ids) == 0 {
		return "", nil, ErrNone
	}
	return s.get(ids[0])
}

func (s *Store) get(i id) (string, *report.Report, error) {
	path := s.assessment(i)
	src, err := read(path)
	if err != nil {
		return i.String(), nil, notRead(path, err)
	}
	r, err := report.Parse(src)
	if err != nil {
		return i.String(), nil, words.Errorf("%s is damaged, and is left as it is: %w", path, err)
	}
	return i.String(), r, nil
}
