#!/usr/bin/env python3
"""contents.py N WORD.pdf OUR.pdf: what 目录 says, as another program shows it, is true of our PDF to the page, and of its own to N pages.

WORD.pdf is the DOCX with --toc as LibreOffice prints it: 目录, then the text from page 1 on. OUR.pdf has no 目录.
"""
import re
import subprocess
import sys

LEADER = re.compile(r"[.．…·\s]{3,}(\d+)$")


def pages(file):
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def squeeze(text):
    return re.sub(r"\s", "", text)


def entries(page):
    """The entries of one page of 目录; the words of a long one stand on lines without a number."""
    words = ""
    for line in page.splitlines():
        found = LEADER.search(line)
        if found:
            yield squeeze(words + line[: found.start()]), int(found.group(1))
            words = ""
        elif squeeze(line) != "目录":
            words += line


def main():
    apart, word, ours = int(sys.argv[1]), pages(sys.argv[2]), pages(sys.argv[3])
    listed, bad = [], []
    if "目录" not in word[0]:
        bad.append("page 1 is no 目录")
    front = 0
    while front < len(word) and list(entries(word[front])):
        listed += entries(word[front])
        if not re.search(r"—[ivx]+—$", squeeze(word[front])):
            bad.append(f"page {front + 1} of 目录 has no Roman number")
        front += 1
    for words, number in listed:
        start = re.sub(r"^附件\d*", "", words)[:8]
        if number > len(ours) or start not in squeeze(ours[number - 1]):
            bad.append(f"{words}: not on our page {number}")
        near = word[front:][max(0, number - 1 - apart): number + apart]
        if not any(start in squeeze(page) for page in near):
            bad.append(f"{words}: not near page {number} there")
    if len(listed) < 3:
        bad.append(f"{len(listed)} entries")
    print(*bad, sep="\n")
    print(f"{len(listed)} entries on {front} pages, {len(bad)} BAD")
    sys.exit(bool(bad))


main()
