#!/usr/bin/python3
"""annotated.py BEFORE.xlsx AFTER.xlsx [CHECK.json]: AFTER is BEFORE with problems marked in it, and nothing else.

Every part of BEFORE is in AFTER, in its order; parts that bear no mark have the same packed bytes; the others hold the same
elements once the marks are left out. The Open XML SDK has nothing to say of AFTER that it does not say of BEFORE. With the
JSON of `tongbao check --annotate`, each problem's cell has the colour of its severity and a note, and each problem is listed.
BEFORE may be annotated itself; then its own marks and list are left out of the comparison, and parts are not compared as bytes."""
import collections
import json
import pathlib
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

TITLE, HEADING = '通报检查：问题清单', '【通报检查】'
NOTE = '{urn:schemas-microsoft-com:office:excel}ClientData'
faults = []


def bad(*words):
    faults.append(' '.join(str(w) for w in words))


def local(tag):
    return tag.rpartition('}')[2]


def child(node, name):
    return next((k for k in node if local(k.tag) == name), None) if node is not None else None


def every(node, name):
    return [k for k in node.iter() if local(k.tag) == name] if node is not None else []


class Book:
    def __init__(self, path):
        self.path, self.zip = path, zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.bytes = path.read_bytes()
        top = self.relations('')
        self.main = next(t for k, t in top.values() if k == 'officeDocument')
        self.relations_of_main = self.relations(self.main)
        self.sheets = {}
        for s in every(self.xml(self.main), 'sheet'):
            target = next(v for k, v in s.attrib.items() if local(k) == 'id')
            self.sheets[s.get('name')] = self.relations_of_main[target][1]
        self.list = next((n for n, p in self.sheets.items() if self.first_cell(p).startswith(TITLE)), None)

    def first_cell(self, part):
        """The text of the first cell of a sheet."""
        cell = next(iter(every(self.xml(part), 'c')), None)
        if cell is None or cell.get('t') != 's':
            return ''.join(t.text or '' for t in every(cell, 't'))
        strings = self.xml(self.related(self.main, 'sharedStrings'))
        return ''.join(t.text or '' for t in every(strings[int(child(cell, 'v').text)], 't'))

    def raw(self, name):
        entry = self.zip.getinfo(name)
        at = entry.header_offset
        names, extra = struct.unpack('<HH', self.bytes[at + 26:at + 30])
        return self.bytes[at + 30 + names + extra:][:entry.compress_size]

    def xml(self, name):
        return ET.fromstring(self.zip.read(name).replace(b'<br>', b'<br/>'))

    def relations(self, part):
        folder, _, base = part.rpartition('/')
        name = f'{folder}/_rels/{base}.rels'.lstrip('/')
        if name not in self.names:
            return {}
        out = {}
        for r in self.xml(name):
            target = r.get('Target').replace('\\', '/')
            parts = [] if target.startswith('/') else folder.split('/')
            for step in target.strip('/').split('/'):
                parts = parts[:-1] if step == '..' else [*parts, step]
            out[r.get('Id')] = (r.get('Type').rpartition('/')[2], '/'.join(p for p in parts if p))
        return out

    def related(self, part, kind):
        return next((t for k, t in self.relations(part).values() if k == kind and t in self.names), None)


def is_mark(rule):
    return any((f.text or '').startswith('N("tongbao:') for f in every(rule, 'formula'))


def drop(parent, node):
    """Takes a node out; what stands behind it stays."""
    at = list(parent).index(node)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or '') + (node.tail or '')
    else:
        parent.text = (parent.text or '') + (node.tail or '')
    parent.remove(node)


