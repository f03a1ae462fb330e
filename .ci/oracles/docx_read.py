"""A DOCX as plain data, by zipfile and lxml: package faults, paragraphs with style, level and computed number, page set-up."""
import posixpath
import re
import zipfile

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
FALLBACK = '{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback'
SILENT = {W + t for t in ('del', 'moveFrom', 'pPr', 'rPr', 'instrText', 'txbxContent')} | {FALLBACK}
DIGITS = '零一二三四五六七八九'


def read(path):
    """{bad, paragraphs, outline, sections}. Raises zipfile.BadZipFile or OSError for what is no package."""
    package = zipfile.ZipFile(path)
    names = package.namelist()
    parts, bad = _parse_parts(package, names)
    bad += _package_faults(names, parts)
    document = parts.get('word/document.xml')
    if document is None:
        return dict(bad=bad + ['no readable word/document.xml'], paragraphs=[], outline=[], sections=[])
    styles = Styles(parts.get('word/styles.xml'))
    numbers = Numbers(parts.get('word/numbering.xml'))
    paragraphs = [_paragraph(p, styles, numbers) for p in document.iter(W + 'p') if not _is_shadow(p)]
    odd = sorted({f'U+{ord(c):04X}' for p in paragraphs for c in p['text'] if _is_odd(c)})
    if odd:
        bad.append('odd characters ' + ' '.join(odd))
    sections = [_section(s) for s in document.iter(W + 'sectPr')]
    return dict(bad=bad, paragraphs=paragraphs, outline=[p for p in paragraphs if p['level']], sections=sections)


def _parse_parts(package, names):
    parts, bad = {}, []
    for name in names:
        if name.endswith(('.xml', '.rels')):
            try:
                parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
                parts[name] = etree.fromstring(package.read(name), parser)
            except (etree.XMLSyntaxError, zipfile.BadZipFile) as e:
                bad.append(f'{name}: {e}')
    return parts, bad


def _package_faults(names, parts):
    if len(names) != len(set(names)):
        yield 'duplicate zip entries'
    for name in names:
        if name.startswith('/') or '..' in name.split('/') or '\\' in name:
            yield f'unsafe entry {name}'
        if 'vbaProject' in name:
            yield f'macro part {name}'
    for name, root in parts.items():
        if name.endswith('.rels'):
            yield from _relationship_faults(name, root, names)
    types = parts.get('[Content_Types].xml')
    known = {e.get('PartName', '').lstrip('/') for e in types} if types is not None else set()
    endings = {e.get('Extension', '').lower() for e in types} if types is not None else set()
    for name in names:
        covered = name in known or name.rsplit('.', 1)[-1].lower() in endings
        if not covered and name != '[Content_Types].xml' and not name.endswith('/'):
            yield f'no content type for {name}'


def _relationship_faults(name, root, names):
    folder = posixpath.dirname(posixpath.dirname(name))
    for r in root:
        target = r.get('Target')
        if r.get('TargetMode') == 'External':
            if not r.get('Type').endswith('/hyperlink'):
                yield f'external target {target}'
            continue
        part = target.lstrip('/') if target.startswith('/') else posixpath.normpath(posixpath.join(folder, target))
        if part not in names:
            yield f'{name}: missing part {part}'


class Styles:
    """Paragraph styles with what they inherit."""

    def __init__(self, root):
        self.by_id = {}
        for s in root.iter(W + 'style') if root is not None else []:
            self.by_id[s.get(W + 'styleId')] = dict(
                name=_value(s, 'name') or '', base=_value(s, 'basedOn'),
                level=_integer(_value(s, 'pPr', 'outlineLvl')), number=_find(s, 'pPr', 'numPr'),
            )

    def name(self, style):
        return self.by_id[style]['name'] if style in self.by_id else style or '(default)'

    def get(self, style, key):
        seen = set()
        while style in self.by_id and style not in seen:
            if self.by_id[style][key] is not None:
                return self.by_id[style][key]
            seen.add(style)
            style = self.by_id[style]['base']
        return None


