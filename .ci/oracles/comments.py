#!/usr/bin/python3
"""comments.py RUN.json FILE.docx...: each DOCX has one comment for every warning of the run (`make --review --json`), all of its words
in it, on words of the notice.

RUN.json tells what was said; the DOCX is read by zipfile and lxml alone, also as LibreOffice saves it. Exit 1 with a line for each fault."""
import collections
import json
import re
import sys
import zipfile

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def wanted(run):
    """What each warning's comment must hold: code, message, next step, cell."""
    for ledger in json.load(open(run, encoding='utf-8'))['ledgers']:
        for p in ledger['problems']:
            if p['severity'] == 'warning':
                yield tuple(filter(None, (f"[{p['code']}]", p['message'], p.get('hint'), p.get('cell'))))


def words(element):
    return ''.join(t.text or '' for t in element.iter(W + 't'))


def ranges(document):
    """{id: words under the comment}, and how often each id opens, closes and is referred to."""
    open_ids, under, counts = set(), collections.defaultdict(str), collections.Counter()
    for e in document.iter():
        kind = str(e.tag).removeprefix(W)
        if kind in ('commentRangeStart', 'commentRangeEnd', 'commentReference'):
            key = e.get(W + 'id')
            counts[kind, key] += 1
            if kind == 'commentRangeStart':
                open_ids.add(key)
            elif kind == 'commentRangeEnd':
                open_ids.discard(key)
        elif kind == 't':
            for key in open_ids:
                under[key] += e.text or ''
    return under, counts


def faults(path, want):
    package = zipfile.ZipFile(path)
    document = etree.fromstring(package.read('word/document.xml'))
    if 'word/comments.xml' not in package.namelist():
        yield f'no comments, {len(want)} warnings'
        return
    comments = etree.fromstring(package.read('word/comments.xml'))
    under, counts = ranges(document)
    for c in comments.iter(W + 'comment'):
        if not re.match(r'[12]\d{3}-[01]\d-[0-3]\dT', c.get(W + 'date', '')):
            yield f"comment {c.get(W + 'id')} has the date {c.get(W + 'date')}"
    said = {c.get(W + 'id'): words(c) for c in comments.iter(W + 'comment')}
    if len(said) != len(want):
        yield f'{len(said)} comments, {len(want)} warnings'
    for pieces in want:
        key = next((k for k, text in said.items() if all(p in text for p in pieces)), None)
        if key is None:
            yield f'no comment {pieces}'
            continue
        del said[key]
        once = [counts[kind, key] for kind in ('commentRangeStart', 'commentRangeEnd', 'commentReference')]
        if once != [1, 1, 1] or not under[key]:
            yield f'comment {key} {pieces}: start, end, reference {once}, on {under[key]!r}'


def main():
    want, bad = list(wanted(sys.argv[1])), not sys.argv[2:]
    for path in sys.argv[2:]:
        found = list(faults(path, want))
        for fault in found:
            print(f'{path}: {fault}')
        print(f'{path}: {len(want)} warnings, {len(found)} faults')
        bad = bad or bool(found) or not want
    sys.exit(bad)


if __name__ == '__main__':
    main()