def strip_sheet(root, had_drawing):
    """The sheet without marks, as text; priorities are told by their order."""
    for format in [k for k in root if local(k.tag) == 'conditionalFormatting']:
        for rule in list(format):
            if is_mark(rule):
                drop(format, rule)
        if not len(format):
            drop(root, format)
    drawing = child(root, 'legacyDrawing')
    if drawing is not None and not had_drawing:
        drop(root, drawing)
    rules = [r for r in every(root, 'cfRule') if r.get('priority')]
    order = sorted({int(r.get('priority')) for r in rules})
    for r in rules:
        r.set('priority', str(order.index(int(r.get('priority')))))
    for view in every(root, 'sheetView'):
        view.attrib.pop('tabSelected', None)
    return ET.canonicalize(ET.tostring(root, encoding='unicode'))


def compare_sheets(before, after):
    for name, part in before.sheets.items():
        if name == before.list:
            continue
        old, new = before.xml(part), after.xml(part)
        had = child(old, 'legacyDrawing') is not None
        if strip_sheet(old, had) != strip_sheet(new, had):
            bad('sheet', name, 'differs besides its marks')
        compare_notes(before, after, name, part)


def notes(book, part):
    name = book.related(part, 'comments')
    if not name:
        return {}
    return {c.get('ref'): ''.join(t.text or '' for t in every(child(c, 'text'), 't')) for c in every(book.xml(name), 'comment')}


def compare_notes(before, after, name, part):
    old, new = notes(before, part), notes(after, part)
    old = {ref: words.partition('\n' + HEADING)[0] for ref, words in old.items() if not words.startswith(HEADING)}
    for ref, words in old.items():
        if new.get(ref, '').partition('\n' + HEADING)[0] != words:
            bad('note of', name, ref, 'was', repr(words), 'is', repr(new.get(ref)))
    for ref, words in new.items():
        if ref not in old and not words.startswith(HEADING) or words.count(HEADING) > 1:
            bad('note of', name, ref, 'is not ours:', repr(words))
    drawing = child(after.xml(part), 'legacyDrawing')
    if drawing is None:
        if new:
            bad(name, 'has notes without boxes')
        return
    target = after.relations(part)[next(v for k, v in drawing.attrib.items() if local(k) == 'id')][1]
    shapes = every(after.xml(target), 'shape')
    ids = collections.Counter(s.get('id') for s in shapes)
    if max(ids.values(), default=1) > 1 and 'shape_0' not in ids:
        bad(name, 'has two boxes of one id')
    places = collections.Counter()
    for data in every(after.xml(target), 'ClientData'):
        if data.get('ObjectType') == 'Note':
            places[column(int(child(data, 'Column').text)) + str(int(child(data, 'Row').text) + 1)] += 1
    if places != collections.Counter(new.keys()):
        bad(name, 'notes and boxes differ:', places - collections.Counter(new.keys()), collections.Counter(new.keys()) - places)


