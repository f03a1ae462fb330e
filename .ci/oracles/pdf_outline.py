#!/usr/bin/python3
"""pdf_outline.py FILE.pdf: document info, fonts, bookmarks and the page grid, by mupdf, poppler and qpdf.

--expect              exit 1 unless: A4; every font embedded, subset and with ToUnicode; bookmarks; the grid of GB/T 9704:
                      first row's em box at 37 mm, last row's to 262 mm, pitch 29.61 pt, 22 rows; left edge 28 mm, right edge
                      of full lines 184 mm, 28 characters in a line of Hanzi only; no line starts or ends with a forbidden mark
--bookmarks 3,10,…    exit 1 unless there are so many bookmarks at level 1, 2, …
--no-subset           fonts need not be subset
--json                all of it as JSON
--pitch --lines --chars --margins T,L,R,B --tol --ptol --btol     other geometry (points, counts, mm)

Up to half of the middle pages may have fewer rows (heads kept with their text, no lone lines), none more.
Odd code points in the text and anything qpdf --check finds are always an error.
"""
import argparse
import json
import re
import subprocess
import sys

import pdf_grid

INFO = ('Title', 'Author', 'Tagged', 'Pages', 'Encrypted', 'Page size', 'PDF version', 'PDF subtype', 'JavaScript')


def run(*command):
    done = subprocess.run(command, capture_output=True)
    return (done.stdout + done.stderr).decode('utf-8', 'replace'), done.returncode


def read_info(path):
    text, status = run('pdfinfo', path)
    if status:
        sys.exit('BAD pdfinfo cannot read the file')
    found = {k: re.search(rf'^{k}:\s*(.*)$', text, re.M) for k in INFO}
    return {k: m[1] if m else None for k, m in found.items()}


def read_fonts(path):
    text, _ = run('pdffonts', path)
    fonts = []
    for line in text.splitlines()[2:]:
        m = re.match(r'(.*?)\s+(\S.*?)\s{2,}(\S+)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+', line)
        flags = [m[k] == 'yes' for k in (4, 5, 6)] if m else [False] * 3
        fonts.append(dict(name=(m[1] if m else line).strip(), embedded=flags[0], subset=flags[1], unicode=flags[2]))
    return fonts


def read_bookmarks(path):
    text = subprocess.run(['qpdf', '--json=2', '--json-key=outlines', path], capture_output=True).stdout

    def flat(items, level):
        for o in items:
            yield dict(level=level, title=o['title'], page=o.get('destpageposfrom1'))
            yield from flat(o.get('kids', []), level + 1)

    try:
        return list(flat(json.loads(text)['outlines'], 1))
    except (ValueError, KeyError):
        return []


def odd_code_points(text):
    """Radicals, compatibility ideographs, private use, U+FFFD and control characters: text a reader cannot search for."""
    odd = {}
    for c in text:
        ranges = '\u2e80' <= c <= '\u2fdf' or '\uf900' <= c <= '\ufaff' or '\ue000' <= c <= '\uf8ff'
        if ranges or c == '\ufffd' or (ord(c) < 32 and c not in '\n\f\t'):
            odd[f'U+{ord(c):04X}'] = odd.get(f'U+{ord(c):04X}', 0) + 1
    return odd


def judge_fonts(fonts, subset):
    for f in fonts:
        if not f['embedded']:
            yield f'font {f["name"]} not embedded'
        elif subset and not f['subset']:
            yield f'font {f["name"]} not a subset'
        if not f['unicode']:
            yield f'font {f["name"]} has no ToUnicode'
    if not fonts:
        yield 'no fonts'


def judge_paper(size):
    w, h = (float(x) * pdf_grid.MM for x in re.match(r'([\d.]+) x ([\d.]+)', size).groups())
    if abs(w - 210) > 0.6 or abs(h - 297) > 0.6:
        yield f'page is {w:.1f} x {h:.1f} mm, not A4'


def judge_edges(grid, top, left, right, bottom, tol, btol):
    for name, want in dict(top=top, left=left, right=right, bottom=bottom).items():
        if grid[name] is None:
            yield f'{name} edge cannot be measured: too few pages'
        elif abs(grid[name] - want) > tol:
            yield f'{name} edge at {grid[name]} mm, want {want:.1f}±{tol}'
    for name, want in dict(top=top, bottom=bottom).items():
        found = grid[name + '_range']
        if found and abs(grid[name] - want) <= tol < max(abs(v - want) for v in found):
            yield f'{name} edge differs between pages: {found} mm'
    if grid['top'] is not None and grid['bottom'] is not None:
        height = round(grid['bottom'] - grid['top'], 2)
        if abs(height - (bottom - top)) > btol:
            yield f'block height {height} mm, want {bottom - top:.1f}±{btol}'


