"""``typeset`` and ``fonts``: the official page, without an office file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, say, shown
from xinxi_desktop.cli.parameters import PATH, Word, as_json, hardening
from xinxi_desktop.cli.texts import PageText, page_text
from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.page_scheme import STANDARD, PageScheme, find_scheme
from xinxi_desktop.domain.vocabulary import BreakingMode, WordFonts
from xinxi_desktop.services.bulletins import (
    Printed,
    docx_bytes,
    hardening_note,
    office_fonts,
    pdf_bytes,
    word_note,
)
from xinxi_desktop.services.pictures import pictures_for
from xinxi_desktop.services.printing import check_target, write_file


@command("typeset")
@click.argument("text", metavar="TEXT", type=PATH)
@click.option("--pdf", metavar="P", type=PATH, help="写成 PDF。")
@click.option("--docx", metavar="W", type=PATH, help="写成 Word。")
@click.option("--lines", metavar="L", type=PATH, help="写出排成的每一行，换页处是换页符。")
@click.option("--lines-json", metavar="J", type=PATH, help="写出每行的页、行、段和起止。")
@click.option(
    "--mode", metavar="M", type=Word(BreakingMode), help="断行：office 或 fine（只用于 PDF）。"
)
@click.option("--scheme", metavar="S", default=STANDARD.name, help="版式的名称，不写就是标准版式。")
@hardening("默认不加固。")
@click.option(
    "--word-fonts",
    metavar="F",
    type=Word(WordFonts),
    default=WordFonts.ACTUAL.value,
    help="Word 文件里写的字体名称：actual（实际字体）或 official（公文字体）。",
)
@click.option(
    "--compare", "compare_", is_flag=True, help="与 Word 版面逐行对照（要有 LibreOffice）。"
)
@as_json
def typeset(
    text: Path,
    mode: BreakingMode | None,
    scheme: str,
    hardened: bool | None,
    word_fonts: WordFonts,
    compare_: bool,
    json_: bool,
    **targets: Path | None,
) -> None:
    """Set one text on the official page."""
    if not (compare_ or any(targets.values())):
        raise click.UsageError(
            "请写 --pdf、--docx、--lines、--lines-json 或 --compare，说明要做什么。"
        )
    for kind in ("pdf", "docx"):
        target = targets[kind]
        if target:
            check_target(target, f".{kind}")
    chosen = find_scheme(scheme)
    source = page_text(text)
    title = source.title
    set_ = _lay_out(source, replace(chosen, mode=mode or chosen.mode))
    printed = replace(set_, word_fonts=word_fonts)
    for doubt in (*source.doubts, *(remark.sentence for remark in printed.layout.remarks)):
        say(doubt)
    from xinxi_desktop.typesetting import faults_told, left_faults

    if stayed := faults_told(left_faults(printed.layout)):
        say(stayed)
    for target, data in _results(printed, title, bool(hardened), **targets):
        write_file(target, data)
        if not json_:
            put(f"已写“{shown(target)}”。")
    note = word_note(printed.scheme, printed.fonts, printed.word_fonts)
    if targets["docx"] and note:
        say(note)
    if targets["docx"] and hardened:
        say(hardening_note(printed))
    if compare_:
        from xinxi_desktop.cli.comparing import compare_with_word

        compare_with_word(printed, title, hardened=bool(hardened), json_=json_)


@command("fonts")
@as_json
def fonts(json_: bool) -> None:
    """List the fonts of the page."""
    from xinxi_desktop.fonts import report

    rows = report(office_fonts())
    if not json_:
        put_table(
            ("用处", "字体", "文件", "字数", "说明"),
            [(row.role.label, row.family, row.file, row.characters, row.note) for row in rows],
            widest=200,
        )
        return
    for row in rows:
        put_json(
            {
                "role": row.role.value,
                "family": row.family,
                "file": row.file,
                "source": row.source,
                "characters": row.characters,
                "note": row.note,
            }
        )


def _lay_out(source: PageText, scheme: PageScheme) -> Printed:
    from xinxi_desktop.typesetting import compose

    item = BulletinItem(article_id=0, title=source.title, body=source.body)
    bulletin = Bulletin(items=(item,))
    chosen = office_fonts()
    pictures = pictures_for([source.body], source.pictures.__getitem__)
    layout = compose(bulletin, chosen, scheme, pictures.facts)
    return Printed(bulletin, scheme, chosen, layout, pictures=pictures)


def _results(
    printed: Printed,
    title: str,
    hardened: bool,
    pdf: Path | None,
    docx: Path | None,
    lines: Path | None,
    lines_json: Path | None,
) -> list[tuple[Path, bytes]]:
    """Make everything asked for before the first file is written."""
    from xinxi_desktop.typesetting import line_rows, lines_text

    results = []
    if pdf:
        results.append((pdf, pdf_bytes(printed, title)))
    if docx:
        results.append((docx, docx_bytes(printed, hardened=hardened)))
    if lines:
        results.append((lines, lines_text(printed.layout).encode()))
    if lines_json:
        rows = (json.dumps(row, ensure_ascii=False) for row in line_rows(printed.layout))
        results.append((lines_json, "".join(f"{row}\n" for row in rows).encode()))
    return results
