#!/usr/bin/python3
"""pdf_form.py FILE.pdf [--seal MM]: 版头, seal and 版记 of a document, measured from its ink (poppler draws, 10 pixels a millimetre).

Exit 1 unless, give or take 1 mm: 发文机关标志 begins 35 mm below the type area's top, red, centred; the red line stands 4 mm below
发文字号, from edge to edge; the title begins two rows (20.78 mm) below it; text follows on page 1; the last page is even, its last
rule ends at y = 262 mm and reaches from edge to edge, with others above it; nothing stands outside the type area but the page
number. --seal: a red seal of that width stands on another page, upright inside the type area, within a row of the text above.
--word: the file is the DOCX as LibreOffice draws it. Rows may stand 1 mm lower, the number of a turned page stands below its text,
and a page left blank before 版记 is not in the file.
"""
import argparse
import subprocess
import sys

SCALE = 10  # pixels a millimetre
LEFT, RIGHT, TOP, BOTTOM, WIDTH = 28, 184, 37, 262, 156
TOLERANCE = 1


def read_page(path, number):
    """The page's rows of pixels, RGB, and whether it is shown turned; such a page is turned back, its head to the left."""
    drawn = subprocess.run(['pdftoppm', '-r', str(25.4 * SCALE), '-f', str(number), '-l', str(number), path], capture_output=True, check=True).stdout
    head, size, _, pixels = drawn.split(b'\n', 3)
    if head != b'P6':
        sys.exit('BAD poppler cannot draw the page')
    width, height = map(int, size.split())
    if width > height:
        return [column(pixels, x, width, height) for x in reversed(range(width))], True
    return [pixels[at:at + 3 * width] for at in range(0, len(pixels), 3 * width)], False


def column(pixels, x, width, height):
    out = bytearray(3 * height)
    for channel in range(3):
        out[channel::3] = pixels[3 * x + channel::3 * width]
    return bytes(out)


def is_red(r, g, b):
    return r > g + 60 and r > b + 60


def ink(rows):
    """[(red, black)] for each row: (first, last, count) of its pixels, or None."""
    found = []
    blank = b'\xff' * len(rows[0])
    for row in rows:
        red, black = [], []
        if row != blank:
            for x, (r, g, b) in enumerate(zip(row[::3], row[1::3], row[2::3])):
                if is_red(r, g, b):
                    red.append(x)
                elif r < 160 and g < 160 and b < 160:
                    black.append(x)
        found.append(tuple((x[0], x[-1], len(x)) if x else None for x in (red, black)))
    return found


def bands(found, colour):
    """[(top, bottom, left, right, fullest)] in mm of the rows of ink that hang together."""
    out, last = [], None
    for y, row in enumerate(found):
        if row[colour] is None:
            continue
        left, right, count = row[colour]
        if last == y - 1:
            t, _, l, r, n = out[-1]
            out[-1] = (t, y, min(l, left), max(r, right), max(n, count))
        else:
            out.append((y, y, left, right, count))
        last = y
    return [(t / SCALE, (b + 1) / SCALE, l / SCALE, (r + 1) / SCALE, n / SCALE) for t, b, l, r, n in out]


class Faults:
    def __init__(self):
        self.count = 0

    def near(self, what, got, want, tolerance=TOLERANCE):
        good = abs(got - want) <= tolerance
        self.count += not good
        print('ok ' if good else 'BAD', f'{what}: {got:.2f} mm, want {want:.2f}')

    def want(self, what, good):
        self.count += not good
        print('ok ' if good else 'BAD', what)


def is_rule(band):
    """A rule fills its width and is thinner than a stroke is high."""
    top, bottom, left, right, fullest = band
    return bottom - top < 1 and fullest > 0.98 * WIDTH and right - left < WIDTH + 2


