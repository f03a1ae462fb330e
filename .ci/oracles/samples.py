"""Samples for the self-test, made without the product: pages drawn by reportlab at exactly known places, DOCX by python-docx, workbooks by
openpyxl."""
import re
import zipfile

import openpyxl
import pdf_grid
from docx import Document
from docx.oxml.ns import qn
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen import canvas

POINTS = 72 / 25.4
CELL = 156 * POINTS / 28
PITCH = 1.875 * CELL
SIZE = 16


class Sheet:
    """Draws paragraphs so that the em box of row k is [top, top + one cell] + k pitches and character j starts at left + j cells."""

    def __init__(self, path, top=37, left=28, right=0, pitch=PITCH, cell=CELL, columns=28, rows=22):
        self.top, self.left, self.right = top, left, right
        self.pitch, self.cell, self.columns, self.rows = pitch, cell, columns, rows
        self.row, self.number, self.marks = 0, 1, 0
        self.canvas = canvas.Canvas(str(path), pagesize=(210 * POINTS, 297 * POINTS), invariant=1)

    def paragraph(self, text, mark=True):
        lines = break_lines(text, self.columns)
        for i, line in enumerate(lines):
            self.line(line, first=i == 0, last=i == len(lines) - 1)
            if i == 0 and mark:
                self.canvas.bookmarkPage(text[:20])
                self.canvas.addOutlineEntry(text[:20], text[:20], 0)

    def line(self, text, first, last):
        if self.row == self.rows:
            self.end_page()
        x = self.left * POINTS + (2 * self.cell if first else 0)
        y = 297 * POINTS - (self.top * POINTS + self.cell / 2 + self.row * self.pitch) - 0.38 * SIZE
        spread = self.left * POINTS + (self.columns - 1) * self.cell + SIZE + self.right * POINTS - x
        spacing = self.cell - SIZE if last else (spread - pdfmetrics.stringWidth(text, 'body', SIZE)) / (len(text) - 1)
        run = self.canvas.beginText(x, y)
        run.setFont('body', SIZE)
        run.setCharSpace(spacing)
        run.textOut(text)
        self.canvas.drawText(run)
        self.row += 1

    def end_page(self):
        self.canvas.setFont('body', 14)
        self.canvas.drawCentredString(105 * POINTS, 26 * POINTS, f'— {self.number} —')
        self.canvas.showPage()
        self.row, self.number = 0, self.number + 1

    def save(self):
        self.end_page()
        self.canvas._doc.idToObject['BasicFonts'].dict.pop('F1', None)  # reportlab lists Helvetica, used or not
        self.canvas.save()


def break_lines(text, columns):
    """Full width takes a cell, anything else half; no closing mark starts a line, no opening one ends it, words stay whole."""
    lines, room = [], columns - 2
    while text:
        n, width = 0, 0.0
        while n < len(text) and (width := width + (1 if pdf_grid.is_full_width(text[n]) else 0.5)) <= room:
            n += 1
        while 1 < n < len(text) and _must_not_part(text[n - 1], text[n]):
            n -= 1
        lines.append(text[:n])
        text, room = text[n:], columns
    return lines


def _must_not_part(a, b):
    word = not pdf_grid.is_full_width(a) and not pdf_grid.is_full_width(b)
    return word or b in pdf_grid.CLOSING + '—' or a in pdf_grid.OPENING


def pdf(path, paragraphs, font, **geometry):
    pdfmetrics.registerFont(ttfonts.TTFont('body', str(font)))
    sheet = Sheet(path, **geometry)
    for p in paragraphs:
        sheet.paragraph(p, mark=re.match('[一二三]、', p))
    sheet.save()


