#!/usr/bin/python3
"""spoil.py WORKBOOK OUT: the real ledger with ten errors, one in each of ten cells; every other byte of its parts stays."""
import re
import sys
import zipfile

SHEET = 'xl/worksheets/sheet1.xml'


def text(words):
    return f' t="inlineStr"><is><t>{words}</t></is></c>'


ERRORS = {
    'E12': '/>', 'H20': '/>', 'G25': '/>', 'D40': '/>',  # required, empty
    'K4': '/>',  # completed without a date
    'K9': text('2023年2月30日'),  # no day of the calendar; the cell has a note of the office's own
    'C5': '><v>1</v></c>',  # a number twice
    'D13': text('学习\U00017000不足。'),  # no font has it
    'F15': text('差不多了'),  # no status
    'E30': text('#REF!'),
}


def spoil(sheet):
    for ref, new in ERRORS.items():
        cell = re.compile(rf'<c r="{ref}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)')
        sheet, count = cell.subn(lambda m: f'<c r="{ref}"{m[1] or ""}{new}', sheet)
        assert count == 1, ref
    return sheet


with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as new:
    for entry in old.infolist():
        data = old.read(entry)
        if entry.filename == SHEET:
            data = spoil(data.decode()).encode()
        new.writestr(entry, data)
