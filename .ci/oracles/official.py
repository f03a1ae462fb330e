#!/usr/bin/python3
"""official.py FOLDER: writes 公文.yaml, what a 公文 says besides the real workbook, the 42 mm seal pressed on it, and 无表.yaml, which is
the same without the ledger as a landscape annex."""
import pathlib
import struct
import sys
import zlib

INFO = """文种: 公文
份号: '000001'
紧急程度: 特急
发文字号: 天文旅发〔2023〕12号
主送机关: 各乡镇（街道），区直各单位
附件一标题: 巡察整改工作领导小组名单
附件一内容: 领导小组由局党组书记任组长，各科室负责人为成员。
印章: 印章.png
印章尺寸: 42
附注: 此件公开发布
抄送机关: 区委巡察工作领导小组办公室，区纪委监委，区委组织部
印发机关: 天元区文化旅游广电体育局办公室
印发日期: 2023年6月22日
"""
SIDE = 500


def ring():
    """A red ring with a dot, as a PNG that can be seen through."""
    pixels = bytearray()
    for y in range(SIDE):
        pixels.append(0)
        for x in range(SIDE):
            far = (x - SIDE / 2) ** 2 + (y - SIDE / 2) ** 2
            pixels += bytes((220, 0, 0, 230)) if far < 45 ** 2 or 230 ** 2 < far < 250 ** 2 else bytes(4)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', SIDE, SIDE, 8, 6, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(pixels)) + chunk(b'IEND', b'')


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / '无表.yaml').write_text(INFO, encoding='utf-8')
    (folder / '公文.yaml').write_text(INFO + '附件台账: 是\n', encoding='utf-8')
    (folder / '印章.png').write_bytes(ring())


if __name__ == '__main__':
    main()
