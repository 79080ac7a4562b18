package draw

import "scarcheck/quiz/report"

// runs splits blocks where another kind of list begins, so that each run is
// drawn as one: entries as a list, facts and blanks as pairs. Anything else is
// a run of its own.
func runs(blocks []report.Block) [][]report.Block {
	var all [][]report.Block
	for i := range blocks {
		kind := listed(blocks[i].Kind)
		if last := len(all) - 1; i > 0 && kind == listed(blocks[i-1].Kind) && (kind == report.Point || kind == report.Fact) {
			all[last] = append(all[last], blocks[i])
			continue
		}
		all = append(all, blocks[i:i+1:i+1])
	}
	return all
}

// listed is the kind of list that a block of this kind stands in: a blank is a
// fact to come.
func listed(kind report.Kind) report.Kind {
	if kind == report.Blank {
		return report.Fact
	}
	return kind
}
