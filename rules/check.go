package rules

// nodeLimit is how many nodes the proofs may use. The embedded protocol needs
// a small part of it.
const nodeLimit = 2_000_000
