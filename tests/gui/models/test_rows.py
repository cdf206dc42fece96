from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.models.columns import Column, plain
from xinxi_desktop.gui.models.rows import BLOCK, KEPT_ROWS, RowModel

COLUMNS = (
    Column("number", "编号", plain("number"), number=True, sortable=True),
    Column("title", "标题", plain("title")),
)


class Records:
    """Counts how often and for how much it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()

    def __call__(self, ids: Sequence[int]) -> list[dict[str, Any]]:
        self.asked.append(len(ids))
        return [{"id": k, "number": k, "title": f"第{k}件"} for k in ids if k not in self.gone]


@pytest.fixture
def records() -> Records:
    return Records()


@pytest.fixture
def model(qapp: object, records: Records) -> RowModel:
    return RowModel(COLUMNS, records)


def test_qt_finds_nothing_wrong_through_its_whole_life(model: RowModel, records: Records) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(range(1, 251))
    model.extend(range(251, 400))
    records.gone.add(3)
    model.refresh()
    model.replace([])
    assert tester.model() is model and model.rowCount() == 0


def test_only_the_blocks_that_are_looked_at_are_fetched(model: RowModel, records: Records) -> None:
    model.replace(range(1, 50_001))
    texts = [model.index(place, 1).data() for place in (0, 1, 99, 40_000)]
    assert texts == ["第1件", "第2件", "第100件", "第40001件"]
    assert records.asked == [BLOCK, BLOCK]


def test_rows_far_away_are_forgotten(model: RowModel) -> None:
    model.replace(range(1, KEPT_ROWS * 2))
    for place in range(0, KEPT_ROWS * 2 - 1, BLOCK):
        model.index(place, 0).data()
    assert len(model._rows) <= KEPT_ROWS


def test_a_record_that_is_gone_shows_empty_and_cannot_be_chosen(
    model: RowModel, records: Records
) -> None:
    records.gone.add(2)
    model.replace([1, 2, 3])
    index = model.index(1, 1)
    assert index.data() == ""
    assert not index.flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_changed_record_is_fetched_anew(model: RowModel, records: Records) -> None:
    model.replace([1, 2])
    model.index(0, 0).data()
    model.refresh([1])
    model.index(0, 0).data()
    assert records.asked == [2, 1]


def test_numbers_stand_right_and_words_left(model: RowModel) -> None:
    model.replace([1])
    role = Qt.ItemDataRole.TextAlignmentRole
    sides = [model.index(0, column).data(role) & Qt.AlignmentFlag.AlignRight for column in (0, 1)]
    assert [bool(side) for side in sides] == [True, False]


def test_only_sortable_columns_ask_for_another_order(qtbot: QtBot, model: RowModel) -> None:
    asked: list[tuple[str, bool]] = []
    model.sort_asked.connect(lambda key, descending: asked.append((key, descending)))
    for column in (0, 1, -1):
        model.sort(column, Qt.SortOrder.DescendingOrder)
    assert asked == [("number", True), ("", False)]
