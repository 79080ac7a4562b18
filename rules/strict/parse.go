package strict

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// MaxBytes is the size of the largest file that Parse takes: 1 MiB.
const MaxBytes = 1 << 20

const maxDepth = 64

// errDeep is what the YAML library is stopped with; its text becomes the fault.
var errDeep = errors.New("nested deeper than 64 levels; that is more than this format ever needs")

// Parse reads one file, of at most 1 MiB, into its root node. The name is only
// for the faults. What is wrong goes into the log; when that leaves nothing to
// go on with, as after a syntax fault, Parse returns the zero Node.
func Parse(l *Log, file string, src []byte) Node {
	l.mention(file)
	if len(src) > MaxBytes {
		l.Faultf(file, "the file is larger than 1 MiB; split it or make it smaller")
		return Node{}
	}
	// Some editors begin UTF-8 files with a byte order mark. It is no content.
	s := &source{log: l, file: file, text: strings.TrimPrefix(string(src), "\uFEFF")}
	if !s.checkChars() {
		return Node{}
	}
	root := s.document()
	if root == nil {
		return Node{}
	}
	s.audit(root, 1)
	return Node{s, root}
}

// document returns the root of the only document, or nil after logging why
// there is none.
func (s *source) document() *yaml.Node {
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *yaml.DepthContext) error {
		if depth > maxDepth {
			return errDeep
		}
		return nil
	}))
	loader, err := yaml.NewLoader(bytes.NewReader([]byte(s.text)), yaml.WithPlugin(limits))
	if err != nil {
		s.faultf(1, 1, "cannot be read: %v", err)
		return nil
	}
	var first, second yaml.Node
	if err := loader.Load(&first); err != nil && !errors.Is(err, io.EOF) {
		s.syntaxFault(err)
		return nil
	}
	if len(first.Content) == 0 || isEmpty(first.Content[0]) {
		s.faultf(1, 1, "the file is empty; it needs a map or a list")
		return nil
	}
	switch err := loader.Load(&second); {
	case err == nil:
		s.faultf(second.Line, second.Column, "a second document starts here; one file holds one document")
		return nil
	case !errors.Is(err, io.EOF):
		s.syntaxFault(err)
		return nil
	}
	root := first.Content[0]
	s.checkDirectives(root.Line)
	return root
}

// checkDirectives faults the lines above the root that begin with a percent
// sign: nothing else can stand there.
func (s *source) checkDirectives(root int) {
	number := 0
	for line := range strings.Lines(s.text) {
		number++
		if number >= root {
			return
		}
		if strings.HasPrefix(line, "%") {
			s.faultf(number, 1, "%s", directives)
		}
	}
}
