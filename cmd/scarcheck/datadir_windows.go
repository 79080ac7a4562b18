package main

// userData is the user's folder for the data of programs on this machine, which
// is not copied to others.
func (p *process) userData() string { return p.getenv("LOCALAPPDATA") }
