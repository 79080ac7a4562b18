// Package batch judges many sets of answers: a stream of lines in, a stream of
// lines out, in the same order, in memory that does not grow with them.
//
//	tally, err := batch.Run(ctx, protocol, in, out, batch.Options{
//		Report: report.Options{Program: "scarcheck 1.0.0", Now: now},
//	})
//
// A line in is an answers file, with an id if you like. A line out is its
// report, or what is wrong with it; a bad line never stops the others:
//
//	{"id": "p-17", "protocol": "acne-scar@1", "answers": {"worst": "mild"}}
//	{"id":"p-17","report":{"schema":"scarcheck.report-ids/1",...}}
//	{"id":null,"line":2,"error":{"question":"sex","message":"column 48: there is no such choice; ..."}}
//
// The report is the canonical one, compact, with ids and without texts: who
// reads a million lines wants no prose. With Texts it has them; with the
// format [CSV] a line is one row of a table.
//
// Whole lines travel in chunks from one reader over several workers to one
// writer; there are a few chunks and they go round, so memory is bounded. In a
// worker a line meets two short cuts, each with a slow path that means the same:
//
//   - scanner reads lines in the form programs write them. Of all others,
//     sound or not, quiz.ParseEntry decides.
//   - writer puts a report together from texts made ready in phrases. Tests
//     compare it with report.Build, byte for byte.
//
// No message ever holds an answer.
package batch
