// Package strict reads YAML the way a careful colleague does: it accepts a
// small, plain part of the language, keeps the place of everything it read,
// and names all that is wrong at once.
//
// A loader parses each file into a [Node], takes what it needs from it, and
// asks the [Log] at the end whether anything was wrong:
//
//	var log strict.Log
//	root := strict.Parse(&log, "tips.yaml", src).Map("tips")
//	for _, item := range root.Get("tips").Items() {
//		tip := item.Map("id", "title", "always")
//		add(tip.Text("id"), tip.Text("title"), tip.MaybeBool("always"))
//	}
//	if err := log.Err(); err != nil {
//		return err
//	}
//
// Nothing in between has to be checked. A method that does not find what it
// wants logs a [Fault] and returns its zero value, and the zero [Node] keeps
// silent, because the reason for its absence stands in the log already. A
// fault shows its line:
//
//	tips.yaml:3:5: unknown key "titel", did you mean "title"? Known here: id, title, always
//	          titel: Hands off
//	          ^
//
// Scalars are text. An unquoted no, 1e3 or 2024-01-01 stays what was typed;
// only [Node.Bool] and [Node.Int] read more into it. What could make two
// readers see two things is refused: anchors, aliases, tags, merge keys,
// directives, a second document, tabs, control characters, characters nobody
// can see, and keys given twice. So is what could exhaust the machine: files
// above 1 MiB and nesting deeper than 64.
//
// To read YAML well takes longer than all that a program then does with it. A
// program that carries its files can carry [Node.Packed] beside each, from which
// [ParsePacked] gives the same tree in a tenth of the time, as long as the file
// is the one it was packed from.
package strict
