#!/usr/bin/python3
"""shown.py EXPECTED.txt FILE.pdf: the beginning and the end of every expected paragraph (one a line) are on the pages.

For files with headers, footers and text boxes, whose text comes between: compare_text.py holds the order and every character of
others. White space is not compared. Exit 1 with MISSING lines."""
import sys

import compare_text

LEAST = 8  # characters of a beginning or an end


def main():
    expected, got = sys.argv[1:]
    lines = [compare_text.squeeze(l) for l in compare_text.lines_of(expected) if not compare_text.PAGE_NUMBER.fullmatch(l)]
    text = compare_text.squeeze(compare_text.output_of('pdftotext', '-raw', '-enc', 'UTF-8', got, '-'))  # a cell at a time
    missing = [l for l in lines if l and (l[:LEAST] not in text or l[-LEAST:] not in text)]
    for l in missing:
        print('MISSING', l[:60])
    print(f'{"DIFFERENT" if missing else "SHOWN"}: {len(list(filter(None, lines)))} paragraphs expected, {len(missing)} missing')
    sys.exit(bool(missing) or not text)


if __name__ == '__main__':
    main()
