package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"scarcheck/quiz"
	"scarcheck/quiz/report"
)

// model is the root: it owns the session, and the screen that is shown.
type model struct {
	o       *Options
	session quiz.Session
	report  *report.Report   // nil until the result is reached
	page    *report.Report   // the report in the language that it is shown in
	drafts  map[string]draft // of questions left without an answer, by id
	at      string           // the question last edited, for the review

	canvas canvas
	screen screen
	keeper keeper
	moved  bool // the session is not kept yet as it is
	hidden bool // the window is blank until a key is pressed
	crash  *Crash
	abort  func() // ends the program from outside of Update

	stopped tea.Cmd // stops the program for a while; nil where none lets it go on

	done, keep, forget, other, interrupted bool
}

// screen is one thing to show. Its methods return what the screen has become;
// the old one is not used again.
type screen interface {
	// fit returns the screen for a window of another size or look. Only a
	// screen that was fitted is drawn and gets messages.
	fit(canvas) screen
	// update answers a key, a paste, or the end of a command. A step, if any,
	// is what the root is to do.
	update(tea.Msg) (screen, step)
	// frame is what to draw.
	frame() frame
}

// step is something that only the root can do: to change the session, to show
// another screen, to leave.
type step func(*model) tea.Cmd

func newModel(o *Options) *model {
	m := &model{o: o, session: o.Session, drafts: map[string]draft{}}
	m.canvas = canvas{language: o.Session.Protocol().Language, look: newLook(o.Theme.tone())}
	m.keeper.keep = o.Keep
	m.screen = newWelcome(o)
	return m
}

// Init asks for the background. Nothing waits for the answer.
func (m *model) Init() tea.Cmd {
	if m.o.Theme == Auto {
		return tea.RequestBackgroundColor
	}
	return nil
}

// Update answers a message. Keys reach the root first: in Huh v2.0.3 a field
// that refuses its answer would swallow Shift+Tab and lose the focus for good.
func (m *model) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	defer m.rescue(&next, &cmd)
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.canvas.width, m.canvas.height = msg.Width, msg.Height
		m.show(m.screen)
		return m, nil
	case tea.BackgroundColorMsg:
		m.canvas.look = newLook(toneOf(msg.IsDark()))
		m.show(m.screen)
		return m, nil
	case keptMsg:
		m.tell(m.keeper.wait())
		return m, nil
	case crashMsg:
		m.crashed(msg.crash)
		return m, m.quit()
	case pauseMsg:
		return m, m.stopped
	case tea.KeyPressMsg:
		if cmd, taken := m.press(msg); taken {
			return m, cmd
		}
	case tea.PasteMsg, savedMsg, queuesMsg, printedMsg:
	default:
		return m, nil
	}
	shown, act := m.screen.update(msg)
	m.screen = shown
	if act == nil {
		return m, nil
	}
	cmd = act(m)
	if m.moved {
		m.moved = false
		cmd = tea.Batch(cmd, m.keeper.start(m.session))
	}
	return m, cmd
}

// press does what a key does on every screen, and reports whether that was all.
func (m *model) press(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	m.tell(m.keeper.wait())
	switch {
	case key.Matches(msg, keys.stop):
		m.interrupted = true
		return m.quit(), true
	case m.hidden, key.Matches(msg, keys.hide):
		m.hidden = !m.hidden
		return nil, true
	case key.Matches(msg, keys.suspend):
		return m.stopped, true
	}
	return nil, m.canvas.small() // it would act on what cannot be seen
}

// pauseMsg asks from outside to stop for a while.
type pauseMsg struct{}

// tell says on every screen that answers are not kept, as long as that is so.
func (m *model) tell(fault error) {
	alert := ""
	if fault != nil {
		alert = m.canvas.language.Sayf("Not kept: %s", quiz.Sentence(m.canvas.language, fault))
	}
	if alert != m.canvas.alert {
		m.canvas.alert = alert
		m.show(m.screen)
	}
}

// move changes the session; it is kept once the step that did it has ended.
func (m *model) move(s quiz.Session) { m.session, m.moved = s, true }

func toneOf(dark bool) tone {
	if dark {
		return darkTone
	}
	return lightTone
}

// View draws the screen. The last frame is empty, so that no answer lingers in
// the alternate screen of the terminal.
func (m *model) View() (v tea.View) {
	v = tea.View{AltScreen: true, WindowTitle: "scarcheck"}
	defer m.rescue(nil, nil)
	if !m.done && !m.hidden && m.canvas.width > 0 {
		f := m.screen.frame()
		v.Content = f.draw(m.canvas)
	}
	return v
}

// show makes s the screen.
func (m *model) show(s screen) {
	if m.canvas.small() {
		m.screen = s
		return
	}
	m.screen = s.fit(m.canvas)
}

func (m *model) quit() tea.Cmd {
	m.done = true
	return tea.Quit
}

// onward shows what comes next in the session.
func (m *model) onward() {
	if m.session.AtReview() {
		m.show(newReview(m.session, m.at))
		return
	}
	q := m.session.Question()
	d, kept := m.drafts[q.ID]
	m.show(newQuestion(m.session, d, kept))
}
