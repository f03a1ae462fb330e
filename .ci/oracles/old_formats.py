#!/usr/bin/python3
"""old_formats.py WORKBOOK NOTICE.txt PROGRAM: LibreOffice stores the workbook as .xls and .ods; the program must make the same
notice of each, find every finding the same, leave nothing in the temporary folder, and, of a file full of links and a macro,
fetch nothing and run nothing. That LibreOffice left to itself does fetch is seen first."""
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
FORMATS = {'xls': 'MS Excel 97', 'ods': 'calc8'}
SPACES = ' '.join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in (
    ('office', 'office'), ('table', 'table'), ('text', 'text'), ('draw', 'drawing'), ('script', 'script'),
    ('svg', 'svg-compatible'))) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
LIBRARY = ('<?xml version="1.0"?><library:{kind} xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"'
           '{attributes}>{body}</library:{kind}>')
faults = []


def bad(what):
    faults.append(what)
    print('BAD', what)


def run(*command, **options):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, errors='replace', timeout=300, **options)


def soffice(folder, source, target):
    done = run('soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', target, '--outdir', folder, source)
    made = folder / (source.stem + '.' + target.split(':')[0])
    if not made.exists():
        sys.exit(f'soffice could not store {made.name}: {done.stdout}{done.stderr}')
    return made


def same_ledger(folder, workbook, notice, program):
    for extension, filter_name in FORMATS.items():
        old = soffice(folder, workbook, f'{extension}:{filter_name}')
        made = folder / f'{extension}.docx'
        done = run(program, 'make', old, '-o', made)
        if done.returncode:
            bad(f'{extension}: no notice: {done.stderr}')
            continue
        if 'LibreOffice' not in done.stderr:
            bad(f'{extension}: it is not said who converts')
        words = run(HERE / 'compare_text.py', notice, made)
        if words.returncode:
            bad(f'{extension}: {words.stdout}')
        compared = run(program, 'diff', workbook, old, '--json', '--today', '2025-01-01')
        counts = json.loads(compared.stdout or '{}').get('diff', {}).get('counts', {})
        found = {k: v for k, v in counts.items() if v}
        print(f'{extension}: {words.stdout.strip()}, findings {found}')
        if found != {'same': 40}:
            bad(f'{extension}: findings differ')


def hostile(path, address, proof):
    """An .ods that fetches a picture and other tables, and has a macro that writes proof when it is opened."""
    cell = '<table:table-cell {}><text:p>1</text:p>{}</table:table-cell>'
    formulas = (f'WEBSERVICE(&quot;{address}/service&quot;)', f"'{address}/other.ods'#$S.A1")
    cells = ''.join(cell.format(f'table:formula="of:={f}" office:value-type="float" office:value="1"', '') for f in formulas)
    cells += cell.format('office:value-type="string"', f'<draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="{address}/picture.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>')
    event = ('<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" '
             'xlink:href="vnd.sun.star.script:Standard.M.Auto?language=Basic&amp;location=document" xlink:type="simple"/></office:event-listeners></office:scripts>')
    parts = {
        'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': f'<?xml version="1.0"?><office:document-content {SPACES} office:version="1.2">{event}<office:body><office:spreadsheet>'
                       f'<table:table table:name="S"><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
        'Basic/script-lc.xml': LIBRARY.format(kind='libraries', attributes='', body='<library:library library:name="Standard" library:link="false"/>'),
        'Basic/Standard/script-lb.xml': LIBRARY.format(kind='library', attributes=' library:name="Standard" library:readonly="false" library:passwordprotected="false"', body='<library:element library:name="M"/>'),
        'Basic/Standard/M.xml': '<?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="M" script:language="StarBasic">'
                                f'Sub Auto\nn = FreeFile\nOpen "{proof}" For Output As #n\nClose #n\nEnd Sub</script:module>',
    }
    entries = ''.join(f'<manifest:file-entry manifest:full-path="{p}" manifest:media-type="text/xml"/>' for p in parts if p != 'mimetype')
    parts['META-INF/manifest.xml'] = ('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                                      f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{parts["mimetype"]}"/>{entries}</manifest:manifest>')
    with zipfile.ZipFile(path, 'w') as z:
        for name, body in parts.items():
            z.writestr(name, body)


def quiet(folder, program):
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self):
            asked.append(f'{self.command} {self.path}')
            self.send_response(404)
            self.end_headers()

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = answer

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    source, proof = folder / 'hostile.ods', folder / 'macro-ran'
    hostile(source, f'http://127.0.0.1:{server.server_port}', proof)
    soffice(folder, source, 'xlsx')
    if not asked:
        sys.exit('LibreOffice left to itself fetched nothing: this proves nothing')
    print('left to itself, LibreOffice asks for', ', '.join(sorted(set(asked))))
    asked.clear()
    done = run(program, 'check', source)
    if 'LibreOffice' not in done.stderr:
        bad(f'hostile.ods was not converted: {done.stderr}')
    if asked:
        bad(f'fetched {asked}')
    if proof.exists():
        bad('a macro ran')
    server.shutdown()


def main():
    workbook, notice, program = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    os.environ.pop('TONGBAO_SOFFICE', None)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        scratch = folder / 'tmp'
        scratch.mkdir()
        os.environ['TMPDIR'] = str(scratch)
        same_ledger(folder, workbook, notice, program)
        quiet(folder, program)
        left = [p.name for p in scratch.iterdir() if p.name.startswith('tongbao')]
        if left:
            bad(f'left behind: {left}')
    print(f'{len(faults)} BAD')
    sys.exit(len(faults) > 0)


if __name__ == '__main__':
    main()