class Numbers:
    """Automatic numbers as a word processor would count them."""

    def __init__(self, root):
        self.lists, self.counts = {}, {}
        if root is None:
            return
        abstract = {a.get(W + 'abstractNumId'): dict(map(self._level, a.findall(W + 'lvl'))) for a in root.findall(W + 'abstractNum')}
        for n in root.findall(W + 'num'):
            self.lists[n.get(W + 'numId')] = abstract.get(_value(n, 'abstractNumId'), {})

    @staticmethod
    def _level(l):
        return int(l.get(W + 'ilvl')), (_value(l, 'numFmt') or 'decimal', _value(l, 'lvlText') or '', int(_value(l, 'start') or 1))

    def next(self, properties):
        if properties is None:
            return ''
        number, level = _value(properties, 'numId') or '0', int(_value(properties, 'ilvl') or 0)
        levels = self.lists.get(number, {})
        if level not in levels:
            return ''
        counts = self.counts.setdefault(number, {})
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]

        def shown(m):
            k = int(m[1]) - 1
            return _format(levels[k][0], counts.get(k, levels[k][2])) if k in levels else ''

        return re.sub(r'%(\d)', shown, levels[level][1])


def _format(kind, n):
    if not kind.startswith(('chinese', 'japanese', 'ideograph')) or n > 99:
        return str(n)
    tens, ones = divmod(n, 10)
    return (DIGITS[tens] if tens > 1 else '') + ('十' if tens else '') + (DIGITS[ones] if ones or not tens else '')


def _paragraph(p, styles, numbers):
    style = _value(p, 'pPr', 'pStyle')
    level = styles.get(style, 'level')
    properties = _find(p, 'pPr', 'numPr')
    number = numbers.next(properties if properties is not None else styles.get(style, 'number'))
    return dict(
        style=styles.name(style), level=level + 1 if level is not None and level < 9 else None,
        direct_outline=level is None and _find(p, 'pPr', 'outlineLvl') is not None,
        number=number, text=number + ''.join(_text(p)),
    )


def _text(e):
    if not isinstance(e.tag, str) or e.tag in SILENT:
        return
    match e.tag.removeprefix(W):
        case 't':
            yield e.text or ''
        case 'tab':
            yield '\t'
        case 'br' | 'cr':
            yield '\n' if e.get(W + 'type') in (None, 'textWrapping') else '\f'
        case 'noBreakHyphen':
            yield '-'
        case 'sym':
            yield chr(int(e.get(W + 'char'), 16))
    for child in e:
        yield from _text(child)


def _section(s):
    size, margins, grid = _find(s, 'pgSz'), _find(s, 'pgMar'), _find(s, 'docGrid')
    return dict(
        page_mm=[_mm(size.get(W + k)) for k in 'wh'] if size is not None else None,
        margins_mm={k: _mm(margins.get(W + k)) for k in ('top', 'left', 'right', 'bottom')} if margins is not None else None,
        grid={k: grid.get(W + k) for k in ('type', 'linePitch', 'charSpace')} if grid is not None else None,
        footers=len(s.findall(W + 'footerReference')),
    )


def _is_shadow(p):
    return any(a.tag in (FALLBACK, W + 'del') for a in p.iterancestors())


def _is_odd(c):
    return (ord(c) < 32 and c not in '\t\n\f') or '\ue000' <= c <= '\uf8ff' or c in '\ufffd\u200b\u202e\ufeff'


def _find(e, *path):
    return e.find('/'.join(W + step for step in path))


def _value(e, *path):
    found = _find(e, *path)
    return found.get(W + 'val') if found is not None else None


def _integer(text):
    return int(text) if text is not None else None


def _mm(twips):
    return round(int(twips) / 1440 * 25.4, 1) if twips else None
