package tui

import (
	"image/color"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// look is how everything is drawn. Colours are of the 16 that every terminal's
// owner has set to taste; each only repeats what a word or a sign says.
type look struct {
	title   lipgloss.Style // of a screen or section
	strong  lipgloss.Style // the question, labels
	plain   lipgloss.Style
	pointed lipgloss.Style // where the pointer stands
	chosen  lipgloss.Style
	key     lipgloss.Style // in the footer
	warning lipgloss.Style // what needs attention
	choices *huh.Styles
	box     *huh.Styles // around a text to type
}

// tone is the terminal's background, as far as it is known.
type tone uint8

const (
	unknownTone tone = iota
	lightTone
	darkTone
)

func (t Theme) tone() tone { return [...]tone{Auto: unknownTone, Light: lightTone, Dark: darkTone}[t] }

// newLook returns the styles for a background. Until it is known there are no
// colours, because none reads well on both.
func newLook(t tone) look {
	accent, good, bad := palette(t)
	l := look{
		title:   lipgloss.NewStyle().Bold(true).Foreground(accent),
		strong:  lipgloss.NewStyle().Bold(true),
		plain:   lipgloss.NewStyle(),
		pointed: lipgloss.NewStyle().Bold(true).Foreground(accent),
		chosen:  lipgloss.NewStyle().Foreground(good),
		key:     lipgloss.NewStyle().Bold(true),
		warning: lipgloss.NewStyle().Bold(true).Foreground(bad),
	}
	l.choices, l.box = l.fieldStyles(), l.fieldStyles()
	l.box.Focused.Base = l.plain.Border(lipgloss.ASCIIBorder())
	l.box.Blurred = l.box.Focused
	return l
}

func palette(t tone) (accent, good, bad color.Color) {
	switch t {
	case lightTone:
		return lipgloss.Blue, lipgloss.Blue, lipgloss.Red
	case darkTone:
		return lipgloss.BrightCyan, lipgloss.BrightGreen, lipgloss.BrightRed
	default:
		return lipgloss.NoColor{}, lipgloss.NoColor{}, lipgloss.NoColor{}
	}
}

// fieldStyles are the same styles for Huh, in characters that every font has.
func (l look) fieldStyles() *huh.Styles {
	s := &huh.Styles{}
	f := &s.Focused
	f.SelectSelector = l.pointed.SetString("> ")
	f.MultiSelectSelector = l.pointed.SetString("> ")
	f.SelectedPrefix = l.chosen.SetString("[x] ")
	f.UnselectedPrefix = l.plain.SetString("[ ] ")
	f.SelectedOption = l.strong
	f.UnselectedOption = l.plain
	s.Blurred = s.Focused
	return s
}
