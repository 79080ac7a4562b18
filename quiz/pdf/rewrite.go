package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
)

// rewrite turns the file that fpdf wrote into a tagged one.
//
// fpdf v0.12.0 has no notion of tags, annotations of ours, or a catalog that
// could be added to. But its objects stand at known numbers: the root of the
// pages at 1, the resources at 2, each page and its content from 3 on, then the
// fonts, and at the end the description and the catalog. So the file is taken
// apart along its table, fpdf's contents, resources and cut fonts are kept, and
// all that ties them together is written anew. The other way, an update
// appended to fpdf's file, leaves dead objects in it and a version of the
// document without tags that some tools still see.
func (d *Document) rewrite(file []byte) ([]byte, error) {
	o, err := cut(file)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPDF, err)
	}
	info, catalog := len(o)-2, len(o)-1
	d.rewriteFonts(o)
	metadata := o.reserve()
	o.setStream(metadata, "/Type /Metadata /Subtype /XML", d.xmp())
	tree := d.writeTree(&o)
	outline := d.writeOutline(&o)
	for i, p := range d.pages {
		links := ""
		for _, l := range p.links {
			links += fmt.Sprintf(" %d 0 R", l.object)
		}
		o.setf(pageObject(i), "<</Type /Page /Parent 1 0 R /Resources 2 0 R /Contents %d 0 R /StructParents %d /Tabs /S /Annots [%s]>>",
			pageObject(i)+1, i, links)
	}
	o.setf(info, "<<%s>>", d.description())
	o.setf(catalog, "<</Type /Catalog /Pages 1 0 R /Lang (%s) /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R"+
		" /ViewerPreferences <</DisplayDocTitle true>> /Metadata %d 0 R%s>>", d.options.Lang, tree, metadata, outline)
	return o.write(catalog, info), nil
}

// pageObject returns the number of a page's object, where fpdf puts it.
func pageObject(page int) int { return 3 + 2*page }

// rewriteFonts gives the fonts the names of what they are, marked as subsets,
// and a table of characters that keeps to the rules: fpdf v0.12.0 names them
// utf8regular and writes the table as one range, though a range may not go on
// over the last byte (ISO 32000-1, 9.10.3).
func (d *Document) rewriteFonts(o objects) {
	for i := pageObject(len(d.pages)); i < len(o); i++ {
		switch {
		case bytes.HasPrefix(o[i], []byte("<</Type /Font")):
			for _, f := range faces {
				o[i] = bytes.ReplaceAll(o[i], []byte("/utf8"+f.family), []byte("/"+subset(o)+"+"+f.name))
			}
		case bytes.Contains(o[i], []byte("/CIDInit /ProcSet findresource")):
			o.setStream(i, "", d.toUnicode())
		}
	}
}

// subset returns the six letters that mark a font as cut, made from what the
// pages draw.
func subset(o objects) string {
	sum := sha256.Sum256(o[pageObject(0)+1])
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// toUnicode maps character codes to Unicode, which they are already: a range
// for each high byte in use.
func (d *Document) toUnicode() string {
	var ranges []string
	for high, used := range d.rows {
		if used {
			first := high << 8
			if high == 0 {
				first = ' '
			}
			ranges = append(ranges, fmt.Sprintf("<%04X> <%04X> <%04[1]X>\n", first, high<<8|0xFF))
		}
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(ranges) > 0 {
		n := min(100, len(ranges)) // the most in one block
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", n, strings.Join(ranges[:n], ""))
		ranges = ranges[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.String()
}