def judge_rows(grid, lines, pitch, ptol):
    if not grid['line_pitch_pt'] or abs(grid['line_pitch_pt'] - pitch) > ptol:
        yield f'line pitch {grid["line_pitch_pt"]} pt, want {pitch}±{ptol}'
    elif grid['uneven'] > 0.05 * grid['steps']:
        yield f'line pitch uneven: {grid["uneven"]} of {grid["steps"]} steps'
    middle = grid['middle_rows']
    if not middle:
        yield 'rows cannot be counted: no middle page'
    elif max(middle) != lines or sum(n == lines for n in middle) < 0.5 * len(middle):
        yield f'rows on middle pages {middle}, want {lines}'


def judge_columns(grid, chars):
    full, hanzi = grid['chars_in_full_lines'], grid['hanzi_only_lines']
    if len(grid['ragged']) > 0.05 * grid['full_lines']:
        yield f'full lines do not end at the right edge: {grid["ragged"][:5]} mm'
    if not full:
        yield 'no full body line of only full-width characters'
    elif max(full, key=full.get) != chars:
        yield f'usual full line has {max(full, key=full.get)} characters, want {chars} ({full})'
    odd = sum(v for k, v in grid['hanzi_only_odd'].items() if k != chars)
    if hanzi and (max(hanzi) > chars or odd > max(1, 0.1 * sum(hanzi.values()))):
        yield f'full lines of Hanzi only have {hanzi} characters, want {chars}'
    if grid['columns'] and abs(grid['columns'] - chars) > 0.5:
        yield f'{grid["columns"]} columns fit the block, want {chars}'
    if grid['overflow']:
        yield f'text beyond the right edge: {grid["overflow"][:3]}'
    if grid['kinsoku']:
        yield f'line starts or ends with forbidden punctuation: {grid["kinsoku"][:3]}'


def judge_expected(found, a):
    yield from judge_paper(found['info']['Page size'])
    yield from judge_fonts(found['fonts'], not a.no_subset)
    if not found['bookmarks']:
        yield 'no bookmarks'
    grid = found['grid']
    if not grid:
        yield 'no body text found'
        return
    top, left, right, bottom = map(float, (a.margins or '37,28,26,35').split(','))
    bottom = 297 - bottom
    if a.pitch != 29.61 and not a.margins:
        bottom = top + (a.lines - 1) * a.pitch * pdf_grid.MM + grid['size_pt'] * pdf_grid.MM
    yield from judge_edges(grid, top, left, 210 - right, bottom, a.tol, a.btol)
    yield from judge_rows(grid, a.lines, a.pitch, a.ptol)
    yield from judge_columns(grid, a.chars)


def judge_bookmarks(bookmarks, want):
    levels = [b['level'] for b in bookmarks]
    have = ','.join(str(levels.count(k + 1)) for k in range(max(levels, default=0)))
    if have != want:
        yield f'bookmarks by level {have or "none"}, want {want}'


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('file')
    p.add_argument('--expect', action='store_true')
    p.add_argument('--bookmarks')
    p.add_argument('--no-subset', action='store_true')
    p.add_argument('--json', action='store_true')
    p.add_argument('--lines', type=int, default=22)
    p.add_argument('--chars', type=int, default=28)
    p.add_argument('--pitch', type=float, default=29.61)
    p.add_argument('--margins')
    p.add_argument('--tol', type=float, default=1.0)
    p.add_argument('--ptol', type=float, default=0.25)
    p.add_argument('--btol', type=float, default=1.5)
    return p.parse_args()


def show(found):
    print('info', json.dumps(found['info'], ensure_ascii=False))
    for f in found['fonts']:
        print('font', json.dumps(f, ensure_ascii=False))
    print('bookmarks', len(found['bookmarks']))
    for b in found['bookmarks']:
        print('  ' * b['level'] + f'{b["page"]} {b["title"]}')
    print('grid', json.dumps(found['grid'], ensure_ascii=False))
    for line in found['bad']:
        print('BAD', line)
    print(summary_line(found))


def summary_line(found):
    g = found['grid'] or {}
    edges = ', '.join(f'{k} {g.get(k)}' for k in ('top', 'bottom', 'left', 'right'))
    return (f'{found["info"]["Pages"]} pages, {len(found["bookmarks"])} bookmarks, {len(found["fonts"])} fonts, mm {edges}, '
            f'pitch {g.get("line_pitch_pt")} pt, {len(found["bad"])} faults')


def main():
    a = arguments()
    found = dict(info=read_info(a.file), fonts=read_fonts(a.file), bookmarks=read_bookmarks(a.file))
    found['grid'] = pdf_grid.measure(pdf_grid.read_pages(a.file))
    bad = list(judge_expected(found, a)) if a.expect else []
    if a.bookmarks:
        bad += judge_bookmarks(found['bookmarks'], a.bookmarks)
    odd = odd_code_points(run('pdftotext', '-enc', 'UTF-8', a.file, '-')[0])
    if odd:
        bad.append(f'odd code points in the text: {odd}')
    said, status = run('qpdf', '--check', a.file)
    if status:
        bad.append('qpdf --check: ' + '; '.join(re.findall(r'.*(?:WARN|rror|damaged).*', said)[:3]))
    found['bad'] = bad
    if a.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        show(found)
    sys.exit(bool(bad))


if __name__ == '__main__':
    main()
