// Package quiztest is what the tests of several packages share: goldens, the
// programs of others that drawings are checked with, and languages made up to
// find what is said past the catalogues or runs out of room. Nothing but tests
// imports it.
//
//	quiztest.Golden(t, "testdata/full.golden.html", page)   // -update rewrites it
//	out := quiztest.Run(t, "qpdf", "--check", file)         // skips where qpdf is missing
//	p := quiztest.Reworded(t, quiztest.Greek)               // then Unmarked lists what is left in Latin letters
//	out := quiztest.Node(t, "testdata/axe.mjs", file)       // with the packages of .ci/npm
//
// A tool that is missing skips the test and says what to install. Under
// SCARCHECK_REQUIRE_TOOLS=1, as in .ci/run, it fails it.
package quiztest
