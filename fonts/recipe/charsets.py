"""Which characters a face holds: sets from Python's codecs and Unihan."""
import bz2
import os


def table(codec, rows, cells):
    """The characters of a double-byte code table."""
    out = set()
    for row in rows:
        for cell in cells:
            try:
                text = bytes([row, cell]).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                out.add(ord(text))
    return out


def is_han(c):
    return (0x3400 <= c <= 0x4DBF or 0x4E00 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF
            or 0x20000 <= c <= 0x3FFFF or c == 0x3007)


def unihan(folder, name, field):
    """The code points that have a field in one of Unihan's files."""
    out = set()
    with bz2.open(os.path.join(folder, name + ".txt.bz2"), "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, key, _ = line.rstrip("\n").split("\t")
                if key == field:
                    out.add(int(code[2:], 16))
    return out


# Marks, signs and numbered forms that every face has if its source does.
EXTRA = set(map(ord, "‐–—―‘’“”•…‰′″※€℃№←↑→↓■□○●★☆✓✗✔☐☑☒⸺㎡㎏㎎㎝㎥・〇￥＄")).union(
    range(0x20, 0x7F), range(0xA0, 0x100), range(0x2160, 0x216C), range(0x2460, 0x249C),
    range(0x3000, 0x3020), range(0x3220, 0x322A), range(0xFE10, 0xFE1A),
    range(0xFE30, 0xFE50), range(0xFF01, 0xFF5F))
# Rare characters common in personal and place names.
NAMES = set(map(ord, "𠮷㛃䶮堃喆犇镕㭎㙍䲟龑昇珺翀赟奡旻禤燊彧"))


def level(which, unihan_folder):
    """A: GB 2312, 通用规范汉字表 and the signs of GBK. C: GBK and the common part
    of GB 18030 level 2 besides."""
    signs = table("gb2312", range(0xA1, 0xAA), range(0xA1, 0xFF))
    gbk = table("gbk", range(0x81, 0xFF), [c for c in range(0x40, 0xFF) if c != 0x7F])
    signs |= {c for c in gbk if not is_han(c)}
    common = unihan(unihan_folder, "Unihan_OtherMappings", "kTGH")
    if which == "A":
        han = table("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)) | common
    else:
        han = common.union(c for c in gbk if is_han(c))
        han |= set(range(0x3400, 0x4DB6)) | set(range(0x4E00, 0x9FF0))
    return han | signs | EXTRA | NAMES
