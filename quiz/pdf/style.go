package pdf

import "strings"

// MinSize is the smallest size of text, in points: what is smaller is lost in a
// fax or a copy.
const MinSize = 10

// Style is how text is drawn. Its methods measure, in points; they need no
// document and may be used from many goroutines.
type Style struct {
	Font    Font
	Size    float64 // in points, at least MinSize
	Leading float64 // from baseline to baseline; 0 stands for 1.3 times the size
}

// Line returns the height of one line.
func (s Style) Line() float64 {
	if s.Leading == 0 {
		return 1.3 * s.Size
	}
	return s.Leading
}

// Baseline returns how far below the top of its line a text stands.
func (s Style) Baseline() float64 {
	m := faces[s.Font].metrics()
	return (s.Line() + s.Size*(m.ascent-m.descent)) / 2
}

// Width returns the width of a text, as [Drawable] shows it, on one line.
func (s Style) Width(text string) float64 {
	shown, _ := Drawable(text)
	return s.points(s.units(shown))
}

// Height returns the height of a text in lines of this width.
func (s Style) Height(text string, width float64) float64 {
	return float64(len(s.Wrap(text, width))) * s.Line()
}

// Wrap breaks a text, as [Drawable] shows it, into lines of at most width
// points: at spaces, and a word that is longer than a line wherever the line
// ends, after one character at least. Several spaces count as one. A line that
// ends between two words keeps their space at its end, which is not part of the
// width: the lines joined are the text again, for those who hear it.
func (s Style) Wrap(text string, width float64) []string {
	shown, _ := Drawable(text)
	w := wrapper{style: s, width: width}
	for word := range strings.SplitSeq(shown, " ") {
		if word != "" {
			w.word(word)
		}
	}
	if w.line != "" {
		w.lines = append(w.lines, w.line)
	}
	return w.lines
}

type wrapper struct {
	style Style
	width float64
	lines []string
	line  string // the last, still growing
	units int    // its width
}

func (w *wrapper) word(word string) {
	units := w.style.units(word)
	if w.line != "" {
		space := w.style.units(" ")
		if w.fits(w.units + space + units) {
			w.line, w.units = w.line+" "+word, w.units+space+units
			return
		}
		w.lines = append(w.lines, w.line+" ")
	}
	for !w.fits(units) {
		head := w.head(word)
		if head == word {
			break
		}
		w.lines = append(w.lines, head)
		word = word[len(head):]
		units = w.style.units(word)
	}
	w.line, w.units = word, units
}

// head returns as much of a word as fits on a line.
func (w *wrapper) head(word string) string {
	units := 0
	for i, r := range word {
		units += w.style.advance(r)
		if i > 0 && !w.fits(units) {
			return word[:i]
		}
	}
	return word
}

func (w *wrapper) fits(units int) bool { return w.style.points(units) <= w.width }

// units returns the width of a drawable text in thousandths of the size.
func (s Style) units(shown string) int {
	sum := 0
	for _, r := range shown {
		sum += s.advance(r)
	}
	return sum
}

func (s Style) advance(r rune) int { return int(faces[s.Font].metrics().advance[r]) }

func (s Style) points(units int) float64 { return float64(units) * s.Size / 1000 }
