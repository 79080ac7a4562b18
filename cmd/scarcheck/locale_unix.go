//go:build unix

package main

// systemLocale is the locale that the system keeps outside the environment;
// here the environment is all there is.
func systemLocale() string { return "" }
