package pdf

import (
	"encoding/xml"
	"strings"
	"time"
)

// description returns the entries of the document information dictionary.
func (d *Document) description() string {
	s := "/Title " + textString(d.options.Title) + " /Producer " + textString(producer)
	if d.options.Creator != "" {
		s += " /Creator " + textString(d.options.Creator)
	}
	if created := d.options.Created; !created.IsZero() {
		date := created.UTC().Format("(D:20060102150405Z)")
		s += " /CreationDate " + date + " /ModDate " + date
	}
	return s
}

const producer = "fpdf"

// xmp returns the same as metadata in XML, and that the document conforms to
// PDF/UA-1 (ISO 14289-1).
func (d *Document) xmp() string {
	s := "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape(d.options.Title) + "</rdf:li></rdf:Alt></dc:title>\n" +
		"<dc:language><rdf:Bag><rdf:li>" + d.options.Lang + "</rdf:li></rdf:Bag></dc:language>\n" +
		"<pdf:Producer>" + producer + "</pdf:Producer>\n"
	if d.options.Creator != "" {
		s += "<xmp:CreatorTool>" + escape(d.options.Creator) + "</xmp:CreatorTool>\n"
	}
	if created := d.options.Created; !created.IsZero() {
		date := created.UTC().Format(time.RFC3339)
		s += "<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n"
	}
	return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n" +
		"<pdfuaid:part>1</pdfuaid:part>\n" + s +
		"</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
}

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}
