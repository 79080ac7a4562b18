// Package reading measures how easily a text reads: an English one by the years
// of school that it asks for, a Spanish one by its ease.
//
// [Grade] is the Flesch-Kincaid grade level, from J. P. Kincaid, R. P. Fishburne,
// R. L. Rogers and B. S. Chissom, "Derivation of new readability formulas
// (Automated Readability Index, Fog Count and Flesch Reading Ease Formula) for
// Navy enlisted personnel", Research Branch Report 8-75, Naval Technical Training
// Command, 1975:
//
//	0.39 * words / sentences + 11.8 * syllables / words - 15.59
//
// A grade of 6 is what a pupil of eleven or twelve reads with ease.
//
// [Ease] is the score of J. Fernández Huerta, "Medidas sencillas de
// lecturabilidad", Consigna 214, 1959, pages 29 to 32. As it was printed, it takes
// off more for more sentences, which are shorter ones; G. Law, "Error in the
// Fernandez Huerta Readability Formula", LINGUIST List 22.2332, 2011, shows what
// must be meant:
//
//	206.84 - 60 * syllables / words - 1.02 * words / sentences
//
// It runs the other way: an ease of 70 to 80 is what a pupil of that age reads.
//
// A text may have medical words that cannot be avoided and are explained
// elsewhere; given as terms, each counts as one short word, of one syllable in
// English and of two in Spanish, so that the score is that of the sentences
// around them:
//
//	reading.Grade("Isotretinoin can help.")                  // 17.0
//	reading.Grade("Isotretinoin can help.", "isotretinoin")  // -2.6
//	reading.Ease("La isotretinoína ayuda.")                  // -16.2
//	reading.Ease("La isotretinoína ayuda.", "isotretinoína") // 83.8
//
// What is counted:
//
//   - A word is a run of letters or digits, with the apostrophes, points and
//     commas inside it: "don't", "1,000" and "1,5" are one word. A hyphen parts
//     two words, and so does a slash.
//   - A sentence ends with . ! ? or … before a space or the end. A colon, a
//     semicolon and a line break end none, nor does the point of "e.g.", of
//     "Dr." or of "EE. UU.". A text without an end is one sentence.
//   - English syllables are guessed from the spelling, see [Syllables]. A number
//     counts as it is read aloud, roughly: up to 12 as its English word has them,
//     above that two for up to two digits, and three for more or with a point or
//     comma.
//   - Spanish syllables follow from the spelling, see [SpanishSyllables], and a
//     number has those of its words.
//
// The formulas were made for passages of a hundred words. On a single short
// sentence they swing widely; measure whole paragraphs where that is possible.
package reading
