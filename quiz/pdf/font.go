package pdf

import (
	"encoding/binary"
	"math"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// Font is one of the fonts that are embedded in a document, cut to the
// characters it uses: Liberation Sans, which is as wide as Arial.
type Font int

// The fonts.
const (
	Regular Font = iota
	Bold
)

// face is what is known of a font.
type face struct {
	name    string // as shown in the file
	family  string // as fpdf knows it; none may begin with another
	ttf     []byte
	metrics func() *metrics
}

var faces = [...]face{
	Regular: {"LiberationSans", "regular", liberationsansregular.TTF, load(liberationsansregular.TTF)},
	Bold:    {"LiberationSans-Bold", "bold", liberationsansbold.TTF, load(liberationsansbold.TTF)},
}

// metrics holds the widths of a font's characters in thousandths of its size.
type metrics struct {
	ascent, descent float64 // above and below the baseline, as parts of the size
	advance         [1 << 16]uint16
}

// lacking stands for the width of a character that cannot be drawn.
const lacking = math.MaxUint16

func load(ttf []byte) func() *metrics {
	return sync.OnceValue(func() *metrics { return parse(sfnt(ttf)) })
}

// sfnt is a TrueType font file. One that is embedded is whole, so that reading
// it has no errors to return.
type sfnt []byte

func (f sfnt) u16(at int) int { return int(binary.BigEndian.Uint16(f[at:])) }

func (f sfnt) i16(at int) int { return int(int16(binary.BigEndian.Uint16(f[at:]))) }

func (f sfnt) u32(at int) int { return int(binary.BigEndian.Uint32(f[at:])) }

// table returns the place of a table.
func (f sfnt) table(tag string) int {
	for i := range f.u16(4) {
		if record := 12 + 16*i; string(f[record:record+4]) == tag {
			return f.u32(record + 8)
		}
	}
	panic("font without table " + tag)
}

// parse reads a font's widths, rounded as fpdf rounds them.
func parse(f sfnt) *metrics {
	m := &metrics{}
	for i := range m.advance {
		m.advance[i] = lacking
	}
	scale := 1000 / float64(f.u16(f.table("head")+18))
	hhea, hmtx := f.table("hhea"), f.table("hmtx")
	m.ascent, m.descent = float64(f.i16(hhea+4))*scale/1000, -float64(f.i16(hhea+6))*scale/1000
	last := f.u16(hhea+34) - 1 // all later glyphs are as wide
	f.glyphs(func(r rune, glyph int) {
		if canLayOut(r) {
			m.advance[r] = uint16(math.Round(scale * float64(f.u16(hmtx+4*min(glyph, last)))))
		}
	})
	return m
}

// canLayOut reports whether a character can be drawn by putting its glyph
// behind the one before: no script that joins its letters or runs from right to
// left, for which the font has glyphs too, and no mark that sits on a letter.
func canLayOut(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.Is(unicode.M, r) && r != utf8.RuneError &&
		unicode.In(r, unicode.Common, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// glyphs calls visit for each character of the font's table in format 4, which
// is the one fpdf v0.12.0 draws by.
func (f sfnt) glyphs(visit func(r rune, glyph int)) {
	at := f.format4()
	size := f.u16(at + 6) // twice the number of segments
	ends := at + 14
	starts, deltas, offsets := ends+size+2, ends+2*size+2, ends+3*size+2
	for i := 0; i < size; i += 2 {
		start, end, delta, offset := f.u16(starts+i), f.u16(ends+i), f.u16(deltas+i), f.u16(offsets+i)
		for r := start; r <= end; r++ {
			glyph := r
			if offset != 0 {
				glyph = f.u16(offsets + i + offset + 2*(r-start))
			}
			if offset == 0 || glyph != 0 {
				glyph = (glyph + delta) & 0xFFFF
			}
			if glyph != 0 {
				visit(rune(r), glyph)
			}
		}
	}
}

func (f sfnt) format4() int {
	cmap := f.table("cmap")
	for i := range f.u16(cmap + 2) {
		record := cmap + 4 + 8*i
		platform, encoding, at := f.u16(record), f.u16(record+2), cmap+f.u32(record+4)
		if (platform == 0 || platform == 3 && encoding == 1) && f.u16(at) == 4 {
			return at
		}
	}
	panic("font without a table of characters")
}
