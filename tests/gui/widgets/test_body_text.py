"""The way of a Document through the editor's text and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Mark,
    Note,
    Paragraph,
    Picture,
    Table,
)
from xinxi_desktop.gui.widgets.body_text import (
    CAPTION,
    BodyText,
    Look,
    blocks_of,
    level_of,
    pasted_lines,
)

LOOK = Look(17, 17.0)
EVERY_KIND = Document(
    (
        Heading("b1", "一、做法", 1),
        Paragraph("b2", "刘𬭎、䶮川两同志到场。", (Mark(1, 3, "name", "7"), Mark(2, 4, "note"))),
        Heading("b3", "没有序号的小标题", 2),
        Table("b4", (("单位", "条数"), ("安渡区", "3"))),
        Picture("b5", "0" * 64, "现场"),
        Note("b6", "注：数据截至10月底。"),
        Paragraph("b7", "1.这一段以序号开头，但原样就是一段话。"),
    )
)


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject()


def made(owner: QObject, *blocks: Block) -> BodyText:
    return BodyText(Document(blocks), LOOK, owner)


def at(body: BodyText, block: int, offset: int = 0) -> QTextCursor:
    cursor = QTextCursor(body.qt)
    cursor.setPosition(body.qt.findBlockByNumber(block).position() + offset)
    return cursor


def test_what_was_not_touched_comes_back_as_it_was(owner: QObject) -> None:
    assert BodyText(EVERY_KIND, LOOK, owner).read() == EVERY_KIND


def test_an_empty_document_comes_back_empty(owner: QObject) -> None:
    assert made(owner).read() == Document()


def test_a_changed_paragraph_keeps_its_id(owner: QObject) -> None:
    body = made(owner, Paragraph("b1", "甲乙"), Paragraph("b2", "丙"))
    at(body, 0, 2).insertText("丁")
    assert body.read().blocks == (Paragraph("b1", "甲乙丁"), Paragraph("b2", "丙"))


def test_marks_move_with_characters_beyond_the_first_plane(owner: QObject) -> None:
    body = made(owner, Paragraph("b1", "𬭎甲𬭎乙", (Mark(2, 4, "name"),)))
    at(body, 0, 0).insertText("䶮")
    assert body.read().blocks == (Paragraph("b1", "䶮𬭎甲𬭎乙", (Mark(3, 5, "name"),)),)


def test_blanks_typed_around_a_paragraph_are_dropped_with_their_marks_moved(
    owner: QObject,
) -> None:
    body = made(owner, Paragraph("b1", "甲乙", (Mark(1, 2, "name"),)))
    at(body, 0).insertText("　　")
    assert body.read().blocks == (Paragraph("b1", "甲乙", (Mark(1, 2, "name"),)),)


def test_a_split_paragraph_gives_its_second_half_an_id_of_its_own(owner: QObject) -> None:
    body = made(owner, Paragraph("b1", "甲乙"), Paragraph("b9", "丙"))
    at(body, 0, 1).insertBlock()
    halves = (Paragraph("b1", "甲"), Paragraph("b10", "乙"), Paragraph("b9", "丙"))
    assert body.read().blocks == halves
    assert body.read().blocks == halves


def test_an_id_given_once_stays_when_another_paragraph_is_typed_before(owner: QObject) -> None:
    body = made(owner, Paragraph("b1", "甲"))
    at(body, 0, 1).insertText("\n乙")
    body.read()
    at(body, 0, 1).insertText("\n丙")
    assert [(block.id, block.text) for block in body.read().blocks] == [  # type: ignore[union-attr]
        ("b1", "甲"), ("b3", "丙"), ("b2", "乙"),
    ]  # fmt: skip


def test_undo_brings_a_deleted_paragraph_back_with_its_id_and_kind(owner: QObject) -> None:
    body = BodyText(EVERY_KIND, LOOK, owner)
    cursor = QTextCursor(body.qt)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    assert body.read() == Document()
    body.qt.undo()
    assert body.read() == EVERY_KIND


def test_a_line_that_gets_a_numeral_becomes_a_heading(owner: QObject) -> None:
    body = made(owner, Paragraph("b1", "主要做法"))
    at(body, 0).insertText("二、")
    assert body.read().blocks == (Heading("b1", "二、主要做法", 1),)


def test_a_heading_that_loses_its_numeral_becomes_a_paragraph(owner: QObject) -> None:
    body = made(owner, Heading("b1", "一、做法", 1))
    cursor = at(body, 0)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 2)
    cursor.removeSelectedText()
    assert body.read().blocks == (Paragraph("b1", "做法"),)


def test_a_heading_without_a_numeral_stays_one_when_reworded(owner: QObject) -> None:
    body = made(owner, Heading("b1", "小标题", 2))
    at(body, 0, 3).insertText("改")
    assert body.read().blocks == (Heading("b1", "小标题改", 2),)
    assert level_of(body.qt.firstBlock()) == 2


def test_the_half_split_off_a_heading_without_a_numeral_is_text(owner: QObject) -> None:
    body = made(owner, Heading("b1", "小标题正文", 2))
    at(body, 0, 3).insertBlock()
    assert body.read().blocks == (Heading("b1", "小标题", 2), Paragraph("b2", "正文"))
    assert [level_of(block) for block in blocks_of(body.qt)] == [2, 0]


def test_text_typed_beside_a_table_becomes_paragraphs_around_it(owner: QObject) -> None:
    table = Table("b1", (("甲", "乙"),))
    body = made(owner, table)
    at(body, 0, 1).insertText("后")
    at(body, 0, 0).insertText("前")
    assert body.read().blocks == (Paragraph("b2", "前"), table, Paragraph("b3", "后"))


def test_a_deleted_table_is_gone_and_undo_brings_it_back(owner: QObject) -> None:
    table = Table("b1", (("甲", "乙"),))
    body = made(owner, table)
    at(body, 0).deleteChar()
    assert body.read() == Document()
    body.qt.undo()
    assert body.read().blocks == (table,)


def test_opening_a_text_leaves_nothing_to_undo(owner: QObject) -> None:
    body = BodyText(EVERY_KIND, LOOK, owner)
    assert not body.qt.isUndoAvailable() and not body.qt.isModified()


@pytest.mark.parametrize(
    ("text", "inserted"),
    [
        (" 半句话 ", " 半句话 "),
        ("一句。\n", "一句。"),
        ("　　第一段\r\n\r\n　　第二段\r\n", "第一段\n第二段"),
        ("甲\u2028乙", "甲\n乙"),
        ("表\ufffc后", "表后"),
    ],
)
def test_pasted_text_is_cut_into_paragraphs(text: str, inserted: str) -> None:
    assert pasted_lines(text) == inserted


def test_a_changed_caption_comes_back_with_its_picture_and_can_be_undone(owner: QObject) -> None:
    old = Picture("b2", "0" * 64, "图1 旧", 4000)
    body = made(owner, Paragraph("b1", "见图。"), old)
    cursor = at(body, 1)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    look = cursor.charFormat()
    look.setProperty(CAPTION, "图1 新")
    cursor.setCharFormat(look)

    assert body.read().blocks[1] == replace(old, caption="图1 新")
    body.qt.undo()
    assert body.read().blocks[1] == old
