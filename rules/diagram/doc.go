// Package diagram holds decision diagrams: functions from the answers to a
// row of questions to a small value, drawn so that equal functions are the
// same [Ref] and every question about all answers at once is answered by a
// walk over a few hundred nodes, however many answers there are.
//
// A [Store] has one level for each question, in the order they are asked, and
// a node has one branch for each class of answers, not two: a question of
// which seven choices may be combined at will has 127 answers, and as bits it
// would need seven levels, rules to keep out what nobody can answer, and an
// encoding between every proof and the answers a person sees. The ends are
// values from 0 to 255, not just true and false: a rule has three, a level of
// care has six. Both are why no library is used. The one for Go that is kept
// up, dalzilio/rudd, is binary and two-valued, so each rule would be two
// diagrams and each question several variables; and it is larger than this.
//
//	s := diagram.New([]diagram.Level{{Weights: []uint64{1, 3}, Costs: []int{1, 0}}, ...}, 1<<20)
//	deep := s.Test(0, []uint8{1, 0})     // 1 in the first class of answers to question 0
//	bad := s.Apply(and, deep, other)     // and is an operation made by s.Binary
//	s.Count(bad, 1)                      // for how many answers, exactly
//	s.Shortest(bad, 1, nil)              // the least that must be answered to get there
//
// A store that grows past its limit stops at once: [Store.Try] returns
// [ErrTooBig].
package diagram
