package main

import (
	"github.com/spf13/cobra"

	"tongbao/sources/recognise"
)

func checkVerb(c *cobra.Command, u *ui) {
	var source sourceOptions
	var severity severityOptions
	var office fontOptions
	var house houseOptions
	var annotator annotator
	source.addFlags(c)
	severity.addFlags(c)
	office.addFlags(c)
	house.addFlags(c)
	annotator.addFlags(c)
	explain := c.Flags().Bool("explain-layout", false, "说明台账是怎样认的：哪一行是表头、每一栏读作什么、略过了什么")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := severity.validate(); err != nil {
			return err
		}
		if err := twice(args); err != nil {
			return err
		}
		l, err := source.loader(u)
		if err != nil {
			return err
		}
		files := u.expand(args)
		if err := annotator.begin(files, house.reads(source.reads(files))); err != nil {
			return err
		}
		look, err := u.openLook("check", house, office, &severity)
		if err != nil {
			return err
		}
		var done []ledgerJSON
		for _, file := range files {
			d := &draft{file: file}
			d.err = guard(func() error {
				if err := c.Context().Err(); err != nil {
					return err
				}
				if d.prepare(c.Context(), l, look.setup); *explain && d.err == nil {
					d.layout = recognise.Explain(d.book, &d.info)
				}
				d.problems = severity.apply(d.problems)
				if d.err != nil {
					return d.err
				}
				return annotator.write(d)
			})
			u.checked(d)
			u.substituted(d, look.fonts, look.setup)
			done = append(done, u.keep(d))
		}
		u.departed(look.rules)
		return u.conclude("check", done)
	}
}
