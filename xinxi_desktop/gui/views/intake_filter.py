"""What narrows the list of 收稿: words, a unit, a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.day_words import OFFERED
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.query import FIELDS, not_understood
from xinxi_desktop.domain.searches import OWN_DAYS, Search
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import Kind
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.basics import Bar, icon_button, label, set_words
from xinxi_desktop.gui.widgets.field_completion import FieldCompletion

_WAIT_MILLISECONDS = 200
_DATE = "yyyy-MM-dd"
_LEAST_WORDS = 6
_MOST_OFFERS = 12
_ANY_UNIT = "全部单位"
_LONGEST_UNIT = 8
PERIODS = (
    ("any", "不限时间"), ("day", "今天"), ("two_days", "昨天和今天"), ("week", "近七天"),
    ("last_week", "上周"), ("month", "本月"), ("last_month", "上月"), ("year", "今年"),
    ("last_year", "去年"), (OWN_DAYS, "自选起止"),
)  # fmt: skip


class IntakeFilter(QWidget):
    """One row; a second one with two dates only when they are asked for.

    Signals:
        changed: another choice; committed text only, never letters being composed.
    """

    changed = Signal()

    def __init__(
        self, units: Callable[[], Sequence[Row]], count: QWidget, parent: QWidget | None = None
    ) -> None:
        """Offer ``units``, read when asked for; ``count`` says what is left."""
        super().__init__(parent)
        self._units = units
        self._unit: int | None = None
        self.words = QLineEdit()
        self.words.setPlaceholderText("词语，或 单位: 类型: 日期:")
        self.words.setAccessibleName("按词语筛选")
        self.words.setClearButtonEnabled(True)
        # A file let go here is meant for the view.
        self.words.setAcceptDrops(False)
        self.completion = FieldCompletion(self.words, self._offers)
        self.unit = QToolButton()
        self.unit.setAccessibleName("按单位筛选")
        self.unit.setProperty("framed", True)
        # The arrow of a chooser stands behind its words.
        self.unit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        put_icon(self.unit, "chevron-down")
        self.any_unit = icon_button("x", "不限单位")
        # No arrow: at the largest text there is no room for one.
        self.more = QToolButton()
        set_words(self.more, "更多")
        self.more.setProperty("framed", True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.period = QComboBox()
        self.period.setAccessibleName("按收到时间筛选")
        for key, word in PERIODS:
            self.period.addItem(word, key)
        self.first, self.last = _day_field("起"), _day_field("止")
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MILLISECONDS)
        self._lay_out(count)
        self._wire()
        self._show_unit("")

    @property
    def active(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.words.text().strip() or self._unit or self.period.currentIndex())

    def value(self) -> SubmissionFilter:
        """The filter as it is set, for every queue."""
        return self.search("").to_filter(today())

    def search(self, queue: str) -> Search:
        """What is set, together with a queue, to be kept."""
        days = (self.first.date().toString(_DATE), self.last.date().toString(_DATE))
        period = self.period.currentData()
        own = days if period == OWN_DAYS else ("", "")
        return Search(queue, self.words.text().strip(), self._unit, period, *own)

    def not_understood(self) -> str:
        """Say what was typed and can't be read; "" if all can."""
        return not_understood(self.words.text(), today())

    def described(self) -> list[str]:
        """Say in words what is set."""
        days = (self.first.date().toString(_DATE), self.last.date().toString(_DATE))
        own = self.period.currentData() == OWN_DAYS
        period = "至".join(days) if own else self.period.currentText()
        told = (
            self.words.text().strip(),
            self.unit.toolTip() if self._unit else "",
            period if self.period.currentIndex() else "",
        )
        return [each for each in told if each]

    def show_search(self, search: Search) -> None:
        """Set what was kept, silently."""
        # The field is not silenced: its ⊗ comes and goes with its text.
        self.words.setText(search.text)
        self._timer.stop()
        named = self._units() if search.unit else ()
        name = next((row["name"] for row in named if row["id"] == search.unit), "")
        fields = (self.period, self.first, self.last)
        for field in fields:
            field.blockSignals(True)
        self.period.setCurrentIndex(max(0, self.period.findData(search.period)))
        if search.period == OWN_DAYS:
            self.first.setDate(QDate.fromString(search.first, _DATE))
            self.last.setDate(QDate.fromString(search.last, _DATE))
        for field in fields:
            field.blockSignals(False)
        self._show_unit(name, search.unit if name else None)
        self._own_days.setVisible(search.period == OWN_DAYS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Narrow at once: nothing may wait while the view or the window goes."""
        if self._timer.isActive():
            self._apply()
        super().hideEvent(event)

    def _offers(self, begun: str) -> list[str]:
        """Whole words for what was begun: a field, or a field with its value."""
        name, colon, value = begun.partition(":")
        if not colon:
            return [f"{field}:" for field in FIELDS if field.startswith(name)]
        values: Sequence[str] = ()
        if name == "单位":
            values = [row["name"] for row in self._units() if value in row["name"]]
        elif name == "类型":
            values = [kind.label for kind in Kind if kind.label.startswith(value)]
        elif name == "日期":
            values = [day for day in (*OFFERED, today()[:7]) if day.startswith(value)]
        return [f"{name}:{each}" for each in values[:_MOST_OFFERS]]

    def clear(self) -> None:
        """Let everything through again, silently."""
        self.show_search(Search())

    def _lay_out(self, count: QWidget) -> None:
        self._own_days = Bar()
        self._own_days.add(label("收到时间从", "secondary"), self.first)
        self._own_days.add(label("到", "secondary"), self.last)
        self._own_days.gap()
        bar = Bar()
        self.words.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * _LEAST_WORDS)
        # The count comes before more room for words; the field takes all that is left.
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        bar.add(self.words, self.unit, self.any_unit, self.period, count, self.more)
        bar.give_room(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._own_days)
        self._own_days.hide()

    def _wire(self) -> None:
        self._timer.timeout.connect(self.changed)
        self.words.textChanged.connect(self._timer.start)
        self.words.returnPressed.connect(self._apply)
        self.unit.clicked.connect(self._ask_unit)
        self.any_unit.clicked.connect(self._forget_unit)
        self.period.activated.connect(self._choose_period)
        self.first.dateChanged.connect(self.changed)
        self.last.dateChanged.connect(self.changed)

    def _apply(self) -> None:
        self._timer.stop()
        self.changed.emit()

    def _choose_period(self) -> None:
        own = self.period.currentData() == OWN_DAYS
        if own and self._own_days.isHidden():
            self._begin_own_days()
        self._own_days.setVisible(own)
        self.changed.emit()

    def _begin_own_days(self) -> None:
        """From the first of this month to today, in Beijing."""
        last = QDate.fromString(today(), _DATE)
        for field, day in ((self.first, QDate(last.year(), last.month(), 1)), (self.last, last)):
            field.blockSignals(True)
            field.setDate(day)
            field.blockSignals(False)

    def _ask_unit(self) -> None:
        dialog = ChooseUnitDialog("只看哪个单位的来稿？", self._units(), "只看它", parent=self)
        dialog.chosen.connect(self._take_unit)
        dialog.open()

    def _take_unit(self, key: int, name: str) -> None:
        self._show_unit(name, key)
        self.changed.emit()

    def _forget_unit(self) -> None:
        self._show_unit("")
        self.changed.emit()

    def _show_unit(self, name: str, key: int | None = None) -> None:
        self._unit = key
        short = name if len(name) <= _LONGEST_UNIT else name[: _LONGEST_UNIT - 1] + "…"
        set_words(self.unit, short or _ANY_UNIT)
        self.unit.setText(f"{short or _ANY_UNIT} ")
        self.unit.setToolTip(name or _ANY_UNIT)
        self.any_unit.setVisible(bool(name))


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setDisplayFormat(_DATE)
    field.setCalendarPopup(True)
    field.setAccessibleName(f"收到时间：{name}")
    return field
