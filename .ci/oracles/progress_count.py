#!/usr/bin/python3
"""progress_count.py LEDGER.xlsx REPORT.xlsx DAY WITHIN: counts the ledger's findings anew and holds every number of the report's
sheet 进度统计, and the rows of its lists, against that. One ledger, one finding a row, its headings in row 3 of 整改台账."""
import collections
import datetime
import re
import sys

import openpyxl

STATES = ['已完成', '基本完成', '正在整改', '长期坚持', '未完成']
HEADINGS = {'类别': ['问题类别'], '序号': ['序号'], '状态': ['整改状态', '完成情况'], '领导': ['责任领导'], '部门': ['责任股室', '责任部门'],
            '时限': ['整改时限']}


def bare(value):
    """A heading without blanks and notes."""
    return re.sub(r'\s|（.*?）', '', str(value or ''))


def last_day(value):
    """The day a deadline names, or None."""
    if isinstance(value, datetime.datetime):
        return value.date()
    found = re.match(r'(\d{4})[年/](\d+)[月/](\d+)?', str(value))
    if not found:
        return None
    year, month, day = (int(x) if x else None for x in found.groups())
    if day:
        return datetime.date(year, month, day)
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def count(path, today, within):
    """{(table, name): Counter} of a ledger."""
    sheet = openpyxl.load_workbook(path)['整改台账']
    heads = [bare(c.value) for c in sheet[3]]
    column = {key: next(heads.index(n) for n in names if n in heads) for key, names in HEADINGS.items()}
    counts, group = collections.defaultdict(collections.Counter), None
    for row in sheet.iter_rows(min_row=4, values_only=True):
        value = {key: row[i] for key, i in column.items()}
        if value['序号'] is None:
            continue
        group = re.sub(r'^（[一二三四五六七八九十]+）', '', value['类别']) if value['类别'] else group
        state = '已完成' if value['状态'] == '已销号' else value['状态']
        due, kind = last_day(value['时限']), None
        if state not in ('已完成', '长期坚持'):
            late = due and (due - today).days
            kind = '时限无日期' if due is None else '逾期' if late < 0 else '到期' if late <= within else '以后'
        names = [('合计', ''), ('问题类别', group), ('责任领导', value['领导'])]
        names += [('责任部门', name.strip()) for name in re.split('[、\n]', value['部门'])]
        for name in names:
            counts[name].update(['全部', state, kind])
    return counts


def reported(path, within):
    """The same of a report, and the number of rows of its lists."""
    book = openpyxl.load_workbook(path)
    sheet = book['进度统计']
    heads = [re.sub(r'\s', '', str(c.value or '')) for c in sheet[4]]
    wanted = {'全部': '全部', **{s: s for s in STATES}, '逾期': '逾期', '到期': f'{within}天内到期', '时限无日期': '时限无日期'}
    rate = next(i for i, h in enumerate(heads) if h.startswith('完成率'))
    counts, table = {}, '合计'
    for row in sheet.iter_rows(min_row=5, values_only=True):
        if not isinstance(row[1], int):
            table = str(row[0] or '')[1:5]
            continue
        name = (table, '' if table == '合计' else row[0])
        counts[name] = {key: row[heads.index(head)] for key, head in wanted.items()}
        counts[name]['率'] = row[rate]
    lists = {'逾期': '逾期清单', '到期': '近期到期清单', '时限无日期': '时限无日期清单'}
    return counts, {key: sum(1 for row in book[sheet].iter_rows(min_row=4, values_only=True) if row[0]) for key, sheet in lists.items()}


def main():
    ledger, report, day, within = sys.argv[1:]
    within = int(within)
    want = count(ledger, datetime.date.fromisoformat(day), within)
    got, lists = reported(report, within)
    faults = [f'{name}: there is one only' for name in want.keys() ^ got.keys()]
    for name in want.keys() & got.keys():
        for key, value in got[name].items():
            right = want[name][key]
            if key == '率':
                right = (2000 * want[name]['已完成'] // want[name]['全部'] + 1) // 2 / 1000
            if value != right:
                faults.append(f'{name} {key}: {value}, counted {right}')
    faults += [f'list {key}: {rows} rows, counted {want["合计", ""][key]}' for key, rows in lists.items() if rows != want['合计', ''][key]]
    print(f'{report}: {len(got)} rows of numbers, {len(faults)} faults')
    print(*(f'  {f}' for f in faults), sep='\n', end='\n' if faults else '')
    sys.exit(bool(faults) or len(got) < 4)


main()
