#!/usr/bin/python3
"""compare_text.py EXPECTED.txt FILE(.docx|.pdf|.txt): every expected paragraph (one a line) must occur, in order, and nothing else.

White space is not compared; page-number lines (— 3 —) of a PDF are dropped. Exit 1 with MISSING, CHANGED and EXTRA lines.
compare_text.py --struct FILE.pdf: the text of the structure tree must be the text of the pages, so that nothing is left untagged.
compare_text.py --struct-placed FILE.pdf: the same, the pages read by where each character stands (mupdf). Where marks are cut on a line
of several faces, boxes overlap, and pdftotext sorts the words of such a line by a guess.
compare_text.py --struct-drawn FILE.pdf: the same, the pages read as they are drawn (pdftotext -raw), for tables, whose cells are read one
after another. A table's head must stand on each of its pages, and is tagged once.
"""
import difflib
import re
import subprocess
import sys

import docx_read
import pdf_grid

TURNED_NUMBER = re.compile(r'[—–]\d+[—–]$')  # on a turned page each of its characters may be a line
PAGE_NUMBER = re.compile(r'[\s—–\-－]*\d+[\s—–\-－]*')


def squeeze(text):
    return re.sub(r'\s+', '', text)


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode('utf-8', 'replace')


def pdf_lines(path):
    for page in output_of('pdftotext', '-enc', 'UTF-8', path, '-').split('\f'):
        lines = [l for l in page.split('\n') if l.strip()]
        if lines and PAGE_NUMBER.fullmatch(lines[-1]):
            lines.pop()
        yield from lines


def placed_lines(path):
    """The rows of each page downwards, the characters of each from left to right."""
    for page in pdf_grid.read_pages(path):
        yield from (line['t'] for line in page['lines'])


def struct_lines(path):
    """pdfinfo prints each piece of text in quotation marks on a line of its own."""
    for line in output_of('pdfinfo', '-enc', 'UTF-8', '-struct-text', path).split('\n'):
        if m := re.fullmatch(r'\s*"(.*)"', line):
            yield m[1]


def drawn_lines(path):
    """The lines of each page as they are drawn, without its number and the heads of tables that were read on an earlier page."""
    heads = table_heads(path)
    for page in output_of('pdftotext', '-raw', '-enc', 'UTF-8', path, '-').split('\f'):
        text = TURNED_NUMBER.sub('', squeeze(page))
        for head in heads:
            if head['seen']:
                text = text.replace(head['words'], '', 1)
            head['seen'] |= head['words'] in text
        yield text


def table_heads(path):
    """The words of each table's head: its cells whose scope is a column."""
    heads, scope = [], ''
    for line in output_of('pdfinfo', '-enc', 'UTF-8', '-struct-text', path).split('\n'):
        if line.strip().startswith('THead'):
            heads.append({'words': '', 'seen': False})
        elif m := re.fullmatch(r'\s*([A-Z]\w*)( \(\w+\))?:?', line):
            scope = ''
        elif '/Scope' in line:
            scope = line.split()[-1]
        elif scope == '/Column' and (m := re.fullmatch(r'\s*"(.*)"', line)):
            heads[-1]['words'] += squeeze(m[1])
    return heads


def lines_of(path):
    if path.lower().endswith('.docx'):
        return [p['text'] for p in docx_read.read(path)['paragraphs']]
    if path.lower().endswith('.pdf'):
        return list(pdf_lines(path))
    with open(path, encoding='utf-8') as f:
        return f.read().split('\n')


def compare(expected, got):
    """A list of differences; both are lists of lines."""
    expected = [squeeze(e) for e in expected if squeeze(e)]
    text = ''.join(map(squeeze, got))
    report, pending, done = [], [], 0
    for number, paragraph in enumerate(expected, 1):
        at = text.find(paragraph, done)
        # a short paragraph far away is most likely the same words inside another one
        if at < 0 or (len(paragraph) < 6 and at > done + 400):
            pending.append((number, paragraph))
            continue
        report += explain(pending, text[done:at])
        pending, done = [], at + len(paragraph)
    return [*report, *explain(pending, text[done:])]


def first_difference(expected, got):
    """Both as one string: a long table is too much to look for the rows that moved."""
    if expected != got:
        at = next((i for i, (a, b) in enumerate(zip(expected, got)) if a != b), min(len(expected), len(got)))
        yield f'DIFFERENT from character {at} on: 「{expected[max(at - 20, 0):at + 20]}」→「{got[max(at - 20, 0):at + 20]}」'


def explain(pending, gap):
    """What became of the expected paragraphs that were not found where only gap stands."""
    for number, paragraph in pending:
        start, end, changes = changed_version(paragraph, gap)
        if changes is None:
            yield f'MISSING paragraph {number}: {paragraph[:60]}'
            continue
        yield f'CHANGED paragraph {number}: ' + '; '.join(changes[:6])
        gap = gap[:start] + gap[end:]
    if gap:
        yield f'EXTRA text: {gap[:80]}'


def changed_version(paragraph, gap):
    if len(paragraph) * len(gap) > 4_000_000:
        return 0, 0, None
    same = difflib.SequenceMatcher(None, paragraph, gap, autojunk=False).find_longest_match()
    if same.size < max(4, len(paragraph) // 4):
        return 0, 0, None
    start = max(0, same.b - same.a)
    piece = gap[start:start + len(paragraph) + 8]
    steps = difflib.SequenceMatcher(None, paragraph, piece, autojunk=False).get_opcodes()
    steps = [s for s in steps if s[0] != 'equal']
    if steps and steps[-1][0] == 'insert' and steps[-1][4] == len(piece):  # the beginning of the next paragraph
        piece = piece[:steps.pop()[3]]
    changes = [f'{kind} 「{paragraph[a:b][:40]}」→「{piece[c:d][:40]}」' for kind, a, b, c, d in steps]
    return start, start + len(piece), changes


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    first, path = sys.argv[1:]
    seen = {'--struct': pdf_lines, '--struct-placed': placed_lines, '--struct-drawn': drawn_lines}.get(first)
    if seen:
        expected, got = list(seen(path)), list(struct_lines(path))
    else:
        expected, got = lines_of(first), lines_of(path)
    if first == '--struct-drawn':
        report = list(first_difference(''.join(expected), squeeze(''.join(got))))
    else:
        report = compare(expected, got)
    for line in report[:200]:
        print(line)
    chars = sum(len(squeeze(l)) for l in got)
    count = sum(bool(squeeze(l)) for l in expected)
    print(f'{"DIFFERENT" if report else "EQUAL"}: {count} paragraphs expected, {chars} characters read, {len(report)} differences')
    sys.exit(bool(report) or not chars)


if __name__ == '__main__':
    main()
