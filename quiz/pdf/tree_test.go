package pdf_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"scarcheck/quiz/pdf"
	"scarcheck/quiz/quiztest"
)

// tree checks what a reader aloud relies on, over a file's objects as qpdf
// lists them.
type tree struct {
	t       *testing.T
	objects map[string]any
	placed  map[string]string // a piece of content or a link: its element
	links   int
}

type dict = map[string]any

// readTree checks that each piece of content and each link has one place in the
// tree of elements, and the same in its table of parents; that nothing is drawn
// outside a piece of content; and what PDF/UA-1 asks of links and figures.
func readTree(t *testing.T, path string) *tree {
	t.Helper()
	var file struct {
		QPDF []json.RawMessage `json:"qpdf"`
	}
	out := quiztest.Run(t, "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path)
	if err := json.Unmarshal([]byte(out), &file); err != nil {
		t.Fatal(err)
	}
	tr := &tree{t: t, placed: map[string]string{}}
	if err := json.Unmarshal(file.QPDF[1], &tr.objects); err != nil {
		t.Fatal(err)
	}
	catalog := tr.get(tr.objects["trailer"].(dict)["value"].(dict)["/Root"])
	root := tr.get(catalog["/StructTreeRoot"])
	tr.element(root["/K"].(string), catalog["/StructTreeRoot"].(string))
	parents := map[string]any{}
	numbers := tr.get(root["/ParentTree"])["/Nums"].([]any)
	for i := 0; i < len(numbers); i += 2 {
		parents[fmt.Sprint(numbers[i])] = numbers[i+1]
	}
	pages := tr.get(catalog["/Pages"])["/Kids"].([]any)
	content := 0
	for _, page := range pages {
		content += tr.page(page.(string), parents)
	}
	if content+tr.links != len(tr.placed) {
		t.Errorf("%d pieces of content and %d links, but %d places in the tree", content, tr.links, len(tr.placed))
	}
	if len(parents) != len(pages)+tr.links {
		t.Errorf("table of parents has %d entries", len(parents))
	}
	return tr
}

// get follows a reference, to the dictionary of a stream too.
func (tr *tree) get(v any) dict {
	tr.t.Helper()
	ref, ok := v.(string)
	if !ok {
		return v.(dict)
	}
	object, ok := tr.objects["obj:"+ref].(dict)
	if !ok {
		tr.t.Fatalf("no object %s", ref)
	}
	if stream, ok := object["stream"].(dict); ok {
		return stream["dict"].(dict)
	}
	return object["value"].(dict)
}

func (tr *tree) element(ref, parent string) {
	e := tr.get(ref)
	if e["/P"] != parent {
		tr.t.Errorf("element %s says its parent is %v, not %s", ref, e["/P"], parent)
	}
	if e["/S"] == "/Figure" && e["/Alt"] == nil {
		tr.t.Errorf("figure %s has no words", ref)
	}
	for _, kid := range e["/K"].([]any) {
		if child, ok := kid.(string); ok {
			tr.element(child, ref)
			continue
		}
		k := kid.(dict)
		place := fmt.Sprint(k["/Pg"], " content ", k["/MCID"])
		if k["/Type"] == "/OBJR" {
			place = fmt.Sprint("link ", k["/Obj"])
			if e["/S"] != "/Link" {
				tr.t.Errorf("%s stands in %v", place, e["/S"])
			}
		}
		if tr.placed[place] != "" {
			tr.t.Errorf("%s has two places", place)
		}
		tr.placed[place] = ref
	}
}

var operator = regexp.MustCompile(`/(\w+) <</MCID (\d+).*?>> BDC|(/Artifact) .*|\bEMC\b|\((?:\\.|[^\\)])*\)(?s: Tj)|[ \n](?:f|S|B)\n`)

// page checks a page's content and links, and returns how many pieces of
// content there are.
func (tr *tree) page(ref string, parents dict) int {
	page := tr.get(ref)
	owners := parents[fmt.Sprint(page["/StructParents"])].([]any)
	stream := tr.objects["obj:"+page["/Contents"].(string)].(dict)["stream"].(dict)["data"].(string)
	content, err := base64.StdEncoding.DecodeString(stream)
	if err != nil {
		tr.t.Fatal(err)
	}
	inside, pieces := false, 0
	for _, found := range operator.FindAllSubmatch(content, -1) {
		op := string(found[0])
		switch {
		case strings.HasSuffix(op, "BDC") || strings.HasPrefix(op, "/Artifact"):
			if inside {
				tr.t.Errorf("%s within another", op)
			}
			inside = true
		case op == "EMC":
			inside = false
		case !inside:
			tr.t.Errorf("%q is drawn outside the tree and decoration", op)
		}
		if len(found[2]) == 0 {
			continue
		}
		if number, _ := strconv.Atoi(string(found[2])); number != pieces {
			tr.t.Errorf("content %d comes at %d", number, pieces)
		}
		owner := tr.placed[fmt.Sprint(ref, " content ", string(found[2]))]
		if owner == "" || owner != owners[pieces] || tr.get(owner)["/S"] != "/"+string(found[1]) {
			tr.t.Errorf("%s of %s belongs to %q in the tree, %v in the table", op, ref, owner, owners[pieces])
		}
		pieces++
	}
	if pieces != len(owners) {
		tr.t.Errorf("%d pieces of content, %d parents", pieces, len(owners))
	}
	tr.annotations(page, parents)
	return pieces
}

func (tr *tree) annotations(page, parents dict) {
	for _, ref := range page["/Annots"].([]any) {
		tr.links++
		a := tr.get(ref)
		owner := tr.placed[fmt.Sprint("link ", ref)]
		if owner == "" || parents[fmt.Sprint(a["/StructParent"])] != owner {
			tr.t.Errorf("link %v belongs to %q in the tree, %v in the table", ref, owner, parents[fmt.Sprint(a["/StructParent"])])
		}
		if a["/Contents"] == nil || page["/Tabs"] != "/S" {
			tr.t.Errorf("link %v has no words, or no place in the order of the page", ref)
		}
	}
}

func TestTree(t *testing.T) {
	tr := readTree(t, save(t, sample()))
	catalog := tr.get(tr.objects["trailer"].(dict)["value"].(dict)["/Root"])
	for key, want := range map[string]string{
		"/Lang": "u:en", "/MarkInfo": "map[/Marked:true]", "/ViewerPreferences": "map[/DisplayDocTitle:true]",
	} {
		if got := fmt.Sprint(catalog[key]); got != want {
			t.Errorf("%s is %s, not %s", key, got, want)
		}
	}
	var uris []string
	for _, object := range tr.objects {
		if value, ok := object.(dict)["value"].(dict); ok && value["/Subtype"] == "/Link" {
			uris = append(uris, value["/A"].(dict)["/URI"].(string))
		}
	}
	if want := []string{`u:https://example.org/tea?a=(1)&b=\2`}; !slices.Equal(uris, want) {
		t.Errorf("links lead to %q, not %q", uris, want)
	}
}

// A link over two lines is one element with two areas.
func TestLinkOverLines(t *testing.T) {
	d := pdf.New(options)
	f := d.Flow(pdf.Box{X: 50, Y: 50, W: 100, H: 100})
	d.Begin(pdf.P)
	d.BeginLink("mailto:tea@example.org")
	f.Lines(10, body, body.Wrap("Write to the people who know about tea", 90))
	d.End()
	d.End()
	path := save(t, d)
	tr := readTree(t, path)
	if tr.links != 2 || len(tr.placed) != 3 {
		t.Errorf("%d links, %d places in the tree", tr.links, len(tr.placed))
	}
	if got := quiztest.Run(t, "pdfinfo", "-url", path); strings.Count(got, "mailto:tea@example.org") != 2 {
		t.Errorf("links: %s", got)
	}
}

func TestOutline(t *testing.T) {
	d := pdf.New(options)
	for i, level := range []int{0, 1, 1, 2, 0, 1} {
		if i%2 == 0 {
			d.AddPage()
		}
		d.Bookmark(level, float64(100*i), fmt.Sprintf("(%d) 日", i))
	}
	var file struct {
		Outlines json.RawMessage
	}
	out := quiztest.Run(t, "qpdf", "--json=2", "--json-key=outlines", save(t, d))
	if err := json.Unmarshal([]byte(out), &file); err != nil {
		t.Fatal(err)
	}
	type entry struct {
		Title string
		Page  int `json:"destpageposfrom1"`
		Kids  []entry
	}
	var entries []entry
	if err := json.Unmarshal(file.Outlines, &entries); err != nil {
		t.Fatal(err)
	}
	want := "[{(0) 日 1 [{(1) 日 1 []} {(2) 日 2 [{(3) 日 2 []}]}]} {(4) 日 3 [{(5) 日 3 []}]}]"
	if got := fmt.Sprint(entries); got != want {
		t.Errorf("outline %s, want %s", got, want)
	}
}
