#!/usr/bin/python3
"""docx_edit.py FILE.docx OUT.docx: python-docx reads properties, styles and sections, changes a heading and a paragraph, and saves.

Exit 1 with BAD lines unless: title, author and language are there; every style in use is defined and has a name; each section has
its measures. The heading and the paragraph that are changed are the first of level 1 and the first of body text after it.
"""
import sys

import docx
from docx.enum.section import WD_ORIENT


def body_paragraphs(document):
    """Those in table cells, too."""
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def judge(document):
    core = document.core_properties
    for name in ('title', 'author', 'language'):
        if not getattr(core, name):
            yield f'no {name}'
    used = {p.style.name for p in body_paragraphs(document)}
    known = {s.name for s in document.styles}
    if missing := used - known:
        yield f'styles without a definition: {missing}'
    for i, s in enumerate(document.sections, 1):
        if not all((s.page_width, s.page_height, s.left_margin, s.top_margin)):
            yield f'section {i} has no measures'
        if (s.orientation == WD_ORIENT.LANDSCAPE) != (s.page_width > s.page_height):
            yield f'section {i} is turned by half'
    print(f'{core.title} | {core.author} | {core.language}; sections: ' +
          ', '.join(f'{s.page_width.mm:.0f}x{s.page_height.mm:.0f}' for s in document.sections) + '; styles: ' + '、'.join(sorted(used)))


def change(document):
    """Puts a word before the last run of the first heading and of the first text after it."""
    heading = next(p for p in document.paragraphs if p.style.name == 'Heading 1')
    heading.runs[-1].text += '（改）'
    at = [p._p for p in document.paragraphs].index(heading._p)
    text = next(p for p in document.paragraphs[at + 1:] if p.style.name == 'Normal' and p.runs)
    text.runs[-1].text += '（改）'


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        document = docx.Document(sys.argv[1])
    except Exception as e:  # whatever python-docx says of a damaged package
        sys.exit(f'BAD package: {e!r}')
    bad = list(judge(document))
    for line in bad:
        print('BAD', line)
    if bad:
        sys.exit(1)
    change(document)
    document.save(sys.argv[2])


if __name__ == '__main__':
    main()
