package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// page is lines to read and scroll through.
type page struct {
	canvas canvas
	lines  []string
	offset int
}

// scroll moves the page and reports whether the key was one for scrolling.
// shown is the frame that the page stands in.
func (p page) scroll(msg tea.Msg, shown frame) (page, bool) {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p, false
	}
	room := shown.room(p.canvas)
	to := p.offset
	switch {
	case key.Matches(pressed, keys.up):
		to--
	case key.Matches(pressed, keys.down):
		to++
	case key.Matches(pressed, keys.pageUp):
		to -= room - 1
	case key.Matches(pressed, keys.pageDown):
		to += room - 1
	case key.Matches(pressed, keys.top):
		to = 0
	case key.Matches(pressed, keys.bottom):
		to = len(p.lines)
	default:
		return p, false
	}
	p.offset = shown.clamp(p.canvas, to)
	return p, true
}

// fits reports whether all lines are in sight at once.
func (p page) fits(shown frame) bool { return len(p.lines) <= shown.room(p.canvas) }
