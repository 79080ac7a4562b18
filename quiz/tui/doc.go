// Package tui asks the questions on the whole screen: the program that most
// people see.
//
// [Run] takes a [quiz.Session] and a terminal and gives back an [Outcome]. It
// reads no file, clock or environment; what it needs of the outside comes in
// [Options], as values and as functions:
//
//	out, err := tui.Run(ctx, tui.Options{
//		Session: protocol.Start(),
//		In:      os.Stdin, Out: os.Stdout, Environ: os.Environ(),
//		Build:   build, // answers to report
//		Suggest: "page.txt", Save: save,
//	})
//
// One screen is shown at a time, each in a file of its own name:
//
//	welcome → question ⇄ why        one question, and why it is asked
//	             ↓  ↘ crisis         when an answer calls for help right now
//	          review → question      every answer, each one editable
//	             ↓
//	          result → save, printing, leave
//
// The root (model.go) owns the session. A screen turns a key into the next
// screen and, where the root must act, a [step]; it never touches the session
// itself. Views do no work: a frame (layout.go) is a pure function of the
// screen and the size of the window. All keys stand in keys.go, and the footer
// is made from them (footer.go); all styles stand in styles.go. All is said in the
// language of the session's protocol, which the canvas hands to whatever is drawn.
//
// The choices of a question are drawn and moved through by one Huh field
// (field.go), in a form of its own that is built afresh when the window
// changes. Huh v2.0.3 has faults that would lose answers; each way round one
// says so where it stands, and has a test of its own.
//
// What holds on every screen: the pointer is not an answer. Nothing is said by
// colour alone. Going back is never refused. Nothing moves on its own, and no
// reply of the terminal is waited for. No answer stands in the window's title,
// and the last frame is empty, so nothing lingers in the terminal.
package tui
