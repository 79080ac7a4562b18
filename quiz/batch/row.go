package batch

import (
	"bytes"
	"encoding/json"
	"strings"
)

// row writes the answers at hand as one row of a table.
func (j *judge) row(id []byte) {
	j.field(id)
	j.protocol.Guideline.JudgeCare(j.e, &j.care)
	j.say(",", j.care.ID(), ",", j.could().id)
	for i := range j.factors {
		j.say(",", statuses[j.e.Factors[i]])
	}
	j.say("\r\n")
}

// field writes an id as RFC 4180 wants it: in quotes if there is a quote or a
// comma in it, its quotes doubled. Line ends are not in ids.
func (j *judge) field(id []byte) {
	text, ok := bytes.CutPrefix(id, []byte(`"`))
	text = bytes.TrimSuffix(text, []byte(`"`))
	if ok && bytes.IndexByte(text, '\\') >= 0 {
		var plain string
		if json.Unmarshal(id, &plain) == nil {
			text = []byte(plain)
		}
	}
	if !bytes.ContainsAny(text, `",`) {
		j.out = append(j.out, text...)
		return
	}
	j.say(`"`, strings.ReplaceAll(string(text), `"`, `""`), `"`)
}
