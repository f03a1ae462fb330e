package progress_test

import (
	"strings"
	"testing"

	"tongbao/sources/progress"
)

// Titles of one person stay together; people who stand alone elsewhere do not.
func TestLeaders(t *testing.T) {
	for _, c := range []struct{ name, leaders, want string }{
		{"titles", "党组书记、局长|党组书记、局长", "党组书记、局长"},
		{"titles and others", "党组书记、局长|分管副局长", "党组书记、局长 分管副局长"},
		{"people", "甲副局长|乙副局长|甲副局长、乙副局长", "甲副局长 乙副局长"},
		{"one of them unknown", "甲副局长|甲副局长、丙副局长", "甲副局长 甲副局长、丙副局长"},
		{"lines", `党组书记、局长\n分管副局长`, "党组书记、局长 分管副局长"},
		{"semicolon", "局长；分管副局长", "局长 分管副局长"},
		{"blanks", "局 长|局长", "局 长"},
		{"brackets", "局长（含工会、党办）|局长（含工会、党办）", "局长（含工会、党办）"},
		{"none", "无|局长", progress.Unnamed + " 局长"},
	} {
		text := heading
		for _, leader := range strings.Split(c.leaders, "|") {
			text += "甲|一|1|问题|情况|已完成|" + leader + "|办公室|立行立改\n"
		}
		var names []string
		for _, r := range progress.Of(parse(t, text), "", june30).Leaders {
			if r.Name == "" {
				r.Name = progress.Unnamed
			}
			names = append(names, r.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestOffices(t *testing.T) {
	for cell, want := range map[string]string{
		"办公室、财务室":        "办公室|财务室",
		"办公室，财务室；人事股":    "办公室|财务室|人事股",
		"财务室（含核算、出纳）":    "财务室（含核算、出纳）",
		`体育股\n区文化馆\n——`:  "体育股|区文化馆",
		"、":              "",
		"各股（馆）室、文物股（非遗）": "各股（馆）室|文物股（非遗）",
	} {
		var names []string
		for _, r := range progress.Of(parse(t, heading+"甲|一|1|问题|情况|已完成|局长|"+cell+"|立行立改\n"), "", june30).Offices {
			names = append(names, r.Name)
		}
		if got := strings.Join(names, "|"); got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}