def column(n):
    return (column(n // 26 - 1) if n > 25 else '') + chr(65 + n % 26)


def compare_rest(before, after, touched):
    if not before.list:
        if after.names[:len(before.names)] != before.names:
            bad('parts are not in their order')
        for name in before.names:
            if name not in touched and before.raw(name) != after.raw(name):
                bad(name, 'has other bytes')
    old, new = before.xml(before.main), after.xml(after.main)
    drop(child(new, 'sheets'), child(new, 'sheets')[-1])
    if before.list:
        drop(child(old, 'sheets'), next(s for s in child(old, 'sheets') if s.get('name') == before.list))
    for root in (old, new):
        views = child(root, 'bookViews')
        for view in every(views, 'workbookView'):
            view.attrib.pop('activeTab', None)
        if views is not None and child(before.xml(before.main), 'bookViews') is None:
            drop(root, views)
    if ET.canonicalize(ET.tostring(old)) != ET.canonicalize(ET.tostring(new)):
        bad('the workbook part differs besides its last sheet')
    styles = before.related(before.main, 'styles')
    if styles and not before.list:
        compare_styles(before.xml(styles), after.xml(styles))


def compare_styles(old, new):
    for collection in old:
        others = child(new, local(collection.tag))
        for i, k in enumerate(collection):
            if ET.canonicalize(ET.tostring(k)) != ET.canonicalize(ET.tostring(others[i])):
                bad('style', local(collection.tag), i, 'is another')


def touched(before):
    """The parts of BEFORE that may bear marks, or lead to parts that do."""
    out = {'[Content_Types].xml', before.main, rels(before.main), before.related(before.main, 'styles')}
    for part in before.sheets.values():
        out |= {part, rels(part), before.related(part, 'comments')}
        out |= {t for k, t in before.relations(part).values() if k == 'vmlDrawing'}
    return out


def rels(part):
    folder, _, base = part.rpartition('/')
    return f'{folder}/_rels/{base}.rels'.lstrip('/')


def listed(after):
    """The rows of the list: code and place."""
    name, part = list(after.sheets.items())[-1]
    root = after.xml(part)
    rows = [[''.join(t.text or '' for t in every(c, 't')) or ''.join(v.text for v in every(c, 'v')) for c in row] for row in every(root, 'row')]
    if after.list != name:
        bad('the last sheet is no list')
    selected = [n for n, p in after.sheets.items() if any(v.get('tabSelected') in ('1', 'true') for v in every(after.xml(p), 'sheetView'))]
    if selected != [name]:
        bad('selected sheets:', selected)
    return [row for row in rows[3:] if row and re.fullmatch(r'\d+', row[0]) and len(row) > 6]


def compare_problems(before, after, check):
    run = json.loads(check.read_text(encoding='utf-8'))['ledgers'][0]
    rows = listed(after)
    if len(rows) != len(run['problems']):
        bad(len(rows), 'problems are listed, not', len(run['problems']))
    worst = {}
    for p in run['problems']:
        if p.get('cell'):
            key = p['sheet'], p['cell']
            worst[key] = 'error' if 'error' in (worst.get(key), p['severity']) else 'warning'
            if p['message'] not in notes(after, after.sheets[p['sheet']]).get(p['cell'], ''):
                bad('no note of', key, p['message'])
    for (sheet, cell), severity in worst.items():
        if cell not in coloured(after.xml(after.sheets[sheet]), severity):
            bad(sheet, cell, 'has not the colour of an', severity)
    print(f'{len(run["problems"])} problems, {len(worst)} cells', end=', ')


def coloured(root, severity):
    """The cells that begin a range of our rules."""
    out = set()
    for format in every(root, 'conditionalFormatting'):
        if any(is_mark(r) and f'tongbao:{severity}"' in every(r, 'formula')[0].text for r in every(format, 'cfRule')):
            for ref in format.get('sqref').split():
                first, _, last = ref.partition(':')
                (a, b), (c, d) = split(first), split(last or first)
                out |= {column(x) + str(y) for x in range(a, c + 1) for y in range(b, d + 1)}
    return out


def split(ref):
    letters, row = re.fullmatch(r'([A-Z]+)(\d+)', ref).groups()
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1, int(row)


def verdict(path):
    validator = pathlib.Path(__file__).resolve().parent / 'ooxml/ooxml'
    said = subprocess.run([validator, path], capture_output=True, text=True).stdout
    return collections.Counter(said.splitlines()[1:])


def main():
    before, after = Book(pathlib.Path(sys.argv[1])), Book(pathlib.Path(sys.argv[2]))
    compare_sheets(before, after)
    compare_rest(before, after, touched(before))
    if len(after.sheets) != len(before.sheets) + (not before.list):
        bad(len(after.sheets), 'sheets')
    if len(sys.argv) > 3:
        compare_problems(before, after, pathlib.Path(sys.argv[3]))
    else:
        listed(after)
    for error in (verdict(after.path) - verdict(before.path)).elements():
        bad('Open XML SDK:', error.strip())
    for fault in faults:
        print('BAD', fault)
    kept = sum(n in after.names and before.raw(n) == after.raw(n) for n in before.names)
    print(f'{len(before.names)} parts, {kept} with the same bytes, {len(faults)} BAD')
    sys.exit(bool(faults))


main()
