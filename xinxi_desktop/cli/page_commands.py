"""``typeset`` and ``fonts``: the official page, without an office file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, shown
from xinxi_desktop.cli.parameters import PATH, as_json
from xinxi_desktop.cli.texts import text_lines
from xinxi_desktop.domain.bulletin import STANDARD, Bulletin, BulletinItem
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.services.bulletins import (
    Printed,
    docx_bytes,
    office_fonts,
    pdf_bytes,
)
from xinxi_desktop.services.printing import check_target, write_file


@command("typeset")
@click.argument("text", metavar="TEXT.txt", type=PATH)
@click.option("--pdf", metavar="P", type=PATH, help="写成 PDF。")
@click.option("--docx", metavar="W", type=PATH, help="写成 Word。")
@click.option("--lines", metavar="L", type=PATH, help="写出排成的每一行，换页处是换页符。")
@click.option("--lines-json", metavar="J", type=PATH, help="写出每行的页、行、段和起止。")
def typeset(
    text: Path, pdf: Path | None, docx: Path | None, lines: Path | None, lines_json: Path | None
) -> None:
    """Set one plain text on the official page."""
    if not (pdf or docx or lines or lines_json):
        raise click.UsageError("请写 --pdf、--docx、--lines 或 --lines-json，说明写到哪里。")
    for target, suffix in ((pdf, ".pdf"), (docx, ".docx")):
        if target:
            check_target(target, suffix)
    title, *paragraphs = text_lines(text)
    printed = _lay_out(title, paragraphs)
    for target, data in _results(printed, title, pdf, docx, lines, lines_json):
        write_file(target, data)
        put(f"已写“{shown(target)}”。")


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


def _lay_out(title: str, paragraphs: list[str]) -> Printed:
    from xinxi_desktop.typesetting import compose

    item = BulletinItem(article_id=0, title=title, body=document_from_lines(paragraphs))
    bulletin = Bulletin(items=(item,))
    chosen = office_fonts()
    return Printed(bulletin, STANDARD, chosen, compose(bulletin, chosen, STANDARD))


def _results(
    printed: Printed,
    title: str,
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
        results.append((docx, docx_bytes(printed)))
    if lines:
        results.append((lines, lines_text(printed.layout).encode()))
    if lines_json:
        rows = (json.dumps(row, ensure_ascii=False) for row in line_rows(printed.layout))
        results.append((lines_json, "".join(f"{row}\n" for row in rows).encode()))
    return results
