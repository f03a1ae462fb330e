#!/usr/bin/python3
"""docx_marks.py BEFORE.docx AFTER.docx: each hidden bookmark of BEFORE must stand in AFTER, once, around the same words.

--changed N   so many of them may stand around other words
A boundary may have moved by one character: LibreOffice 7.4 does that beside the end of a section. Exit 1 with BAD lines; a file
without hidden bookmarks is BAD, too.
"""
import argparse
import collections
import sys
import zipfile

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def marks(path):
    """{name: words} of the bookmarks that Word hides, and how often each name is there."""
    root = etree.fromstring(zipfile.ZipFile(path).read('word/document.xml'))
    names, words, open_ = collections.Counter(), {}, {}
    for e in root.iter(W + 'bookmarkStart', W + 'bookmarkEnd', W + 't'):
        if e.tag == W + 'bookmarkStart' and e.get(W + 'name').startswith('_tb_'):
            open_[e.get(W + 'id')] = e.get(W + 'name')
            names[e.get(W + 'name')] += 1
            words[e.get(W + 'name')] = ''
        elif e.tag == W + 'bookmarkEnd':
            open_.pop(e.get(W + 'id'), None)
        elif e.tag == W + 't':
            for name in open_.values():
                words[name] += e.text or ''
    return names, words


def moved(before, after):
    """Whether after is before but for a character at one end."""
    return before != after and after in (before[1:], before[:-1])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('before')
    p.add_argument('after')
    p.add_argument('--changed', type=int, default=0)
    a = p.parse_args()
    (names, words), (after, now) = marks(a.before), marks(a.after)
    bad = [] if names else ['no hidden bookmark']
    for name in names:
        if len(name) > 40 or names[name] != 1:
            bad.append(f'{name} is too long or there twice')
        if after[name] != 1:
            bad.append(f'{name} is there {after[name]} times after')
    slipped = [n for n in words if after[n] == 1 and moved(words[n], now[n])]
    other = [n for n in words if after[n] == 1 and now[n] != words[n] and n not in slipped]
    if len(other) != a.changed:
        bad.append(f'{len(other)} stand around other words, want {a.changed}: ' + '; '.join(f'{n} {words[n][:20]} -> {now[n][:20]}' for n in other[:5]))
    for line in bad[:40]:
        print('BAD', line)
    print(f'{len(names)} hidden bookmarks, {len(other)} around other words, {len(slipped)} moved by a character, {len(bad)} BAD')
    sys.exit(bool(bad))


if __name__ == '__main__':
    main()
