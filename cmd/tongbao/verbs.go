package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// A verb is one row of the table; help is made from it, and a test holds README
// to it.
type verb struct {
	use, short string
	min, max   int // arguments it takes; max < 0: any number
	build      func(c *cobra.Command, u *ui)
}

func verbs() []verb {
	return []verb{
		{"make 台账.xlsx...", "由台账生成通报（DOCX 和 PDF）", 1, -1, makeVerb},
		{"check 台账.xlsx...", "检查台账，不生成文件", 1, -1, checkVerb},
		{"new 台账.xlsx", "新建一份空白台账模板", 1, 1, newVerb},
		{"status 台账.xlsx...", "统计整改进度：完成率、逾期、近期到期", 1, -1, statusVerb},
		{"diff 旧台账.xlsx 新台账.xlsx", "比较一份台账的前后两个版本", 2, 2, diffVerb},
		{"merge 台账.xlsx... -o 汇总.xlsx", "把几份台账合并成一份", 1, -1, mergeVerb},
		{"fonts [台账.xlsx]", "列出 PDF 用的字体、收了哪些字，台账里哪些字用后备字体", 0, 1, fontsVerb},
		{"template [模板.docx]", "看 Word 模板里有哪些占位，或新建一份模板", 0, 1, templateVerb},
		{"explain [代码]", "说明一条规则；不写代码则列出全部", 0, 1, explainVerb},
		{"version", "显示版本和内嵌字体", 0, 0, versionVerb},
	}
}

// root is the command line. A workbook alone, as when it is dragged onto the
// program, means make.
func root(u *ui) *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click is answered in Chinese, by ui.pause
	cobra.EnableCommandSorting = false
	c := &cobra.Command{Use: "tongbao", SilenceErrors: true, SilenceUsage: true, Args: cobra.ArbitraryArgs,
		Short: "由巡察整改台账生成《关于巡察整改情况的社会通报》"}
	c.SuggestionsMinimumDistance = 2
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetOut(u.out)
	c.SetErr(u.err)
	c.SetHelpTemplate(helpTemplate)
	c.SetUsageTemplate(helpTemplate)
	c.SetFlagErrorFunc(flagError)
	c.PersistentFlags().BoolP("help", "h", false, "显示用法")
	c.PersistentFlags().BoolVar(&u.json, "json", u.json, "结果写成 JSON（供程序读取）")
	c.PersistentFlags().BoolVarP(&u.quiet, "quiet", "q", false, "只显示错误")
	asked := c.Flags().BoolP("version", "v", false, "显示版本和内嵌字体")
	for _, v := range verbs() {
		c.AddCommand(v.command(u))
	}
	c.SetHelpCommand(&cobra.Command{Use: "help [命令]", Short: "显示用法", Hidden: true, RunE: help})
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *asked && len(args) == 0 {
			u.verb = "version"
			return u.version()
		}
		return bare(c, u, args)
	}
	return c
}

func (v verb) command(u *ui) *cobra.Command {
	c := &cobra.Command{Use: v.use, Short: v.short, DisableFlagsInUseLine: true}
	c.Args = func(_ *cobra.Command, args []string) error {
		if len(args) < v.min || v.max >= 0 && len(args) > v.max {
			return usageError("用法：tongbao " + v.use + "；选项见 tongbao " + c.Name() + " --help")
		}
		return nil
	}
	v.build(c, u)
	return c
}

// bare is a command line without a verb.
func bare(c *cobra.Command, u *ui, args []string) error {
	if len(args) == 0 && u.json {
		return usageError("要写命令，如 tongbao check 台账.xlsx --json")
	}
	if len(args) == 0 {
		return c.Help()
	}
	if allFiles(args) {
		u.verb = "make"
		return runMake(c.Context(), u, args, makeOptions{})
	}
	message := "没有这个命令：" + args[0]
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		message += "；是不是 tongbao " + near[0] + "？"
	}
	return usageError(message + "；全部命令见 tongbao --help")
}

// allFiles reports whether args are files or folders rather than a mistyped verb:
// they are there, or have a workbook's ending.
func allFiles(args []string) bool {
	for _, a := range args {
		if _, err := os.Stat(a); err != nil && !strings.EqualFold(filepath.Ext(a), ".xlsx") {
			return false
		}
	}
	return true
}

func help(c *cobra.Command, args []string) error {
	found, _, err := c.Root().Find(args)
	if err != nil || !found.HasParent() && len(args) > 0 {
		return usageError("没有这个命令：" + strings.Join(args, " ") + "；全部命令见 tongbao --help")
	}
	return found.Help()
}

const helpTemplate = `{{if .Long}}{{.Long}}{{else}}{{.Short}}{{end}}

用法：
  {{if .HasParent}}tongbao {{.Use}} [选项]{{else}}tongbao 命令 [选项]
  把台账文件或文件夹拖到程序图标上，等于 tongbao make 台账.xlsx{{end}}
{{if .HasAvailableSubCommands}}
命令：{{range .Commands}}{{if not .Hidden}}
  {{rpad .Name 8}} {{.Short}}{{end}}{{end}}
{{end}}{{if .HasAvailableLocalFlags}}
选项：
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
通用选项：
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}
退出码：0 成功；1 台账有错；2 用法不对；3 文件读写不了；70 程序出错；130 中断
`
