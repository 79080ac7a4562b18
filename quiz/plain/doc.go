// Package plain asks the questions line by line, for screen readers, Braille
// displays and pipes. It drives the same [quiz.Session] as the full screen, so
// the same answers give the same result.
//
// A [Dialogue] says a prompt, reads one line, and goes on:
//
//	Section: Treatment. Question 8 of 14.
//	After a treatment worked, did the acne come back?
//	Count each time that your acne had cleared, or almost cleared, and then came back.
//	Choice 1: The acne has not come back
//	Choice 2: The acne came back once
//	Choice 3: The acne came back more than once
//	Type one number from 1 to 3, then press Enter.
//	Or type b for back, d for don't know, ...
//
// One Dialogue serves the whole conversation, because it owns the reader:
//
//	d := plain.New(protocol.Language, os.Stdin, os.Stderr, 0)
//	session, err := d.Ask(protocol.Start())
//	if err != nil {
//		return err // plain.ErrEnded: keep session as a draft
//	}
//	show(session.Result())
//	return d.Save("acne-page.pdf", save)
//
// The rules of its voice:
//
//   - Each prompt is whole: what is heard last is enough to answer. Nothing is
//     drawn, redrawn, coloured or hinted at by place, and no control character
//     but the newline is ever written.
//   - Signs are said in words. Many screen readers keep silent about "?", and
//     "5. 1 or 2 lumps" can be heard as "5.1", so it is "w" that asks why ("?"
//     works as well) and "Choice 5: 1 or 2 lumps".
//   - What was typed is never repeated in a complaint: answers are secrets, and
//     a screen reader says them aloud.
//   - The end of the input is never an answer. A last line without a newline is
//     a line like any other, because all of it was typed: printf '1\n2' gives
//     two answers. Only when nothing at all is left has the input ended.
//   - A line that does not fit is refused, never bent until it does. A script
//     that wants certainty uses an answers file instead.
//
// A choice may also be typed in full, or by its id ("yes"). Where a question
// takes text, any line is text but a command's own words, which are refused;
// commands start with a slash there ("/b"), and may do so everywhere.
//
// All is said in the language of the protocol. The single letters are the same
// in every language, and the whole words are those of the language beside the
// English ones: "atrás" for b, with the accent or without.
package plain
