#!/usr/bin/python3
"""page_lines.py N OURS.pdf THEIRS.pdf: a table of the two, page by page: lines, and the first line that differs. They may differ by N pages.

Lines are rows of ink from left to right, upright pages only; page numbers do not count, nor does white space.
"""
import re
import sys

import pdf_grid

NUMBER = re.compile(r'[—–-]\d+[—–-]')


def pages(path):
    """The rows of each page's text, cells of a table side by side."""
    for page in pdf_grid.read_pages(path):
        rows = [re.sub(r'\s+', '', line['t']) for line in page['lines']]
        yield [r for r in rows if r and not NUMBER.fullmatch(r)]


def first_difference(ours, theirs):
    for number, (a, b) in enumerate(zip(ours, theirs), 1):
        if a != b:
            return f'{number}: {a[-8:]} | {b[-8:]}'
    return '-' if len(ours) == len(theirs) else f'{min(len(ours), len(theirs)) + 1}: one has no more'


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    ours, theirs = list(pages(sys.argv[2])), list(pages(sys.argv[3]))
    print(f'{"page":>4} {"ours":>5} {"theirs":>6}  first line that ends otherwise')
    for number in range(max(len(ours), len(theirs))):
        a, b = (x[number] if number < len(x) else [] for x in (ours, theirs))
        print(f'{number + 1:4} {len(a):5} {len(b):6}  {first_difference(a, b)}')
    print(f'{len(ours)} and {len(theirs)} pages')
    sys.exit(abs(len(ours) - len(theirs)) > int(sys.argv[1]))


if __name__ == '__main__':
    main()
