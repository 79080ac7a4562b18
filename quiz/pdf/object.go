package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
)

// objects are the numbered objects of a file, the first at 1, each without the
// words "obj" and "endobj" around it.
type objects [][]byte

var crossReference = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?s)\nxref\n0 \d+\n(.*)trailer\n`)
})

var errForeign = errors.New("fpdf wrote a file of another shape than that of v0.12.0")

// cut takes apart a file that fpdf wrote, along its cross-reference table.
func cut(file []byte) (objects, error) {
	start := bytes.LastIndex(file, []byte("\nxref\n"))
	if start < 0 {
		return nil, errForeign
	}
	table := crossReference().FindSubmatch(file[start:])
	if table == nil {
		return nil, errForeign
	}
	var places []int
	for entry := range strings.Lines(string(table[1])) {
		place, err := strconv.Atoi(entry[:min(len(entry), 10)])
		if err != nil {
			return nil, errForeign
		}
		places = append(places, place)
	}
	ends := append(slices.Clone(places), start+1)
	slices.Sort(ends)
	o := make(objects, len(places))
	for number, place := range places[1:] {
		next, _ := slices.BinarySearch(ends, place+1)
		_, body, ok := bytes.Cut(file[place:ends[next]], []byte(" 0 obj\n"))
		body, whole := bytes.CutSuffix(body, []byte("\nendobj\n"))
		if !ok || !whole {
			return nil, errForeign
		}
		o[number+1] = body
	}
	return o, nil
}

// reserve makes room for an object that is set later and returns its number.
func (o *objects) reserve() int {
	*o = append(*o, nil)
	return len(*o) - 1
}

func (o objects) setf(number int, format string, args ...any) {
	o[number] = fmt.Appendf(nil, format, args...)
}

func (o objects) setStream(number int, dictionary, stream string) {
	o.setf(number, "<<%s /Length %d>>\nstream\n%s\nendstream", dictionary, len(stream), stream)
}

// write returns the file of these objects, its identifier made from them.
func (o objects) write(root, info int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") // four bytes above ASCII: not a text
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(o))
	for number, body := range o {
		if number == 0 {
			continue
		}
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number, body)
	}
	id := sha256.Sum256(b.Bytes())
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%[5]x>]>>\nstartxref\n%d\n%%%%EOF\n",
		table, len(o), root, info, id[:16], start)
	return b.Bytes()
}

// textString returns text as a string object. In hexadecimal nothing of it can
// be taken for anything else.
func textString(text string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String() + ">"
}
