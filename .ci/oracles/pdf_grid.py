"""The grid of a PDF's body text, measured: where rows and characters really stand.

mutool gives every character's origin (baseline) and font size. The em box is baseline - 0.88 em to + 0.12 em, whatever
Ascent and Descent the font's descriptor claims. Lengths are points inside and millimetres in what measure() returns.
"""
import re
import statistics
import subprocess
import unicodedata

from lxml import etree

MM = 25.4 / 72
OPENING = '“‘（《〈【'
CLOSING = '，。、；：？！”’）》〉】…'
WIDE = set(OPENING + CLOSING + '—·')
PAGE_NUMBER = re.compile(r'^[\s—–\-－]*\d+[\s—–\-－]*$')
NOT_XML = re.compile(r'&#x(?:[0-8bcef]|1[0-9a-f]|fff[ef]);|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')


def is_full_width(c):
    return unicodedata.east_asian_width(c) in 'WF' or c in WIDE


def is_hanzi(c):
    return '\u3400' <= c <= '\u9fff' or c >= '\U00020000'


def read_pages(path):
    """[{w, h, lines, pageno}] of a PDF; turned text (an annex) is left out. Raises CalledProcessError when mutool fails."""
    drawn = subprocess.run(['mutool', 'draw', '-q', '-F', 'stext', '-o', '-', path], capture_output=True, check=True)
    text = NOT_XML.sub('\ufffd', drawn.stdout.decode('utf-8', 'replace'))
    root = etree.fromstring(text.encode(), etree.XMLParser(recover=True, huge_tree=True))
    return [_page(p) for p in root.iter('page')]


def _page(page):
    w, h = float(page.get('width')), float(page.get('height'))
    lines = sorted((_line(chars) for chars in _rows(_chars(page))), key=lambda l: l['y'])
    body = [l for l in lines if not (PAGE_NUMBER.match(l['t']) and l['y'] > 0.85 * h)]
    return dict(w=w, h=h, lines=body, pageno=[l['t'] for l in lines if l not in body])


def _chars(page):
    for line in page.iter('line'):
        if [round(float(v)) for v in line.get('dir').split()] != [1, 0]:
            continue
        for font in line.iter('font'):
            size = float(font.get('size'))
            for c in font.iter('char'):
                t, x = c.get('c') or ' ', float(c.get('x'))
                if t.strip():
                    right = x + size if is_full_width(t) else float(c.get('quad').split()[2])
                    yield dict(x=x, y=float(c.get('y')), x1=right, s=size, t=t)


def _rows(chars):
    """Characters on one baseline, give or take 0.3 em, make one row."""
    rows = []
    for c in sorted(chars, key=lambda c: (c['y'], c['x'])):
        if rows and abs(c['y'] - rows[-1][0]['y']) < 0.3 * c['s']:
            rows[-1].append(c)
        else:
            rows.append([c])
    return rows


def _line(chars):
    chars = sorted(chars, key=lambda c: c['x'])
    wide = [c for c in chars if is_full_width(c['t'])]
    size = statistics.median(c['s'] for c in wide or chars)
    y = statistics.median(c['y'] for c in wide or chars)
    first, last = chars[0]['x'], chars[-1]['x']
    return dict(
        t=''.join(c['t'] for c in chars), fs=size, y=y, n=len(wide), half=len(chars) - len(wide),
        x0=first, x1=max(c['x1'] for c in chars), top=y - 0.88 * size, bot=y + 0.12 * size,
        dx=(last - first) / (len(chars) - 1) if len(chars) > 1 else 0,
    )


def measure(pages):
    """What the body text's grid is, or None without any. Only middle pages (not the first nor the last of the portrait pages
    with body text) count for fullness."""
    long = [l for p in pages for l in p['lines'] if l['n'] >= 15]
    if not long:
        return None
    size = statistics.mode(round(l['fs'], 1) for l in long)

    def is_body(line):
        return abs(line['fs'] - size) < 0.04 * size

    body = [p for p in pages if p['w'] < p['h'] and any(map(is_body, p['lines']))]
    long = [l for p in body for l in p['lines'] if is_body(l) and l['n'] >= 15] or long
    result = dict(page_mm=[_mm(pages[0]['w']), _mm(pages[0]['h'])], size_pt=size)
    result |= _across(body, long, size, is_body)
    result |= _down(body, is_body)
    result |= dict(
        rows_per_page=[len(p['lines']) for p in pages],
        kinsoku=[l['t'][:12] + '…' + l['t'][-4:] for p in pages for l in p['lines'] if _forbidden(l['t'])],
        page_numbers=[p['pageno'] for p in pages],
    )
    return result


