package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tongbao/sources/progress"
)

func TestShortNames(t *testing.T) {
	for files, want := range map[string]string{
		"甲.xlsx 夹/乙.xlsx":                     "甲.xlsx 乙.xlsx",
		"东/台账.xlsx 西/台账.xlsx":                 "东/台账.xlsx 西/台账.xlsx",
		"台账.xlsx 夹/台账.xlsx":                   "台账.xlsx 夹/台账.xlsx",
		"一/东/台账.xlsx 二/东/台账.xlsx 乙.xlsx":      "一/东/台账.xlsx 二/东/台账.xlsx 乙.xlsx",
		"./台账.xlsx ../台账.xlsx":                "台账.xlsx ../台账.xlsx",
		"/根/台账.xlsx 夹/./台账.xlsx":              "根/台账.xlsx 夹/台账.xlsx",
		"一/东/台账.xlsx 二/东/台账.xlsx 二/西/台账.xlsx": "一/东/台账.xlsx 二/东/台账.xlsx 西/台账.xlsx",
	} {
		var paths []string
		for file := range strings.FieldsSeq(files) {
			paths = append(paths, filepath.FromSlash(file))
		}
		if got := strings.Join(shortNames(paths), " "); got != want {
			t.Errorf("%s: %s, want %s", files, got, want)
		}
	}
}

// Ledgers beside the workbook or below it are linked, others are not.
func TestLinks(t *testing.T) {
	t.Chdir(t.TempDir())
	r := statusRun{}
	for _, file := range []string{"出/甲.xlsx", "出/夹/乙.xlsx", "丙.xlsx", "出旁/丁.xlsx"} {
		r.files = append(r.files, filepath.FromSlash(file))
		r.counted = append(r.counted, progress.Ledger{Name: file})
	}
	links := r.links(filepath.FromSlash("./出/进度.xlsx"))
	want := map[string]string{"出/甲.xlsx": "甲.xlsx", "出/夹/乙.xlsx": "夹/乙.xlsx"}
	if !maps.Equal(links, want) {
		t.Errorf("links %v", slices.Sorted(maps.Keys(links)))
	}
}

// Of many ledgers the screen shows a part, and says how many there are besides.
func TestStatusOfMany(t *testing.T) {
	data, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	const many = 35
	for i := range many {
		if err := os.WriteFile(fmt.Sprintf("%02d.xlsx", i), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"status", ".", "--today", "2026-06-30"}, nil, &stdout, &stderr); code != exitOK {
		t.Fatalf("exit %d: %s", code, stderr.String())
	}
	for text, want := range map[string]string{
		"还有 5 行没有列出；":                                        stdout.String(), // of 按台账
		"还有 165 行没有列出；":                                      stdout.String(), // of 逾期清单
		"还有 25 份台账也有略过的行":                                    stderr.String(),
		"01.xlsx、02.xlsx、03.xlsx 等 34 份台账 和 00.xlsx 的问题完全相同": stdout.String(),
	} {
		if !strings.Contains(want, text) {
			t.Errorf("%q is not said", text)
		}
	}
	if lines := strings.Count(stdout.String(), "\n"); lines > 130 {
		t.Errorf("%d lines on the screen", lines)
	}
}

// Lines of a table take the columns of a screen, however wide their characters are.
func TestTextTable(t *testing.T) {
	table := textTable{heads: [][2]string{{"", "全部"}, {"30天", "内到期"}}, rows: []textRow{
		{"办公室", []string{"3", "12"}}, {"“三公”办(1)", []string{"123456", "0"}},
	}}
	want := []string{
		"                       30天",
		"                全部 内到期",
		"办公室             3     12",
		"“三公”办(1) 123456      0",
	}
	got := table.lines()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		for i := range got {
			t.Errorf("%d columns: %q", columnsOf(got[i]), got[i])
		}
	}
	table.rows[0].name = strings.Repeat("很长的名称", 20)
	for _, line := range table.lines() {
		if columnsOf(line) > screenWidth {
			t.Errorf("%d columns: %s", columnsOf(line), line)
		}
	}
}
