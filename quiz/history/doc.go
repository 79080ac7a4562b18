// Package history keeps: the draft of an assessment that is not finished, and
// the assessments that are, in a folder that only the user can enter.
//
// A [Store] is that folder:
//
//	store, err := history.Open(dir)
//	if err != nil {
//		return err // ErrNotFolder, ErrLink, *WriteError: where, and what to do
//	}
//	defer store.Close()
//	draft, err := store.LoadDraft(protocol) // ErrBusy: go on without; *Damaged: set aside, say so
//	session := protocol.Start()
//	if draft != nil {
//		carried := history.CarryDraft(protocol, draft, translations) // tell what is asked again or retired
//		session = protocol.Restore(carried.Position)
//	}
//	...
//	err = store.SaveDraft(session, now) // after every answer
//	...
//	id, err := store.Add(report) // "2026-11-23-1"
//	err = store.RemoveDraft()
//
// The folder holds draft.json, drafts that were set aside (draft-damaged-1.json
// and so on), one file for each assessment (assessments/2026-11-23-1.json, the
// canonical report), and the lock of the one scarcheck that may write.
//
// Four laws hold. A file is written whole or not at all: beside its place, to
// the disk, then renamed; so neither a kill nor a full disk harms what was
// there. Nothing is overwritten that could not be read. Sensitive answers are
// taken out here, whoever calls. And an error names a place, never an answer.
//
// Words are kept in the language that the person saw. Who goes on in another
// one is asked nothing again for that alone: see [CarryDraft].
//
// The package opens files and nothing else: no clock, no streams, no
// environment. The time comes in as a value.
package history
