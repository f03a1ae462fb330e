// pdfcpu FILE.pdf...: pdfcpu reads each file strictly and finds nothing wrong.
// It is a judge only: what it writes has the day's date in it.
package main

import (
	"fmt"
	"os"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: pdfcpu FILE.pdf...")
		os.Exit(2)
	}
	model.ConfigPath = "disable" // it would write a folder into the user's home
	status := 0
	for _, file := range os.Args[1:] {
		if err := judge(file); err != nil {
			fmt.Printf("%s: %v\n", file, err)
			status = 1
		}
	}
	os.Exit(status)
}

func judge(file string) error {
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	return api.ValidateFile(file, conf)
}
