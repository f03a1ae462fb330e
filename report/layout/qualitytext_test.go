package layout

import (
	"fmt"
	"strings"
)

// A writer makes paragraphs as public notices have them, the same for the same
// seed on every machine.
type writer struct{ state uint64 }

// upTo returns a number below n.
func (w *writer) upTo(n int) int {
	w.state = w.state*6364136223846793005 + 1442695040888963407
	return int(w.state >> 33 % uint64(n))
}

func (w *writer) oneOf(words []string) string { return words[w.upTo(len(words))] }

// sentences have a verb of slots for each {name}.
var sentences = []string{
	"{when}，{office}召开会议，专题研究{matter}，{did}。",
	"制定《{book}》，明确{n}个方面{n}项措施，{did}。",
	"修订《{book}〈{law}〉{tail}》《{book}》《{law}》等{n}项制度。",
	"依据《{law}》第{n}条、{paper}文件要求，{did}。",
	"查摆问题{n}个，已整改{n}个，整改率{percent}，其余{n}个{did}。",
	"收缴违规资金{sum}元，清退{money}万元，涉及{n}人次，占比{percent}—{percent}。",
	"{office}负责人指出：“要把‘{word}’作为{matter}的关键，{did}。”",
	"{matter}——{word}、{word}、{word}——{did}……",
	"{years}，{place}共投入{money}万元，新建场馆面积{sum}㎡，改造管网{money}km。",
	"联系电话：{phone}；电子邮箱：{mail}；网址：{link}。",
	"群众可登录{link}查询，也可致电{phone}（工作日{time}）反映。",
	"开展“{word}”“{word}”“{word}”专项行动，{did}！",
	"为什么{matter}抓而不实？根子在于{word}不强、{word}不严。",
	"引进{latin}系统{n}套、{latin}设备{n}台（型号{model}），按{model}标准验收。",
	"{place}、{place}等{n}地气温{degrees}，水位{degrees2}，比例尺为{ratio}。",
	"{name}村、{name}社区、{name}·{word}展馆已{did}；",
	"（{n}）{matter}不到位。整改情况：一是{did}；二是{did}；三是{did}。",
	"{when}至{when}，{office}[{latin}]（以下简称“{word}”）{did}。",
	"{did}，{did}，{did}，确保{matter}见底到位。",
	"其中：{word}{amounts}，{word}{sum}元／人，{word}{percent}。",
}

var verbs = map[string][]string{
	"office": strings.Fields("局党组 机关党委 办公室 区委巡察办 规划财务股 人事教育科 公共服务股 文化市场综合行政执法大队"),
	"matter": strings.Fields("意识形态工作责任制落实 巡察反馈意见整改 公共文化服务体系建设 固定资产管理 “三重一大”事项集体决策 专项资金使用 档案管理 选人用人工作"),
	"did":    strings.Fields("建立台账并逐项销号 明确责任领导、责任部门和完成时限 形成长效机制 已全部整改到位 正按计划推进 组织全体干部学习讨论 对相关责任人进行了提醒谈话 严格执行请示报告制度 举一反三，堵塞漏洞 做到件件有着落、事事有回音"),
	"book":   strings.Fields("局党组议事规则 公务接待管理办法 财务管理制度（试行） 机关内部控制手册 文物保护单位巡查细则"),
	"law":    strings.Fields("中国共产党巡视工作条例 中华人民共和国公共文化服务保障法 党政机关厉行节约反对浪费条例 GB/T 9704—2012 事业单位人事管理条例"),
	"tail":   strings.Fields("实施细则 的补充规定 解读"),
	"word":   strings.Fields("责任 担当 制度笼子 四个意识 作风 一把手 基层减负 书香城区 非遗 责任感"),
	"place":  strings.Fields("天元区 城东街道 高新片区 沿江风光带 市民中心 老城片区"),
	"latin":  strings.Fields("OA ERP Wi-Fi LED 5G PDF Office Internet e-mail BIM 3D VR/AR"),
	"model":  strings.Fields("A4 GB/T33476.2-2016 ISO9001:2015 HD-2000 V2.1.3 T/CAS-305"),
	"link":   strings.Fields("http://www.example.gov.cn www.example.gov.cn/zwgk/2023/06/21/t20230621_118.html https://example.gov.cn/art/2023/6/21/art_1229_58921710.html?type=notice&page=2 example.gov.cn"),
	"mail":   strings.Fields("bgs@example.gov.cn wenlv.jiguan-dangwei@example.gov.cn a_b@example.cn"),
	"phone":  strings.Fields("0731-28665080 12388 0731-28665080转8012 400-800-1234 （0731）28665080"),
	"name":   strings.Fields("𠮷水 䶮山 㛃溪 石㙍 新堉 大垸"),
	"time":   strings.Fields("8：30—17：00 9:00-12:00 14：30～17：30"),
	"ratio":  strings.Fields("1：500 1∶2000 1:1000"),
}

// paragraph is a few sentences of random kinds.
func (w *writer) paragraph() string {
	var b strings.Builder
	for range 1 + w.upTo(6) {
		b.WriteString(w.fill(w.oneOf(sentences)))
	}
	return b.String()
}

func (w *writer) fill(sentence string) string {
	var b strings.Builder
	for {
		before, rest, more := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !more {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(w.slot(name))
		sentence = after
	}
}

// slot is what stands for {name}.
func (w *writer) slot(name string) string {
	switch name {
	case "n":
		return fmt.Sprint(1 + w.upTo(120))
	case "percent":
		return fmt.Sprintf("%d.%02d%s", w.upTo(100), w.upTo(100), w.oneOf([]string{"%", "％", "‰"}))
	case "money":
		return w.oneOf([]string{fmt.Sprintf("%d.%d", w.upTo(9000), w.upTo(100)), fmt.Sprintf("%d,%03d", 1+w.upTo(900), w.upTo(1000))})
	case "sum":
		return w.oneOf([]string{w.slot("money"), fmt.Sprintf("%d万", 1+w.upTo(90)), fmt.Sprintf("%d.%d亿", w.upTo(9), w.upTo(10))})
	case "amounts":
		return fmt.Sprintf("￥%d～￥%d", 10+w.upTo(90), 100+w.upTo(900))
	case "when":
		return w.oneOf([]string{w.day(), fmt.Sprintf("%d年%d月底前", 2019+w.upTo(8), 1+w.upTo(12)), fmt.Sprintf("%d月%d日—%d日", 1+w.upTo(12), 1+w.upTo(9), 10+w.upTo(19))})
	case "years":
		return fmt.Sprintf("%d年%s%d年", 2016+w.upTo(4), w.oneOf([]string{"—", "–", "～", "至"}), 2021+w.upTo(5))
	case "paper":
		return fmt.Sprintf("天文旅发〔%d〕%d号", 2019+w.upTo(6), 1+w.upTo(99))
	case "degrees":
		return fmt.Sprintf("-%d℃～%d°C", 1+w.upTo(9), 30+w.upTo(9))
	case "degrees2":
		return fmt.Sprintf("%d.%dm³±%dμm", w.upTo(99), w.upTo(9), w.upTo(9))
	}
	return w.oneOf(verbs[name])
}

func (w *writer) day() string {
	return fmt.Sprintf("%d年%d月%d日", 2018+w.upTo(8), 1+w.upTo(12), 1+w.upTo(28))
}
