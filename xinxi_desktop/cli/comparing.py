"""What ``typeset --compare`` says: lines that differ, totals, the fonts used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xinxi_desktop.cli.console import put, put_json, put_table
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.services.bulletins import Printed, docx_bytes, pdf_bytes
from xinxi_desktop.services.word_judge import Comparison, compare, word_pages

_NOTHING = "—"


def compare_with_word(printed: Printed, title: str, *, hardened: bool, json_: bool) -> None:
    """Compare the PDF with the pages that the office program makes of the Word file."""
    pages = word_pages({"word": docx_bytes(printed, hardened=hardened)}, printed.fonts)["word"]
    found = compare(pdf_bytes(printed, title), pages)
    if json_:
        for row in _rows(found):
            put_json({"kind": "line", **row})
        put_json({"kind": "total", **_totals(found)})
        for font in _fonts(printed):
            put_json({"kind": "font", **font})
    else:
        _say(found, printed)


def _say(found: Comparison, printed: Printed) -> None:
    if printed.scheme.mode is BreakingMode.FINE:
        put("这个版式压缩标点，只用于 PDF；Word 文件按“与 Word 一致”断行，两者本来就有不同。")
    rows = [
        (_place(row["page"], row["line"]), row["ours"] or _NOTHING,
         _place(row["word_page"], row["word_line"]), row["word"] or _NOTHING)
        for row in _rows(found)
    ]  # fmt: skip
    if rows:
        put_table(("本程序", "PDF 的行", "Word", "Word 的行"), rows, widest=200)
    put(
        f"共 {found.lines} 行，断行一致 {found.same} 行（{found.share:.3%}），"
        f"页次也一致 {found.same_page} 行；PDF {found.our_pages} 页，Word {found.word_pages} 页；"
        + (f"Word 少了这些字符：{found.lost}" if found.lost else "没有丢字符。")
    )
    fonts = [
        (font["use"], font["family"], font["file"], font["source"]) for font in _fonts(printed)
    ]
    put_table(("用处", "字体", "文件", "来源"), fonts, widest=200)


def _place(page: int, line: int) -> str:
    return f"{page} 页 {line} 行" if page else _NOTHING


def _rows(found: Comparison) -> Iterator[dict[str, Any]]:
    """Give one row for each pair of lines that differ; what is on one side only stands alone."""
    nothing = (0, 0, "")
    for difference in found.differences:
        for place in range(max(len(difference.ours), len(difference.word))):
            ours = difference.ours[place] if place < len(difference.ours) else nothing
            word = difference.word[place] if place < len(difference.word) else nothing
            yield {
                "page": ours[0], "line": ours[1], "ours": ours[2],
                "word_page": word[0], "word_line": word[1], "word": word[2],
            }  # fmt: skip


def _totals(found: Comparison) -> dict[str, Any]:
    return {
        "lines": found.lines, "same": found.same, "same_page": found.same_page,
        "share": f"{found.share:.5f}", "pages": found.our_pages,
        "word_pages": found.word_pages, "lost": found.lost,
    }  # fmt: skip


def _fonts(printed: Printed) -> Iterator[dict[str, Any]]:
    """Give every face the pages use: what for, family, file, where it comes from."""
    from pathlib import Path

    from xinxi_desktop.domain.fonts import FontRole

    used = {run.face for page in printed.layout.pages for run in page.runs}
    for face in printed.fonts.faces():
        if face.key in used:
            roles = [role for role in FontRole if printed.fonts.primary(role).key == face.key]
            yield {
                "use": "、".join(role.label for role in roles) or "补字",
                "family": face.family,
                "file": Path(face.path).name,
                "source": "随程序附带" if face.shipped else "本机",
            }
