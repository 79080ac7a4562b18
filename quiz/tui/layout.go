package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"scarcheck/quiz/words"
)

const (
	leastWidth, leastHeight = 30, 10
	mostText                = 90 // columns; longer lines are hard to read
	tall                    = 20 // rows from which there is room for blank lines
)

// canvas is the window and how to draw on it, and in which language.
type canvas struct {
	language      words.Language
	width, height int
	look          look
	alert         string // said wherever a screen has no note of its own
}

// margin is left free on either side.
func (c canvas) margin() int {
	if c.width < 60 {
		return 1
	}
	return 2
}

// across is the width between the margins, text that of lines to read.
func (c canvas) across() int { return c.width - 2*c.margin() }
func (c canvas) text() int   { return min(mostText, c.across()) }

func (c canvas) small() bool { return c.width < leastWidth || c.height < leastHeight }

// frame is what a screen shows: one line of title, lines that stay, lines that
// scroll, a note, and the keys.
type frame struct {
	title, right string
	stay, body   []string
	offset       int      // the first line of body in sight
	note         []string // already drawn
	commands
}

// room is how many lines of the body are in sight.
func (f *frame) room(c canvas) int {
	used := 1 + len(f.stay) + len(f.note) + len(f.footer(c))
	if len(f.note) == 0 {
		used++ // for the line that says there is more
	}
	if c.height >= tall {
		used += 2
	}
	return max(1, c.height-used)
}

// follow returns the offset nearest to the present one that shows the lines
// from top to bottom, and the first of them when not all fit.
func (f *frame) follow(c canvas, top, bottom int) int {
	room := f.room(c)
	offset := min(f.offset, top)
	if bottom > offset+room {
		offset = min(top, bottom-room)
	}
	return f.clamp(c, offset)
}

// choices makes the choices of a field the body, the one at the pointer in
// sight. What would stay above them scrolls with them where it takes their room.
func (f *frame) choices(c canvas, from *field) {
	if f.room(c) < leastRoom {
		f.body, f.stay = f.stay, nil
	}
	f.body = append(f.body, "")
	for i, block := range from.blocks() {
		top := len(f.body)
		f.body = append(f.body, block...)
		if i == from.pointer() {
			f.offset = f.follow(c, top, len(f.body))
		}
	}
}

func (f *frame) clamp(c canvas, offset int) int {
	return max(0, min(offset, len(f.body)-f.room(c)))
}

// draw lays the frame out, exactly as high as the window.
func (f *frame) draw(c canvas) string {
	if c.small() {
		return tooSmall(c)
	}
	if len(f.note) == 0 && c.alert != "" {
		f.note = drawn(c.look.warning, "! "+c.alert, c.text())
	}
	f.note = f.note[:min(len(f.note), c.height-4-max(2, len(f.footer(c))))]
	room := f.room(c)
	lines := make([]string, 0, c.height)
	lines = append(lines, f.head(c))
	if c.height >= tall {
		lines = append(lines, "")
	}
	lines = append(lines, f.stay...)
	offset := f.clamp(c, f.offset)
	seen := f.body[offset:min(len(f.body), offset+room)]
	lines = append(lines, seen...)
	for range room - len(seen) {
		lines = append(lines, "")
	}
	if len(f.note) > 0 {
		lines = append(lines, f.note...)
	} else {
		lines = append(lines, more(c, offset > 0, offset+room < len(f.body)))
	}
	if c.height >= tall {
		lines = append(lines, "")
	}
	lines = append(lines, f.footer(c)...)
	return indent(lines, c.margin())
}

func (f *frame) head(c canvas) string {
	title := c.look.title.Render(ansi.Truncate(f.title, c.text(), "..."))
	gap := c.text() - ansi.StringWidth(title) - ansi.StringWidth(f.right)
	if gap < 1 || f.right == "" {
		return title
	}
	return title + strings.Repeat(" ", gap) + f.right
}

// more says in words that lines are out of sight.
func more(c canvas, above, below bool) string {
	var said string
	switch {
	case above && below:
		said = c.language.Say("-- more above and below --")
	case above:
		said = c.language.Say("-- more above --")
	case below:
		said = c.language.Say("-- more below --")
	}
	return ansi.Truncate(said, c.text(), "...")
}

func tooSmall(c canvas) string {
	text := c.language.Say("Please make the window larger: it needs 30 columns and 10 rows. Nothing is lost.")
	lines := wrap(text, max(1, c.width))
	return strings.Join(lines[:min(len(lines), max(0, c.height))], "\n")
}

// wrap breaks text into lines of at most this many columns.
func wrap(text string, width int) []string {
	return strings.Split(lipgloss.Wrap(text, max(1, width), ""), "\n")
}

// drawn wraps a text and draws each line of it.
func drawn(style lipgloss.Style, text string, width int) []string {
	lines := wrap(text, width)
	for i, line := range lines {
		lines[i] = style.Render(strings.TrimRight(line, " "))
	}
	return lines
}

func indent(lines []string, by int) string {
	lead := strings.Repeat(" ", by)
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		if line != "" {
			b.WriteString(lead + line)
		}
	}
	return b.String()
}

// shifted returns lines moved to the right.
func shifted(lines []string, by int) []string {
	lead := strings.Repeat(" ", by)
	moved := make([]string, len(lines))
	for i, line := range lines {
		moved[i] = lead + line
	}
	return moved
}
