"""Blocks, headings, canonical JSON, 字数."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.document import (
    Document,
    Heading,
    Mark,
    Note,
    Paragraph,
    Picture,
    Table,
    count_characters,
    document_from_lines,
    from_json,
    heading_level,
    pictures_of,
    run_in_heading,
    to_json,
)
from xinxi_desktop.errors import WorldError

EVERY_KIND = Document(
    (
        Paragraph("b1", "安渡区𬭎某", (Mark(0, 3, "bold"),)),
        Heading("b2", "一、做法", 1),
        Table("b3", (("单位", "条数"), ("甲", "3")), 1),
        Picture("b4", "ab" * 32, "图1"),
        Note("b5", "注：初步统计。"),
    )
)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、主要做法", 1),
        ("（二）存在问题", 2),
        ("(二)存在问题", 2),
        ("1.统一标准", 3),
        ("（3）分片包干", 4),
        ("1.5万人参加了活动", 0),
        ("一、各县区报名踊跃。", 0),
        ("一是加强领导", 0),
        ("十月份情况", 0),
    ],
)
def test_headings_are_known_by_their_numbers(line: str, level: int) -> None:
    assert heading_level(line) == level


def test_a_numbered_first_sentence_is_found_inside_a_paragraph() -> None:
    text = "（一）加强领导。各县区成立专班。"
    assert run_in_heading(text) == (2, 8)


def test_blank_lines_and_indents_are_not_text() -> None:
    document = document_from_lines(["　　第一段。", "", "   ", "一、做法"])
    assert [block.id for block in document.blocks] == ["b1", "b2"]
    assert document.plain_text() == "第一段。\n一、做法"


def test_a_document_comes_back_from_its_canonical_form() -> None:
    assert from_json(to_json(EVERY_KIND)) == EVERY_KIND


def test_the_canonical_form_does_not_depend_on_how_it_was_made() -> None:
    assert to_json(from_json(to_json(EVERY_KIND))) == to_json(EVERY_KIND)


@pytest.mark.parametrize("text", ["", "{}", '{"format_version":1,"blocks":[{"kind":"x"}]}'])
def test_a_damaged_text_is_a_sentence(text: str) -> None:
    with pytest.raises(WorldError, match="已损坏"):
        from_json(text)


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(WorldError, match="更新版本"):
        from_json('{"format_version":3,"blocks":[]}')


def test_characters_are_counted_without_blanks() -> None:
    assert count_characters("共 3 人，\n　𬭎某") == 6


def test_a_picture_s_width_needs_the_newer_format_and_nothing_else_does() -> None:
    wide = Document((Picture("b1", "ab" * 32, "图1", 4000),))

    assert '"format_version":1' in to_json(EVERY_KIND)
    assert '"format_version":2' in to_json(wide)
    assert from_json(to_json(wide)) == wide


def test_pictures_are_named_once_each() -> None:
    twice = Document((Picture("b1", "ab"), Picture("b2", "ab"), Picture("b3", "")))

    assert pictures_of([twice, EVERY_KIND]) == ("ab", "ab" * 32)
