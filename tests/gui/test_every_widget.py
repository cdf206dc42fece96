"""What holds for every widget of every view and dialog: size, name, tab order, input method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from scenes import scenes

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.theme import Theme

EDITORS = (QLineEdit, QTextEdit, QPlainTextEdit)
MOST_TABS = 150
SMALLER, LARGEST = 1, 1.5
"""A quiet line may be one pixel smaller than the text; titles are half as large again."""

VIEWS = ("inbox", "editing", "layout", "statistics", "units", "settings")
ROOM = QSize(1366, 720)
"""The smallest screen in use, without the system's bar."""

VIEWPORT = "qt_scrollarea_viewport"


def parts(scene: QWidget) -> Iterator[QWidget]:
    """Every visible widget of the scene itself, not of other windows."""
    for part in scene.findChildren(QWidget):
        if part.isVisible() and part.window() is scene:
            yield part


def called(part: QWidget) -> str:
    words = part.text() if isinstance(part, QAbstractButton) else ""
    return f"{type(part).__name__} {part.objectName() or part.accessibleName() or words}"


def is_stop(part: QWidget) -> bool:
    """Whether Tab should come here."""
    inner = part.objectName().startswith("qt_") or isinstance(part, QScrollArea)
    tabbed = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and part.isEnabled() and part.focusProxy() is None and not inner


@dataclass
class Survey:
    """What was found wrong on one walk through the program."""

    sizes: set[str] = field(default_factory=set)
    nameless: set[str] = field(default_factory=set)
    missed: set[str] = field(default_factory=set)
    backwards: set[str] = field(default_factory=set)
    composing: set[str] = field(default_factory=set)
    too_large: set[str] = field(default_factory=set)
    fields: int = 0


_WALKED: list[Survey] = []


@pytest.fixture
def survey(request: pytest.FixtureRequest) -> Survey:
    """One walk serves every test of this file: opening everything takes longest."""
    if not _WALKED:
        fixtures = ("qtbot", "desk", "theme")
        _WALKED.append(walk(*(request.getfixturevalue(name) for name in fixtures)))
    return _WALKED[0]


def walk(qtbot: QtBot, desk: Desk, theme: Theme) -> Survey:
    """Look at everything in every scene."""
    made = Survey()
    theme.set_font_size(20)
    for name, scene in scenes(qtbot, desk):
        if name in VIEWS:
            theme.set_font_size(12)
            made.sizes |= {f"{name}: {each}" for each in wrong_sizes(scene, 12)}
            theme.set_font_size(20)
        made.sizes |= {f"{name}: {each}" for each in wrong_sizes(scene, 20)}
        least = scene.minimumSizeHint()
        if least.width() > ROOM.width() or least.height() > ROOM.height():
            made.too_large.add(f"{name} needs {least.width()} × {least.height()}")
        stops = list(filter(is_stop, parts(scene)))
        made.nameless |= {f"{name}: {called(part)}" for part in stops if not spoken(part)}
        way = tab_through(stops)
        made.missed |= {f"{name}: {called(part)}" for part in stops if not reached(part, way)}
        made.backwards |= {f"{name}: {each}" for each in turned_back(scene, way)}
        fields = list(filter(writable, parts(scene)))
        made.fields += len(fields)
        for part in fields:
            made.composing |= {f"{name}: {called(part)} {why}" for why in composed(part)}
    return made


def test_the_text_size_reaches_every_widget(survey: Survey) -> None:
    assert survey.sizes == set()


def test_the_largest_text_still_fits_a_small_screen(survey: Survey) -> None:
    assert survey.too_large == set()


def test_every_field_and_button_has_a_name(survey: Survey) -> None:
    assert survey.nameless == set()


def test_tab_reaches_everything_in_reading_order(survey: Survey) -> None:
    assert survey.missed == set()
    assert survey.backwards == set()


def test_an_input_method_composes_at_the_cursor_of_every_field(survey: Survey) -> None:
    assert survey.composing == set()
    assert survey.fields >= 20


