"""What the lines around an article's text are told to be; and what stays running text."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.article_parts import Part, parts_of
from xinxi_desktop.domain.document import Note, document_from_lines

TEXT = "望川县建成共享冷库18座。"


def parts(*lines: str) -> list[Part]:
    return parts_of(document_from_lines(lines).blocks)


def test_plain_text_has_no_parts() -> None:
    assert parts(TEXT, "一、主要做法", "1.统一调度", TEXT) == [Part.TEXT] * 4


def test_one_attachment_is_named_under_the_text() -> None:
    assert parts(TEXT, "附件：冷库建设情况一览表") == [Part.TEXT, Part.LIST_ONE]


def test_numbered_attachments_go_on_while_the_numbers_do() -> None:
    told = parts(TEXT, "附件：1.一览表", "2.资金表", "3．名单", "5.别的")

    assert told[1:] == [Part.LIST_FIRST, Part.LIST_NEXT, Part.LIST_NEXT, Part.TEXT]


@pytest.mark.parametrize(
    "line", ["附件：详见政府网站。", "附件中的表格", "附件：", "附件" + "长" * 130]
)
def test_a_sentence_about_an_attachment_is_text(line: str) -> None:
    assert parts(TEXT, line + "。")[1] is Part.TEXT


def test_names_above_the_closing_date_are_the_signature() -> None:
    told = parts(TEXT, "望川县农业农村局", "望川县委办公室", "2026年11月22日")

    assert told[1:] == [Part.SIGNATURE, Part.SIGNATURE, Part.DATE]


@pytest.mark.parametrize(
    "date", ["2026年1月5日", "二〇二六年十一月二十二日", "2026 年 11 月 22 日"]
)
def test_the_closing_date_in_figures_or_hanzi(date: str) -> None:
    assert parts(TEXT, date)[1] is Part.DATE


@pytest.mark.parametrize("line", ["特此报告", "望川县建成冷库，覆盖136个村", "一、做法", "是。"])
def test_what_is_no_name_stays_text_above_a_date(line: str) -> None:
    assert parts(TEXT, line, "2026年11月22日")[1] is Part.TEXT


def test_a_date_inside_the_text_is_text() -> None:
    assert parts("2026年11月22日", TEXT) == [Part.TEXT, Part.TEXT]


def test_a_remark_and_a_note_may_follow_the_date() -> None:
    told = parts(TEXT, "望川县委办公室", "2026年11月22日", "（联系人：王某）", "注：不含在建。")

    assert told[1:] == [Part.SIGNATURE, Part.DATE, Part.TEXT, Part.NOTE]


@pytest.mark.parametrize("word", ["附件", "附件1", "附件 2", "附件一", "附件：", "附件１"])
def test_the_word_alone_opens_an_attachment_with_its_title(word: str) -> None:
    assert parts(TEXT, word, "冷库建设情况一览表", TEXT)[1:] == [
        Part.ATTACHMENT, Part.ATTACHMENT_TITLE, Part.TEXT
    ]  # fmt: skip


def test_the_signature_stands_before_the_attachments() -> None:
    told = parts(
        TEXT, "望川县委办公室", "2026年11月22日", "附件", "一览表", "甲县", "2026年11月1日"
    )

    assert told[1:3] == [Part.SIGNATURE, Part.DATE] and told[5:] == [Part.TEXT, Part.TEXT]


def test_an_article_that_begins_with_the_word_turns_no_page() -> None:
    assert parts("附件", TEXT)[0] is Part.TEXT


@pytest.mark.parametrize(
    "line", ["注：截至10月底。", "（注：不含在建）", "注1：含税", "资料来源：统计局"]
)
def test_notes_are_told_by_their_first_word(line: str) -> None:
    assert parts(TEXT, line)[1] is Part.NOTE


def test_words_that_begin_like_a_note_are_text() -> None:
    assert parts(TEXT, "注重实效，抓好落实。")[1] is Part.TEXT


def test_kept_notes_are_left_alone() -> None:
    assert parts_of((Note("n", "[1]见年报"),)) == [Part.TEXT]
