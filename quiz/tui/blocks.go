package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"scarcheck/quiz/report"
)

// factColumn is how wide the labels of facts are, where there is room.
const factColumn = 22

// blockLines draws one block of a report, as line mode says it, with labels
// that stand out.
func blockLines(c canvas, b *report.Block) []string {
	var lines []string
	switch b.Kind {
	case report.Paragraph:
		lines = shifted(wrap(labelled(c, b.Label, b.Text), c.text()-2), 2)
	case report.Group:
		lines = shifted(drawn(c.look.strong, b.Label, c.text()-3), 2)
		lines[len(lines)-1] += ":"
	case report.Point:
		lines = hanging("  - ", labelled(c, b.Label, b.Text), c.text())
	case report.Fact, report.Blank:
		lines = factLines(c, b)
	}
	for _, more := range b.More {
		lines = append(lines, shifted(wrap(more, c.text()-4), 4)...)
	}
	return lines
}

// labelled joins a label and a text so that they read as one.
func labelled(c canvas, label, text string) string {
	if label == "" || text == "" {
		return c.look.strong.Render(label) + text
	}
	if !strings.ContainsAny(label[len(label)-1:], ".?!:") {
		label += "."
	}
	return c.look.strong.Render(label) + " " + text
}

func factLines(c canvas, b *report.Block) []string {
	if c.text() < sideBySide {
		return hanging("  ", c.look.strong.Render(b.Label)+": "+b.Text, c.text())
	}
	label := "  " + b.Label
	return hanging(label+strings.Repeat(" ", max(1, 2+factColumn-lipgloss.Width(label))), b.Text, c.text())
}

// hanging wraps text behind a lead, under which the other lines stay clear.
func hanging(lead, text string, width int) []string {
	by := lipgloss.Width(lead)
	lines := shifted(wrap(text, width-by), by)
	lines[0] = lead + lines[0][by:]
	return lines
}
