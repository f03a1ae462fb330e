package fonts

import "testing"

func TestFacesListsEachOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Embedded().Faces() {
		if seen[f.Name()] {
			t.Errorf("%s is there twice", f.Name())
		}
		seen[f.Name()] = true
	}
	for _, name := range []string{fangName, rareName, "GongwenKai", "GongwenHei", "GongwenBiaosong", "GongwenSong", "LiberationSerif"} {
		if !seen[name] {
			t.Errorf("%s is not there", name)
		}
	}
}

func TestFindAlongTheChain(t *testing.T) {
	for _, c := range []struct {
		style Style
		r     rune
		want  string
	}{
		{Fang, '一', fangName}, {Fang, '𠮷', rareName},
		{Kai, '𠮷', "GongwenKai"}, {Hei, '一', "GongwenHei"}, {Hei, '𠮷', rareName},
		{XBS, '关', "GongwenBiaosong"}, {Song, '—', "GongwenSong"}, {Latin, '8', "LiberationSerif"},
	} {
		f, g, ok := Embedded().Find(c.style, c.r)
		if !ok || g == 0 {
			t.Errorf("style %d has no %c", c.style, c.r)
			continue
		}
		if f.Name() != c.want {
			t.Errorf("style %d sets %c with %s, want %s", c.style, c.r, f.Name(), c.want)
		}
	}
}