def wrong_sizes(scene: QWidget, size: int) -> list[str]:
    """Widgets whose text does not have the size of the setting."""
    told = []
    for part in parts(scene):
        own = part.font().pixelSize()
        # The viewport of a text is never written on; its font stays what it was.
        if part.objectName() != VIEWPORT and not size - SMALLER <= own <= size * LARGEST:
            told.append(f"{called(part)} has {own} at {size}")
    return told


def spoken(part: QWidget) -> str:
    """What a screen reader says first."""
    interface = QAccessible.queryAccessibleInterface(part)
    return part.accessibleName() or interface.text(QAccessible.Text.Name).strip()


def reached(part: QWidget, way: list[QWidget]) -> bool:
    """Whether Tab came here, or to the group within which arrows go on."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return part in way or (group is not None and any(each in way for each in group.buttons()))


def tab_through(stops: list[QWidget]) -> list[QWidget]:
    """Press Tab until it comes round, and give where it went."""
    if not stops:
        return []
    stops[0].setFocus()
    way: list[QWidget] = []
    for _ in range(MOST_TABS):
        here = QApplication.focusWidget()
        # Inside a text Tab goes from link to link.
        if here is None or here in way[:-1]:
            break
        if here not in way:
            way.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return way


def turned_back(scene: QWidget, way: list[QWidget]) -> list[str]:
    """Steps between neighbours in one zone that go up, or to the left on one line."""
    told = []
    # Tab goes round; the round is read from its uppermost part on.
    first = min(range(len(way)), key=lambda place: box(scene, way[place]).top(), default=0)
    for one, other in pairwise([*way[first:], *way[:first]]):
        # What the dialog is for comes first, wherever its button stands.
        if one.parentWidget() is not other.parentWidget() or one.property("primary"):
            continue
        first, second = box(scene, one), box(scene, other)
        up = second.bottom() <= first.top()
        left = second.right() <= first.left() and second.top() < first.bottom()
        if up or left:
            told.append(f"{called(one)} → {called(other)}")
    return told


def box(scene: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(scene, QPoint(0, 0)), part.size())


def writable(part: QWidget) -> bool:
    """A field for words: an input method may write here."""
    inside = part.parentWidget()
    numbers = isinstance(inside, QAbstractSpinBox)
    chooser = isinstance(inside, QComboBox)
    return (
        isinstance(part, EDITORS)
        and part.isEnabled()
        and not part.isReadOnly()  # type: ignore[attr-defined]
        and not numbers
        and not chooser
    )


def words_of(part: QWidget) -> str:
    return part.text() if isinstance(part, QLineEdit) else part.toPlainText()  # type: ignore[attr-defined]


def cursor_of(part: QWidget) -> QRect:
    place = part.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return place.toRect() if hasattr(place, "toRect") else place


def composed(part: QWidget) -> list[str]:
    """Compose letters, then commit a word; tell what went wrong."""
    part.setFocus()
    before = words_of(part)
    QApplication.sendEvent(part, QInputMethodEvent("shucai", []))
    wrong = ["took letters that were still being composed"] if words_of(part) != before else []
    part.repaint()
    start = cursor_of(part)
    if not part.rect().adjusted(-2, -2, 2, 2).intersects(start):
        wrong.append(f"has its cursor outside: {start} of {part.rect()}")
    commit = QInputMethodEvent()
    commit.setCommitString("蔬菜蔬菜蔬菜")
    QApplication.sendEvent(part, commit)
    part.repaint()
    if words_of(part) != before and not part.rect().intersects(cursor_of(part)):
        wrong.append("loses the cursor after a word")
    end = cursor_of(part)
    QTest.keyClick(part, Qt.Key.Key_Home)
    part.repaint()
    if words_of(part) != before and cursor_of(part) == end:
        wrong.append("leaves the input method where the cursor was")
    return wrong
