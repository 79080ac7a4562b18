package main

import (
	"syscall"
	"unsafe"
)

// systemLocale is the locale of the signed-in person, such as en-US. Windows
// keeps it outside the environment.
func systemLocale() string {
	const longest = 85 // LOCALE_NAME_MAX_LENGTH
	var name [longest]uint16
	get := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultLocaleName")
	if get.Find() != nil {
		return ""
	}
	if n, _, _ := get.Call(uintptr(unsafe.Pointer(&name[0])), longest); n == 0 {
		return ""
	}
	return syscall.UTF16ToString(name[:])
}
