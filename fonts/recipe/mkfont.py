"""Makes one static, unhinted TrueType face of a source font.

No clock, no network; the same source gives the same bytes with Python 3.11 and
fontTools 4.38. Lengths are in font units, shares in parts of the em.
"""
import argparse

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

import charsets

ASCENT, DESCENT = 0.88, 0.12  # the em box above and below the baseline
CURVE_ERROR = 1.0             # cubic to quadratic
DASHES = (0x2014, 0x2E3A)
LEFT_QUOTES, RIGHT_QUOTES = {0x2018, 0x201C}, {0x2019, 0x201D}
MIDDLE_DOT, BULLET = 0xB7, 0x2022
DROPPED = ("GSUB GPOS GDEF BASE vhea vmtx VORG mort gasp prep fpgm STAT DSIG meta FFTM").split()
MAXP_FIELDS = (
    "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
    "maxSizeOfInstructions maxComponentElements maxComponentDepth maxPoints maxContours "
    "maxCompositePoints maxCompositeContours").split()


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("source")
    p.add_argument("out")
    p.add_argument("--unihan", required=True, help="folder of the Unihan files")
    p.add_argument("--level", choices="AC", required=True, help="see charsets.level")
    p.add_argument("--family", required=True, help="English family name")
    p.add_argument("--chinese", required=True, help="Chinese family name")
    p.add_argument("--notice", required=True, help="what was changed (name 10)")
    p.add_argument("--shift", type=int, default=0, help="raise full-width glyphs by this much")
    p.add_argument("--xscale", type=float, default=1.0, help="narrow full-width glyphs to this share")
    p.add_argument("--fstype", type=int, default=0, help="OS/2 embedding rights")
    p.add_argument("--not-in", help="leave out the characters this font has")
    return p.parse_args()


def full_width_dashes(font):
    """Lets the dashes that join to —— take the font's own full-width forms."""
    forms = {}
    if "GSUB" in font:
        gsub = font["GSUB"].table
        for record in gsub.FeatureList.FeatureRecord:
            if record.FeatureTag != "fwid":
                continue
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    sub = sub.ExtSubTable if sub.LookupType == 7 else sub
                    forms.update(getattr(sub, "mapping", {}))
    for table in font["cmap"].tables:
        for c in DASHES:
            if table.cmap.get(c) in forms:
                table.cmap[c] = forms[table.cmap[c]]


def cut(font, args):
    """Keeps the wanted characters and no layout or hinting."""
    wanted = charsets.level(args.level, args.unihan)
    if args.not_in:
        wanted -= set(TTFont(args.not_in, lazy=True).getBestCmap())
        wanted.add(0x20)
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = options.hinting = options.recalc_timestamp = options.legacy_cmap = False
    options.drop_tables += DROPPED + ["cvt "]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)


def placing(chars, width, bounds, em):
    """Where a glyph goes: its width, how far it moves right, whether it is set in
    an em square, and whether it is narrowed there."""
    left, right = bool(chars & LEFT_QUOTES), bool(chars & RIGHT_QUOTES)
    quote = left or right
    dot = MIDDLE_DOT in chars
    full = abs(width - em) <= em * 0.02 or (width >= 2 * em * 0.95 and 0x2E3A in chars)
    move = 0
    if quote and width < em * 0.9:  # a proportional quote gets a full cell
        x0, _, x1, _ = bounds()
        move = em * 0.93 - x1 if left else em * 0.07 - x0
        width = em
    if dot and BULLET not in chars:  # 间隔号 takes half a cell (GB/T 15834)
        x0, _, x1, _ = bounds()
        width = em // 2
        move = width / 2 - (x0 + x1) / 2
    return width, move, full or quote or dot, full and not quote


def redraw(font, args):
    """Turns every glyph into plain quadratic outlines at its place."""
    em, cff = font["head"].unitsPerEm, "CFF " in font
    source, order, metrics = font.getGlyphSet(), font.getGlyphOrder(), font["hmtx"]
    chars = {}
    for c, name in font.getBestCmap().items():
        chars.setdefault(name, set()).add(c)
    drawn, widths = {}, {}
    for name in order:
        def bounds():
            pen = BoundsPen(source)
            source[name].draw(pen)
            return pen.bounds
        width, move, square, narrow = placing(chars.get(name, set()), metrics[name][0], bounds, em)
        scale = args.xscale if narrow else 1.0
        if scale != 1:
            move += width * (1 - scale) / 2
        record = DecomposingRecordingPen(source)
        source[name].draw(record)
        glyph_pen = TTGlyphPen(None)
        pen = Cu2QuPen(glyph_pen, CURVE_ERROR, reverse_direction=True) if cff else glyph_pen
        shift = args.shift if square else 0
        record.replay(TransformPen(pen, (scale, 0, 0, 1, round(move), shift)))
        drawn[name], widths[name] = glyph_pen.glyph(), width
    return order, drawn, widths


def put_outlines(font, order, drawn, widths):
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    font["loca"], font["glyf"] = newTable("loca"), glyf
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in MAXP_FIELDS:
        setattr(maxp, field, 0)
    for name in order:
        glyph = glyf[name]
        glyph.recalcBounds(glyf)
        bearing = getattr(glyph, "xMin", 0) if glyph.numberOfContours else 0
        font["hmtx"][name] = (widths[name], bearing)
    font.sfntVersion = "\0\1\0\0"
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font["head"].flags = 3


def put_metrics(font, args):
    """Gives every face one em box and calls it regular."""
    em, hhea, os2 = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
    ascent, descent = round(em * ASCENT), round(em * DESCENT)
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    os2.usWeightClass, os2.fsType, os2.fsSelection = 400, args.fstype, 0x40
    font["head"].macStyle = 0


def put_names(font, args):
    """Keeps copyright, trademark and licence; everything else is ours."""
    names = font["name"]
    old = {i: names.getDebugName(i) for i in (0, 7, 13, 14)}
    postscript = args.family.replace(" ", "")
    new = {**old, 1: args.family, 2: "Regular", 3: postscript, 4: args.family,
           5: "Version 1.000", 6: postscript, 10: args.notice}
    names.names = []
    for i, text in new.items():
        if text:
            names.setName(text, i, 3, 1, 0x409)
    for i in (1, 4):
        names.setName(args.chinese, i, 3, 1, 0x804)


def main():
    args = arguments()
    font = TTFont(args.source, recalcTimestamp=False, lazy=False)
    full_width_dashes(font)
    cut(font, args)
    put_outlines(font, *redraw(font, args))
    put_metrics(font, args)
    put_names(font, args)
    font.save(args.out, reorderTables=True)
    print(args.out)


if __name__ == "__main__":
    main()
