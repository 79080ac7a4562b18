package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"scarcheck/quiz/words"
	"scarcheck/rules"
)

// prefix is the width of what stands before a label: "> [x] ".
const prefix = 6

// shape is what a field is made from: it stays while the field is built again.
type shape struct {
	kind     rules.Kind
	labels   []string
	language words.Language // of the labels
	given    uint64         // kind One: the answer given before, marked in the label
	max      int            // kind Text: characters
	rows     int            // kind Text: lines in sight; 0 is a name on one line
}

// draft is what the person has done so far, none of it an answer yet.
type draft struct {
	pointer int
	chosen  uint64
	text    string
}

// field hosts one Huh field in a form of its own, and knows which lines of it
// belong to which choice. It is built again for every size of the window: in
// Huh v2.0.3 a field that was made smaller does not grow back, and a new size
// is not drawn.
type field struct {
	shape
	form  *huh.Form
	one   *huh.Select[int]
	many  *huh.MultiSelect[int]
	pick  int   // bound to one
	picks []int // bound to many
	text  string
	taken []int // how many lines each label takes
	// The bound values above are drafts. In Huh v2.0.3 a Select writes its first
	// choice into its value when made, and each move of the pointer changes it;
	// an answer they become when the person submits.
}

func newField(s shape, d draft, width int, l look) *field {
	f := &field{shape: s, text: d.text}
	theme := l.choices
	var hosted huh.Field
	switch {
	case s.kind == rules.Text && s.rows == 0:
		hosted = huh.NewInput().Prompt("").Value(&f.text)
		theme = l.box
	case s.kind == rules.Text:
		hosted = huh.NewText().Lines(s.rows).CharLimit(s.max).Value(&f.text)
		theme = l.box
	case s.kind == rules.Many:
		hosted = f.newMany(d, width)
	default:
		hosted = f.newOne(d, width)
	}
	// Huh v2.0.3 never asks for the background and draws for a light one: the
	// theme is ours, whatever Huh believes.
	themed := huh.ThemeFunc(func(bool) *huh.Styles { return theme })
	hosted = hosted.WithTheme(themed)
	f.form = huh.NewForm(huh.NewGroup(hosted).WithTheme(themed)).WithTheme(themed).WithShowHelp(false).WithShowErrors(false).
		WithKeyMap(keys.forHuh()).WithWidth(width).WithHeight(f.height())
	f.form.Init() // focuses the field; what its commands would do is not needed
	f.point(d.pointer)
	return f
}

func (f *field) height() int {
	if f.kind == rules.Text {
		return max(1, f.shape.rows) + 2
	}
	total := 0
	for _, rows := range f.taken {
		total += rows
	}
	return total
}

// wrapped breaks the labels into lines before Huh sees them: Huh v2.0.3 cuts
// long ones in a MultiSelect, and breaks "1.5" at its point in a Select.
func (f *field) wrapped(width int, lead func(i int) string) []huh.Option[int] {
	options := make([]huh.Option[int], len(f.labels))
	f.taken = make([]int, len(f.labels))
	for i, label := range f.labels {
		first := lead(i)
		lines := wrap(label, width-prefix)
		f.taken[i] = len(lines)
		hang := strings.Repeat(" ", len(first))
		options[i] = huh.NewOption(first+strings.Join(lines, "\n"+hang), i)
	}
	return options
}

func (f *field) newOne(d draft, width int) huh.Field {
	f.labels = marked(f.shape)
	options := f.wrapped(width, func(i int) string {
		if f.given&(1<<i) != 0 {
			return "(x) "
		}
		return "( ) "
	})
	f.pick = d.pointer
	f.one = huh.NewSelect[int]().Options(options...).Height(f.height()).Value(&f.pick)
	return f.one
}

// marked says in words which answer was given before.
func marked(s shape) []string {
	said := make([]string, len(s.labels))
	for i, label := range s.labels {
		if said[i] = label; s.given&(1<<i) != 0 {
			said[i] = s.language.Sayf("%s (your answer)", label)
		}
	}
	return said
}

// newMany sets a height, because without one Huh v2.0.3 hides the last choices
// of a MultiSelect. The value is bound after the options are set: the other way
// round the pointer jumps to the first choice made.
func (f *field) newMany(d draft, width int) huh.Field {
	options := f.wrapped(width, func(int) string { return "" })
	f.picks = places(d.chosen)
	f.many = huh.NewMultiSelect[int]().Filterable(false).Options(options...).Height(f.height()).Value(&f.picks)
	return f.many
}

// point moves the pointer of a MultiSelect, which Huh v2.0.3 can do by keys
// only.
func (f *field) point(pointer int) {
	if f.many == nil {
		return
	}
	for range min(pointer, len(f.labels)-1) {
		f.many.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
	f.press(nil) // Huh draws in Update only
}

// press hands a key or a paste to the field. The commands that come back are
// dropped: they would only blink the cursor and read the clipboard.
func (f *field) press(msg tea.Msg) { f.form.Update(msg) }

// blur and focus take the cursor out of a text and put it back.
func (f *field) blur()  { f.form.GetFocusedField().Blur(); f.press(nil) }
func (f *field) focus() { f.form.GetFocusedField().Focus(); f.press(nil) }

// set makes these choices of a MultiSelect and leaves the pointer where it is.
// Huh v2.0.3 can only add choices, so the options are set anew, without any.
func (f *field) set(chosen uint64, width int) {
	f.picks = nil
	f.many.Options(f.wrapped(width, func(int) string { return "" })...)
	f.picks = places(chosen)
	f.many.Value(&f.picks)
	f.press(nil)
}

// submit finishes the field. It sends the messages that the form would send to
// itself at once: left to Bubble Tea they arrive after keys that were typed
// meanwhile, and Huh v2.0.3 would let those change the answer. A finished form
// draws nothing; the caller shows another screen in the same Update.
func (f *field) submit() bool {
	f.press(tea.KeyPressMsg{Code: tea.KeyEnter})
	f.form.NextField()
	f.form.NextGroup()
	return f.form.State == huh.StateCompleted
}

// draft is what would have to be kept to build the field again.
func (f *field) draft() draft {
	return draft{pointer: f.pointer(), chosen: mask(f.picks), text: f.text}
}

func (f *field) pointer() int {
	at := 0
	switch {
	case f.one != nil:
		at, _ = f.one.Hovered()
	case f.many != nil:
		at, _ = f.many.Hovered()
	}
	return at
}

// blocks are the drawn lines of each choice; of a text there is one block.
func (f *field) blocks() [][]string {
	lines := strings.Split(f.form.View(), "\n")
	if f.kind == rules.Text {
		return [][]string{lines}
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	blocks := make([][]string, len(f.taken))
	for i, rows := range f.taken {
		rows = min(rows, len(lines))
		blocks[i], lines = lines[:rows], lines[rows:]
	}
	return blocks
}

func places(chosen uint64) []int {
	var at []int
	for i := range 64 {
		if chosen&(1<<i) != 0 {
			at = append(at, i)
		}
	}
	return at
}

func mask(places []int) uint64 {
	var m uint64
	for _, i := range places {
		m |= 1 << i
	}
	return m
}
