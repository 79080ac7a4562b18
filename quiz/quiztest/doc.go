// Package quiztest is what the tests of several packages share: goldens, and
// the programs of others that drawings are checked with. Nothing but tests
// imports it.
//
//	quiztest.Golden(t, "testdata/full.golden.html", page)   // -update rewrites it
//	out := quiztest.Run(t, "qpdf", "--check", file)         // skips where qpdf is missing
//	out := quiztest.Node(t, "testdata/axe.mjs", file)       // with the packages of .ci/npm
//
// A tool that is missing skips the test and says what to install. Under
// SCARCHECK_REQUIRE_TOOLS=1, as in .ci/run, it fails it.
package quiztest