def _across(body, long, size, is_body):
    """Left and right edge, character pitch, and how many characters stand in full lines."""
    left = statistics.mode(round(l['x0']) for l in long)
    left = statistics.median(l['x0'] for l in long if abs(l['x0'] - left) < 1.5)
    steps = [l['dx'] for l in long if l['half'] == 0 and l['n'] >= 20]
    pitch = statistics.median(steps) if steps else None
    cell = pitch or size
    full = _full_lines([l for p in body for l in p['lines']], left, cell, is_body)
    ends = [l['x1'] for l, _ in full if is_hanzi(l['t'][-1])]
    right = statistics.median(ends) if ends else statistics.mode(round(l['x1']) for l in long)
    hanzi = [(l['n'] + round((l['x0'] - left) / cell), rest) for l, rest in full if all(map(is_hanzi, l['t']))]
    return dict(
        left=_mm(left), right=_mm(right), char_pitch_pt=pitch and round(pitch, 3),
        columns=pitch and round((right - left - size) / pitch + 1, 1),
        full_lines=len(full), ragged=[_mm(x) for x in ends if abs(x - right) * MM > 1],
        chars_in_full_lines=_count(l['n'] for l, _ in full if l['half'] == 0 and abs(l['x0'] - left) < 3),
        hanzi_only_lines=_count(n for n, _ in hanzi),
        hanzi_only_odd=_count(n for n, rest in hanzi if not _break_was_forced(rest)),
        overflow=[l['t'][:20] for p in body for l in p['lines'] if l['x1'] > right + cell * 1.1],
    )


def _full_lines(lines, left, cell, is_body):
    """(line, text of the next): a line is full when the next one starts flush left, for then it was broken, not ended."""
    full = []
    for a, b in zip(lines, lines[1:]):
        indent = b['x0'] - left
        flush = abs(indent) < 3 or (b['t'][0] in OPENING and -9 < indent < 3)
        if is_body(a) and is_body(b) and -1.5 < a['x0'] - left < 2.6 * cell and flush:
            full.append((a, b['t']))
    return full


def _break_was_forced(rest):
    """Punctuation or a number follows, so the line had to end earlier."""
    return not is_hanzi(rest[0]) or (len(rest) > 1 and not is_hanzi(rest[1]))


def _down(body, is_body):
    """Top and bottom edge, line pitch, rows on middle pages."""
    middle = body[1:-1]
    steps = [b['y'] - a['y'] for p in middle or body for a, b in zip(p['lines'], p['lines'][1:]) if is_body(a) and is_body(b)]
    pitch = statistics.median(steps) if steps else None
    most = max((len(p['lines']) for p in middle), default=0)
    tops = [p['lines'][0]['top'] for p in middle or body[1:]]
    bottoms = [p['lines'][-1]['bot'] for p in middle if len(p['lines']) == most]
    return dict(
        top=_mm(statistics.median(tops)) if tops else None, top_range=_range(tops),
        bottom=_mm(statistics.median(bottoms)) if bottoms else None, bottom_range=_range(bottoms),
        line_pitch_pt=pitch and round(pitch, 2), uneven=sum(abs(d - pitch) > 0.25 for d in steps), steps=len(steps),
        middle_rows=[len(p['lines']) for p in middle],
    )


def _forbidden(text):
    return len(text) > 1 and (text[0] in CLOSING or text[-1] in OPENING)


def _mm(points):
    return round(points * MM, 2)


def _range(values):
    return [_mm(min(values)), _mm(max(values))] if values else None


def _count(values):
    values = list(values)
    return {v: values.count(v) for v in sorted(set(values))}
