package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tongbao/sources/problem"
)

// severityOptions say which warnings count.
type severityOptions struct {
	strict bool
	ignore []string
}

func (o *severityOptions) addFlags(c *cobra.Command) {
	c.Flags().BoolVar(&o.strict, "strict", false, "有提醒也算不通过")
	c.Flags().StringSliceVar(&o.ignore, "ignore", nil, "不显示这些`代码`的提醒，如 L103,L436（错误不能忽略）")
}

// validate refuses to silence what is no warning.
func (o *severityOptions) validate() error {
	for i, code := range o.ignore {
		code = strings.ToUpper(code)
		o.ignore[i] = code
		e, ok := registry().Find(problem.Code(code))
		switch {
		case !ok:
			return usageError("没有这个代码：" + code + "；全部代码见 tongbao explain")
		case e.Severity == problem.Error:
			return usageError(code + " 是错误，不能忽略；改好台账后再运行")
		}
	}
	return nil
}

// apply leaves out ignored warnings; with strict the others become errors.
func (o *severityOptions) apply(l problem.List) problem.List {
	l = slices.DeleteFunc(l, func(p problem.Problem) bool {
		return p.Severity == problem.Warning && slices.Contains(o.ignore, string(p.Code))
	})
	if o.strict {
		for i := range l {
			l[i].Severity = problem.Error
		}
	}
	return l
}