def judge_head(faults, found):
    red, black = bands(found, 0), bands(found, 1)
    lines = [b for b in red if is_rule(b)]
    faults.want('one red line', len(lines) == 1)
    if len(lines) != 1:
        return
    line = lines[0]
    mark = [b for b in red if b[1] < line[0]]
    faults.want('发文机关标志 in red', bool(mark))
    if mark:
        faults.near('发文机关标志 begins', mark[0][0], TOP + 35)
        faults.near('its middle', (min(b[2] for b in mark) + max(b[3] for b in mark)) / 2, (LEFT + RIGHT) / 2)
    number = [b for b in black if mark and mark[-1][1] < b[0] < line[0]]
    faults.want('发文字号 between it and the line', bool(number))
    if number:
        faults.near('发文机关标志 to 发文字号', number[0][0] - mark[-1][1], 20.78, 2)
        faults.near('发文字号 to the red line', line[0] - number[-1][1], 4)
    faults.near('the line begins', line[2], LEFT)
    faults.near('the line ends', line[3], RIGHT)
    below = [b for b in black if b[0] > line[1] and b[1] < BOTTOM + 1]
    faults.want('title and text below it', len(below) > 2)
    if below:
        faults.near('red line to title', below[0][0] - line[1], 20.78)


def judge_record(faults, found, number, word):
    rules = [b for b in bands(found, 1) if is_rule(b)]
    if not word:
        faults.want(f'版记 on an even page ({number})', number % 2 == 0)
    faults.want(f'{len(rules)} rules of 版记', 2 <= len(rules) <= 3)
    if rules:
        faults.near('the last one ends', rules[-1][1], BOTTOM, 0.3)
        for rule in rules:
            faults.near('a rule begins', rule[2], LEFT)
            faults.near('a rule ends', rule[3], RIGHT)


def judge_inside(faults, found, number, slack):
    """The page number stands at 269 mm; below the type area there is nothing else."""
    all_ink = [b for colour in (0, 1) for b in bands(found, colour) if not 264 < b[0] < 273]
    outside = [b for b in all_ink if b[0] < TOP - 0.5 or b[1] > BOTTOM + slack or b[2] < LEFT - 0.5 or b[3] > RIGHT + 0.5]
    faults.want(f'page {number}: nothing outside the type area {outside[:2] or ""}', not outside)


def judge_seal(faults, found, width):
    """Returns whether there is a seal on the page."""
    red = [b for b in bands(found, 0) if b[3] - b[2] < WIDTH - 10]
    if not red:
        return False
    seal = min(b[0] for b in red), max(b[1] for b in red), min(b[2] for b in red), max(b[3] for b in red)
    faults.near('the seal is wide', seal[3] - seal[2], width)
    above = [b[1] for b in bands(found, 1) if b[1] <= seal[0] + 1]
    faults.want('text above the seal', bool(above))
    if above:
        faults.near('text to seal', seal[0] - above[-1], 5.2, 5.6)
    return True


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('file')
    arguments.add_argument('--seal', type=float)
    arguments.add_argument('--word', action='store_true')
    options = arguments.parse_args()
    info = subprocess.run(['pdfinfo', options.file], capture_output=True, text=True, check=True).stdout
    count = int(info.split('Pages:')[1].split()[0])
    faults, sealed = Faults(), False
    for number in range(1, count + 1):
        rows, turned = read_page(options.file, number)
        if turned and options.word:
            below = 3 * (RIGHT + 2) * SCALE
            rows = [row[:below] + b'\xff' * (len(row) - below) for row in rows]
        if not any(row.strip(b'\xff') for row in rows):
            continue
        found = ink(rows)
        if number == 1:
            judge_head(faults, found)
        elif options.seal and not sealed:
            sealed = judge_seal(faults, found, options.seal)
        if number == count:
            judge_record(faults, found, number, options.word)
        judge_inside(faults, found, number, 1 if options.word else 0.5)
    if options.seal:
        faults.want('a seal', sealed)
    print(f'{faults.count} BAD')
    sys.exit(faults.count > 0)


if __name__ == '__main__':
    main()
