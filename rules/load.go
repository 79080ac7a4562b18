package rules

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"scarcheck/rules/strict"
)

//go:embed data/*.yaml data/*.packed data/es
var data embed.FS

//go:generate go test . -run ^TestPackedFiles$ -update

// Folder is a folder of protocol files and the name to call it by in faults.
type Folder struct {
	FS   fs.FS
	Name string
	// Packed says that file.yaml may have a file.packed beside it, which is read
	// instead as long as it was made from that very file. Only the folders that
	// the program carries are so; see strict.ParsePacked.
	Packed bool
}

// Embedded is the folder of rules that the program carries.
func Embedded() Folder {
	sub, err := fs.Sub(data, "data")
	if err != nil {
		panic(err) // the name is fixed at build time
	}
	return Folder{FS: sub, Name: "rules/data", Packed: true}
}

// Files are the files of a guideline, in the order they are read. cases.yaml
// stands apart: it tests the guideline and is no part of it.
var Files = []string{
	"sources.yaml", "factors.yaml", "care.yaml", "tips.yaml", "treatments.yaml", "notes.yaml", "terms.yaml",
}

// Read returns the bytes of one file of the folder, and no more of them than
// show that it is too large. What is no regular file, such as a pipe, which
// could keep a reader waiting forever, is an error.
func (f Folder) Read(file string) ([]byte, error) {
	info, err := fs.Stat(f.FS, file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", file)
	}
	opened, err := f.FS.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = opened.Close() }() // nothing was written that could be lost
	return io.ReadAll(io.LimitReader(opened, strict.MaxBytes+1))
}

// Parse reads one file of the folder; a file that is missing or unreadable is
// a fault, and the node is zero.
func (f Folder) Parse(log *strict.Log, file string) strict.Node {
	src, err := f.Read(file)
	name := path.Join(f.Name, file)
	if err == nil {
		return f.parse(log, file, src)
	}
	why := "cannot be read"
	if errors.Is(err, fs.ErrNotExist) {
		why = "is missing"
	}
	log.Faultf(name, "this file %s; a protocol needs it", why)
	return strict.Node{}
}

func (f Folder) parse(log *strict.Log, file string, src []byte) strict.Node {
	name := path.Join(f.Name, file)
	if f.Packed {
		if packed, err := fs.ReadFile(f.FS, PackedName(file)); err == nil {
			return strict.ParsePacked(log, name, src, packed)
		}
	}
	return strict.Parse(log, name, src)
}

// PackedName is the name of the packed form of a file.
func PackedName(file string) string { return strings.TrimSuffix(file, ".yaml") + ".packed" }

// Load reads a guideline that speaks of the questions in v. All that is wrong
// goes to the log; the guideline is whole only if the log stays without faults.
func Load(log *strict.Log, from Folder, v *Vocabulary) *Guideline {
	l := &loader{Guideline: &Guideline{Vocabulary: v, marks: -1}, ids: map[string]bool{}}
	l.sources(from.Parse(log, "sources.yaml"))
	l.factors(from.Parse(log, "factors.yaml"))
	l.care(from.Parse(log, "care.yaml"))
	l.tips(from.Parse(log, "tips.yaml"))
	l.treatments(from.Parse(log, "treatments.yaml"))
	l.notes(from.Parse(log, "notes.yaml"))
	l.terms(from.Parse(log, "terms.yaml"))
	if log.Err() == nil {
		l.compile()
	}
	return l.Guideline
}

// loader fills a guideline file by file.
type loader struct {
	*Guideline
	ids map[string]bool // "kind id" of all entries so far
}

var kebab = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
})

// CheckID faults an id that is not kebab-case starting with a letter.
func CheckID(node strict.Node, id string) {
	if id != "" && !kebab().MatchString(id) {
		node.Faultf("id %q must be small letters, digits and single hyphens, and start with a letter", id)
	}
}

// id reads the id of an entry and sees that no two of a kind share one.
func (l *loader) id(m strict.Map, kind string) string {
	id := m.Text("id")
	if id == "" {
		return ""
	}
	CheckID(m.Get("id"), id)
	if l.ids[kind+" "+id] {
		m.Get("id").Faultf("%s %q stands here twice; give one of them another id", kind, id)
	}
	l.ids[kind+" "+id] = true
	return id
}

