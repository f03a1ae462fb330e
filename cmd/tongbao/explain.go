package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/report/house"
	"tongbao/report/layout"
	"tongbao/report/notice"
	"tongbao/report/template"
	"tongbao/sources/census"
	"tongbao/sources/check"
	"tongbao/sources/info"
	"tongbao/sources/merge"
	"tongbao/sources/picture"
	"tongbao/sources/problem"
	"tongbao/sources/recognise"
	"tongbao/sources/xlsx"
)

// registry joins the codes of every room, in code order.
func registry() problem.Registry {
	all := slices.Concat(xlsx.Codes(), census.Codes(), recognise.Codes(), info.Codes(), check.Codes(), merge.Codes(), notice.Codes(),
		layout.Codes(), house.Codes(), template.Codes(), fontCodes(), picture.Codes())
	slices.SortFunc(all, func(a, b problem.Entry) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return all
}

func explainVerb(c *cobra.Command, u *ui) {
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return u.entries(registry())
		}
		code := problem.Code(strings.ToUpper(args[0]))
		e, ok := registry().Find(code)
		if !ok {
			return usageError("没有这个代码：" + args[0] + "；全部代码见 tongbao explain")
		}
		return u.entry(e)
	}
}

// entries lists every rule.
func (u *ui) entries(all problem.Registry) error {
	if u.json {
		return u.writeJSON(rulesJSON{Verb: "explain", Rules: entriesJSON(all)})
	}
	for _, e := range all {
		if _, err := fmt.Fprintf(u.out, "%s  %s  %s\n", e.Code, e.Severity, e.Title); err != nil {
			return err
		}
	}
	return nil
}

// entry explains one rule.
func (u *ui) entry(e problem.Entry) error {
	if u.json {
		return u.writeJSON(ruleJSON{Verb: "explain", entryJSON: entriesJSON(problem.Registry{e})[0]})
	}
	_, err := fmt.Fprintf(u.out, "%s（%s）%s\n%s\n", e.Code, e.Severity, e.Title, e.Why)
	return err
}
