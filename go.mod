module scarcheck

go 1.26.0

require (
	charm.land/bubbles/v2 v2.2.1 // github.com/charmbracelet/bubbles: keys and their help
	charm.land/bubbletea/v2 v2.1.1 // github.com/charmbracelet/bubbletea: the full screen
	charm.land/huh/v2 v2.0.3 // github.com/charmbracelet/huh: the fields of a question
	charm.land/lipgloss/v2 v2.0.6 // github.com/charmbracelet/lipgloss: styles
	codeberg.org/go-pdf/fpdf v0.12.0 // PDF: content of pages, fonts cut to what is used
	github.com/charmbracelet/colorprofile v0.4.3 // how many colours a terminal has, NO_COLOR
	github.com/charmbracelet/x/ansi v0.11.9 // width and wrapping of text in cells
	github.com/charmbracelet/x/term v0.2.2 // whether a stream is a terminal, its size
	github.com/creack/pty v1.1.24 // tests: a pseudo-terminal
	github.com/go-fonts/liberation v0.3.3 // the fonts in a PDF
	github.com/gofrs/flock v0.13.1 // one scarcheck at a time writes to the data folder
	github.com/hinshun/vt10x v0.0.0-20220301184237-5011da428d02 // tests: a terminal emulator
	github.com/rogpeppe/go-internal v1.16.0 // tests: the command line as stories
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // tests: FHIR against its JSON schema
	github.com/spf13/cobra v1.10.2 // verbs, flags, help, completion
	github.com/spf13/pflag v1.0.9 // flags, as man pages and messages tell them
	github.com/yuin/goldmark v1.7.13 // tests: Markdown, rendered
	go.yaml.in/yaml/v4 v4.0.0 // YAML nodes with their places
	golang.org/x/net v0.52.0 // tests: HTML, as a browser reads it
	golang.org/x/text v0.36.0 // a letter and its accent as one, which the fonts have
	rsc.io/qr v0.2.0 // the QR code on the page
)

require (
	github.com/atotto/clipboard v0.1.4 // indirect
	github.com/catppuccin/go v0.2.0 // indirect
	github.com/charmbracelet/ultraviolet v0.0.0-20261008173134-6b8d4baf91b4 // indirect
	github.com/charmbracelet/x/exp/ordered v0.1.0 // indirect
	github.com/charmbracelet/x/exp/strings v0.0.0-20240722160745-212f7b056ed0 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/dustin/go-humanize v1.0.1 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-runewidth v0.0.30 // indirect
	github.com/mitchellh/hashstructure/v2 v2.0.2 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/xo/terminfo v1.0.0 // indirect
	golang.org/x/sync v0.22.0 // indirect
	golang.org/x/sys v0.47.0 // indirect
	golang.org/x/tools v0.43.0 // indirect
)