def lines(path, pages, font):
    """A page for each of pages, with its lines below one another."""
    pdfmetrics.registerFont(ttfonts.TTFont('body', str(font)))
    drawn = canvas.Canvas(str(path), pagesize=(210 * POINTS, 297 * POINTS), invariant=1)
    for page in pages:
        drawn.setFont('body', 14)
        for i, line in enumerate(page):
            drawn.drawString(28 * POINTS, (260 - 10 * i) * POINTS, line)
        drawn.showPage()
    drawn.save()


def boxes(path, pages):
    """A page for each of pages, with filled boxes: (colour, left, top, width, height) in mm from the upper left corner."""
    drawn = canvas.Canvas(str(path), pagesize=(210 * POINTS, 297 * POINTS), invariant=1)
    for page in pages:
        for colour, x, y, width, height in page.values():
            drawn.setFillColorRGB(*map(int, colour.split()))
            drawn.rect(x * POINTS, (297 - y - height) * POINTS, width * POINTS, height * POINTS, stroke=0, fill=1)
        drawn.showPage()
    drawn.save()


def docx(path, paragraphs, second=2):
    """A Word file in 仿宋_GB2312; 一、 is heading 1 and （一） the heading given. second=None leaves every paragraph plain."""
    document = Document()
    for name in ('Normal', *(f'Heading {k}' for k in (1, 2, 3))):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for k in ('eastAsia', 'ascii', 'hAnsi'):
            fonts.set(qn('w:' + k), '仿宋_GB2312')
    for p in paragraphs:
        level = 1 if re.match('[一二三]、', p) else second if re.match('（[一二三]）', p) else None
        document.add_paragraph(p, style=f'Heading {level}' if level and second else 'Normal')
    document.core_properties.title = 'Sample'
    document.save(path)


def xlsx(path):
    """The smallest workbook: one sheet, one cell."""
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006'
    kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    parts = {
        '[Content_Types].xml': f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        '_rels/.rels': f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Sample</t></is></c></row></sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, 'w') as new:
        for name, text in parts.items():
            new.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def annotated(before, after):
    """A workbook, and the same with one cell marked and listed, its first part untouched."""
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    xlsx(before)
    mark = '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>N("tongbao:error")=0</formula></cfRule></conditionalFormatting>'
    cells = [['通报检查：问题清单'], ['错误 1 处'], ['序号'], ['1', 'L101', '错误', 'S A1', '办公室', '没有填写', '填上']]
    rows = ''.join('<row>' + ''.join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in row) + '</row>' for row in cells)
    changes = {
        '[Content_Types].xml': ('</Types>', '<Override PartName="/xl/worksheets/sheet2.xml" ContentType="'
                                'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
        'xl/workbook.xml': ('</sheets>', '<sheet name="L" sheetId="2" r:id="r2"/></sheets>'),
        'xl/_rels/workbook.xml.rels': ('</Relationships>', f'<Relationship Id="r2" Type="{relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'),
        'xl/worksheets/sheet1.xml': ('</worksheet>', mark + '</worksheet>'),
    }
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after, 'w') as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).decode().replace(*changes.get(name, ('', ''))))
        new.writestr('xl/worksheets/sheet2.xml', f'<worksheet xmlns="{main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>{rows}</sheetData></worksheet>')


def commented(path, on, said='没有填写 [L103]下一步：填上出处：「表」D2', date='2023-06-21T00:00:00Z'):
    """The two parts of a Word file that comments are in: one comment on some words."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, 'w') as new:
        new.writestr('word/document.xml', f'<w:document {w}><w:body><w:p><w:commentRangeStart w:id="0"/><w:r><w:t>{on}</w:t></w:r>'
                     '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p></w:body></w:document>')
        new.writestr('word/comments.xml', f'<w:comments {w}><w:comment w:id="0" w:author="x" w:date="{date}"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment></w:comments>')


def repack(source, target, part, change):
    """Copies a package with one part changed; a change of None leaves the part out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w') as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif change:
                new.writestr(name, change(old.read(name)))


def sheets(path, tables):
    """A workbook of sheets by name, each a list of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
