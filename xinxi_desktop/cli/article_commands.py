"""``article``, ``review``, ``revisions`` and ``text``: 成稿, 核稿, 历次稿 and 上报文本."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli import shapes
from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table
from xinxi_desktop.cli.parameters import PATH, Count, as_json, by_person, office_file, opened
from xinxi_desktop.cli.texts import article_text
from xinxi_desktop.domain.spans import Kind
from xinxi_desktop.services import articles, intake, reporting, reviewing, revisions
from xinxi_desktop.services.office import find_person

_SIGNS = {Kind.SAME: "{}", Kind.GONE: "[-{}-]", Kind.NEW: "{{+{}+}}"}


@command("article")
@office_file
@click.argument("numbers", metavar="NUMBER…", nargs=-1, required=True)
@click.option("--title", metavar="T", default="", help="稿件标题，不写就用第一条来稿的。")
@click.option("--text", metavar="T.txt", type=PATH, help="正文取自这个文本文件，一段一行。")
def article(file: Path, numbers: tuple[str, ...], title: str, text: Path | None) -> None:
    """Make an article and print its id."""
    body = article_text(text, title) if text else None
    with opened(file) as office:
        keys = [intake.find_submission(office, number) for number in numbers]
        put(str(articles.create_article(office, keys, title=title, body=body).id))


@command("review")
@office_file
@click.argument("article", metavar="ARTICLE", type=Count())
@by_person(required=True)
@click.option("--return", "reason", metavar="REASON", help="退改，写明要改什么。")
def review(file: Path, article: int, person: str, reason: str | None) -> None:
    """Pass an article, or send it back."""
    with opened(file) as office:
        who = find_person(office, person)
        if reason is None:
            changes = reviewing.review_article(office, article, person=who)
        else:
            changes = reviewing.return_article(office, article, reason, person=who)
        put(f"{changes.sentence}。")


@command("revisions")
@office_file
@click.argument("article", metavar="ARTICLE", type=Count())
@click.option("--compare", metavar="N", type=Count(), help="第 N 稿和最新一稿逐词比较。")
@click.option("--restore", metavar="N", type=Count(), help="恢复为第 N 稿，存成新的一稿。")
@as_json
def revisions_(
    file: Path, article: int, compare: int | None, restore: int | None, json_: bool
) -> None:
    """List, compare or restore the revisions of an article."""
    with opened(file, read_only=restore is None) as office:
        if restore is not None:
            put(f"{revisions.restore_revision(office, article, restore).sentence}。")
            return
        articles.article(office, article)
        rows = articles.revisions(office, article)
        if compare is not None:
            pieces = revisions.compare(office, article, compare, rows[0]["number"])
            put("".join(_SIGNS[piece.kind].format(piece.text) for piece in pieces))
        elif json_:
            for row in rows:
                put_json(shapes.revision(row))
        else:
            cells = [(row["number"], row["cause"], row["person_name"], row["at"]) for row in rows]
            put_table(("稿次", "由来", "谁", "时间"), cells)


@command("text")
@office_file
@click.argument("article", metavar="ARTICLE", type=Count())
def text(file: Path, article: int) -> None:
    """Print an article as the text that a superior's system takes."""
    with opened(file, read_only=True) as office:
        put(reporting.report_text(office, article))
