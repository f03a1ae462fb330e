package main

import (
	"github.com/spf13/cobra"

	"tongbao/fonts"
	"tongbao/report/setup"
)

func checkVerb(c *cobra.Command, u *ui) {
	var source sourceOptions
	var severity severityOptions
	var annotator annotator
	source.addFlags(c)
	severity.addFlags(c)
	annotator.addFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := severity.validate(); err != nil {
			return err
		}
		l, err := source.loader(u)
		if err != nil {
			return err
		}
		files := u.expand(args)
		if err := annotator.begin(files); err != nil {
			return err
		}
		s := setup.Standard(fonts.Embedded())
		var done []ledgerJSON
		for _, file := range files {
			d := &draft{file: file}
			d.err = guard(func() error {
				if err := c.Context().Err(); err != nil {
					return err
				}
				d.prepare(c.Context(), l, s)
				d.problems = severity.apply(d.problems)
				if d.err != nil {
					return d.err
				}
				return annotator.write(d)
			})
			u.checked(d)
			done = append(done, u.keep(d))
		}
		return u.conclude("check", done)
	}
}
