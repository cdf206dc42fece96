"""``article``, ``review``, ``revisions`` and ``text``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli_calls import Xinxi

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.services import articles
from xinxi_desktop.services.office import open_office


def article(path: Path, key: str) -> dict[str, Any]:
    office = open_office(path, read_only=True)
    row = articles.article(office, int(key))
    office.close()
    return row


def test_article_gives_its_id_and_nothing_else(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("article", office, 1)
    assert (said.code, said.out, said.err) == (0, "1\n", "")


def test_several_reports_make_one_merged_article(xinxi: Xinxi, office: Path) -> None:
    xinxi("article", office, 1, "2026:2", "--title", "两地情况综合")
    (row,) = xinxi("list", office, "articles", "--json").rows
    assert (row["title"], row["form"], row["units"]) == (
        "两地情况综合", "merged", ["望川县委办公室", "栖山县委办公室"],
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_text_may_come_from_a_file(
    xinxi: Xinxi, office: Path, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "t.txt").write_text("改好的标题\n第一段。\n　　第二段。\n", encoding=encoding)
    key = xinxi("article", office, 1, "--title", "改好的标题", "--text", "t.txt").out
    assert article(office, key)["document"].plain_text() == "第一段。\n第二段。"


def test_a_missing_text_makes_no_article(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("article", office, 1, "--text", "none.txt").code == 1
    assert xinxi("list", office, "articles", "--json").rows == []


def test_review_passes_or_sends_back(xinxi: Xinxi, office: Path) -> None:
    key = xinxi("article", office, 1).out.strip()
    xinxi("review", office, key, "--person", "科长", "--return", "请核数据")
    assert article(office, key)["return_reason"] == "请核数据"
    xinxi("review", office, key, "--person", "section_chief")
    assert article(office, key)["state"] == "reviewed"


def test_review_needs_a_person(xinxi: Xinxi, office: Path) -> None:
    key = xinxi("article", office, 1).out.strip()
    said = xinxi("review", office, key)
    assert (said.code, "--person" in said.err) == (2, True)


def test_an_unknown_person_is_told_who_there_is(xinxi: Xinxi, office: Path) -> None:
    key = xinxi("article", office, 1).out.strip()
    said = xinxi("review", office, key, "--person", "张三")
    assert (said.code, "科长" in said.err) == (1, True)


def test_an_unknown_article_is_a_sentence(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("review", office, 99, "--person", "科长").code == 1


def test_revisions_are_listed_compared_and_restored(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "t.txt").write_text("建成冷库18座。\n", encoding="utf-8")
    key = xinxi("article", office, 1, "--title", "题", "--text", "t.txt").out.strip()
    opened = open_office(office)
    articles.save_revision(opened, int(key), "题", document_from_lines(["建成冷库20座。"]))
    opened.close()
    assert xinxi("revisions", office, key, "--compare", "1").out == (
        "题\n建成冷库[-18座-]{+20座+}。\n"
    )
    xinxi("revisions", office, key, "--restore", "1")
    rows = xinxi("revisions", office, key, "--json").rows
    assert [row["cause"] for row in rows] == ["恢复第1稿", "保存", "成稿"]


def test_an_unknown_revision_is_a_sentence(xinxi: Xinxi, office: Path) -> None:
    key = xinxi("article", office, 1).out.strip()
    said = xinxi("revisions", office, key, "--restore", "9")
    assert (said.code, "没有第9稿" in said.err) == (1, True)


def test_text_prints_what_a_superiors_system_takes(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "t.txt").write_text("第一段。\n第二段。\n", encoding="utf-8")
    key = xinxi("article", office, 1, "--title", "标题", "--text", "t.txt").out.strip()
    assert xinxi("text", office, key).out == "标题\n　　第一段。\n　　第二段。\n"


def test_text_of_an_unknown_article_is_a_sentence(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("text", office, 99)
    assert (said.code, said.out, "没有编号为 99" in said.err) == (1, "", True)
