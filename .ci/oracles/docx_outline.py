#!/usr/bin/python3
"""docx_outline.py FILE.docx: headings by level and style, page set-up, and every fault of the package.

--levels 3,3,11,40    exit 1 unless there are so many headings at outline level 1, 2, …
--text                every paragraph's text, one a line, automatic numbers in front
--json                all of it as JSON

Exit 1 with BAD lines: broken XML, missing parts, unsafe names, external targets, macros, odd characters, a level left out,
an outline level set on a paragraph instead of its style.
"""
import argparse
import json
import sys
import zipfile

import docx_read


def judge_outline(found, want):
    last = 0
    for p in found['outline']:
        if p['level'] > last + 1:
            yield f'level jumps from {last} to {p["level"]}: {p["text"][:20]}'
        last = p['level']
    for p in found['paragraphs']:
        if p['direct_outline']:
            yield f'outline level set on the paragraph, not by its style: {p["text"][:30]}'
    levels = [p['level'] for p in found['outline']]
    have = ','.join(str(levels.count(k + 1)) for k in range(max(levels, default=0)))
    if want and have != want:
        yield f'headings by level {have or "none"}, want {want}'


def show(found):
    for p in found['outline']:
        print(f'{"  " * (p["level"] - 1)}H{p["level"]} [{p["style"]}] {p["text"]}')
    empty = sum(not p['text'].strip() for p in found['paragraphs'])
    print('sections', json.dumps(found['sections'], ensure_ascii=False))
    print(f'paragraphs {len(found["paragraphs"])}, headings {len(found["outline"])}, empty {empty}')


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('file')
    p.add_argument('--levels')
    p.add_argument('--text', action='store_true')
    p.add_argument('--json', action='store_true')
    a = p.parse_args()
    try:
        found = docx_read.read(a.file)
    except (zipfile.BadZipFile, OSError) as e:
        sys.exit(f'BAD package: {e}')
    found['bad'] += judge_outline(found, a.levels)
    if a.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    elif a.text:
        print('\n'.join(p['text'] for p in found['paragraphs']))
    else:
        show(found)
    for line in found['bad']:
        print('BAD', line, file=sys.stderr)
    sys.exit(bool(found['bad']))


if __name__ == '__main__':
    main()