func (l *loader) scope() scope {
	return scope{vocabulary: l.Vocabulary, before: l.Vocabulary.Len(), factors: slices.Clip(append([]*Factor{}, l.Factors...))}
}

func (l *loader) when(m strict.Map) *Condition { return l.scope().condition(m.Get("when")) }

func (l *loader) maybeWhen(m strict.Map) *Condition { return l.scope().condition(m.Maybe("when")) }

// cites reads the sources of an entry: at least one, each known.
func (l *loader) cites(m strict.Map) []string { return l.Cites(m) }

// Cites reads the list "sources" of m and faults each that sources.yaml does
// not have. Questions, which a floor up has, cite the same way.
func (g *Guideline) Cites(m strict.Map) []string {
	known := make([]string, 0, len(g.Sources))
	for _, s := range g.Sources {
		known = append(known, s.ID)
	}
	var ids []string
	for _, node := range m.Get("sources").Items() {
		id := node.Text()
		switch {
		case id == "", len(known) == 0: // what is wrong stands in the log already
			continue
		case !slices.Contains(known, id):
			node.Faultf("no source %q in sources.yaml%s", id, strict.Suggest(id, known))
		case slices.Contains(ids, id):
			node.Faultf("source %q is named twice", id)
		}
		ids = append(ids, id)
	}
	return ids
}

func (l *loader) sources(file strict.Node) {
	for _, node := range file.Map("sources").Get("sources").Items() {
		m := node.Map("id", "title", "where", "known", "second_hand", "says")
		s := &Source{
			ID: l.id(m, "source"), Title: m.Text("title"), Where: m.Text("where"), Known: m.Text("known"),
			SecondHand: m.MaybeText("second_hand"), Says: m.Text("says"),
		}
		if s.Known != "" && !slices.Contains(Known, s.Known) {
			m.Get("known").Faultf("%q does not say how much was read: write one of %s", s.Known, strings.Join(Known, ", "))
		}
		if s.Known == "summary" && s.SecondHand == "" {
			node.Faultf("source %q is second-hand: \"second_hand\" must say what page reports it", s.ID)
		}
		l.Sources = append(l.Sources, s)
	}
}

func (l *loader) factors(file strict.Node) {
	for _, node := range file.Map("factors").Get("factors").Items() {
		m := node.Map("id", "name", "when", "text", "evidence", "sources")
		scope := l.scope()
		scope.above = true
		f := &Factor{
			ID: l.id(m, "factor"), Name: m.Text("name"), When: scope.condition(m.Get("when")), Text: m.Text("text"),
			Evidence: m.Text("evidence"), Sources: l.cites(m), place: len(l.Factors),
		}
		l.Factors = append(l.Factors, f)
	}
}

func (l *loader) tips(file strict.Node) {
	for _, node := range file.Map("tips").Get("tips").Items() {
		m := node.Map("id", "title", "always", "when", "text", "sources")
		t := &Tip{
			ID: l.id(m, "tip"), Title: m.Text("title"), Always: m.MaybeBool("always"), When: l.maybeWhen(m),
			Text: m.Text("text"), Sources: l.cites(m),
		}
		if always := m.Has("always") && m.MaybeText("always") != "false"; !always && !m.Has("when") && t.ID != "" {
			node.Faultf("tip %q would never be given: say \"always: true\", or \"when\"", t.ID)
		}
		l.Tips = append(l.Tips, t)
	}
}

func (l *loader) notes(file strict.Node) {
	m := file.Map("notes", "ask")
	for _, node := range m.Get("notes").Items() {
		n := node.Map("id", "title", "first", "when", "text", "sources")
		l.Notes = append(l.Notes, &Note{
			ID: l.id(n, "note"), First: n.MaybeBool("first"), Title: n.Text("title"), When: l.maybeWhen(n), Text: n.Text("text"), Sources: l.cites(n),
		})
	}
	for _, node := range m.Get("ask").Items() {
		n := node.Map("id", "when", "text", "sources")
		l.Ask = append(l.Ask, &Note{
			ID: l.id(n, "question to ask"), When: l.maybeWhen(n), Text: n.Text("text"), Sources: l.cites(n),
		})
	}
}

func (l *loader) terms(file strict.Node) {
	for _, node := range file.Map("terms").Get("terms").Items() {
		m := node.Map("term", "plain")
		l.Terms = append(l.Terms, Term{Term: m.Text("term"), Plain: m.Text("plain")})
	}
}
