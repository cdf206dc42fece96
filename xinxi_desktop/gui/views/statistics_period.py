"""Chooses the period of 统计: a usual one, two dates, or the short form people type."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QButtonGroup, QLabel, QLineEdit, QToolButton, QWidget

from xinxi_desktop.domain.period import CALENDAR, Period, parse_period, year_of
from xinxi_desktop.domain.times import today
from xinxi_desktop.errors import UserError
from xinxi_desktop.gui.widgets.basics import Bar, mark_wrong, set_words

_EDGE = 28
_MONTHS = 12
_ANY_OTHER = "12-01"
"""With any start day but the calendar's, all the buttons are named."""
_DAY, _EXAMPLE = "2026-12-31", "如 2026Q1、2026-03"


def usual_periods(day: str, year_start: str = CALENDAR) -> dict[str, str]:
    """The usual periods as seen on ``day``, each as ``parse_period`` reads it.

    A statistics year of its own is offered beside the calendar year.
    """
    year, month = int(day[:4]), int(day[5:7])
    last = (year, month - 1) if month > 1 else (year - 1, _MONTHS)
    own = year_of(day, year_start)
    other = {"本年度": f"{own}年度", "上年度": f"{own - 1}年度"} if year_start != CALENDAR else {}
    return {
        **other,
        "本月": f"{year:04d}-{month:02d}",
        "上月": f"{last[0]:04d}-{last[1]:02d}",
        "本季": f"{year:04d}Q{(month - 1) // 3 + 1}",
        "上半年": f"{year:04d}H1",
        "本年": f"{year:04d}",
        "去年": f"{year - 1:04d}",
    }


class PeriodBar(Bar):
    """Buttons, two dates, and a field for 2026Q1.

    Signals:
        chosen: the Period.
        refused: a sentence on what is wrong with the fields, empty when all is well.
    """

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with this month."""
        super().__init__(parent)
        self.year_start = CALENDAR
        self.group = QButtonGroup(self)
        for word in usual_periods(today(), _ANY_OTHER):
            self.add(self._button(word))
        self.start, self.end = _line("开始日期"), _line("结束日期")
        self.short = _line("期间")
        self.short.setPlaceholderText(_EXAMPLE)
        for word, field in (("从", self.start), ("到", self.end), ("期间", self.short)):
            caption = QLabel(word)
            caption.setBuddy(field)
            self.add(caption, field)
        self.gap()
        self.start.returnPressed.connect(self._take_dates)
        self.end.returnPressed.connect(self._take_dates)
        self.short.returnPressed.connect(self._take_short)
        self._fit()
        self.period = parse_period(usual_periods(today())["本月"])
        self._show(self.period)

    def use_year(self, year_start: str) -> None:
        """Offer the statistics year that begins on a day (``MM-DD``)."""
        self.year_start = year_start
        self._show(self.period)

    def start_typing(self) -> None:
        """Put the cursor into the field for the short form."""
        self.short.setFocus()
        self.short.selectAll()

    def choose(self, text: str) -> None:
        """Take a period; a wrong one is refused and changes nothing."""
        try:
            period = parse_period(text, self.year_start)
        except UserError as error:
            self._complain(error.sentence)
            return
        self._show(period)
        self.chosen.emit(period)

    def changeEvent(self, event: QEvent) -> None:
        """Give the fields the room that their text needs in this size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(QApplication.font())
        for field, words in ((self.start, _DAY), (self.end, _DAY), (self.short, _EXAMPLE)):
            field.setFixedWidth(metrics.horizontalAdvance(words) + _EDGE)

    def _button(self, word: str) -> QToolButton:
        button = QToolButton()
        set_words(button, word)
        button.setCheckable(True)
        self.group.addButton(button)
        button.clicked.connect(partial(self._take_usual, word))
        return button

    def _take_usual(self, word: str) -> None:
        self.choose(usual_periods(today(), self.year_start)[word])

    def _take_dates(self) -> None:
        start, end = self.start.text().strip(), self.end.text().strip()
        if start and end:
            self.choose(f"{start}..{end}")
        else:
            (self.end if start else self.start).setFocus()

    def _take_short(self) -> None:
        if self.short.text().strip():
            self.choose(self.short.text())

    def _show(self, period: Period) -> None:
        self._complain("")
        self.period = period
        self.start.setText(period.start)
        self.end.setText(period.end)
        usual = usual_periods(today(), self.year_start)
        self.group.setExclusive(False)
        for button in self.group.buttons():
            word = usual.get(button.text().strip(), "")
            button.setVisible(bool(word))
            button.setChecked(bool(word) and parse_period(word, self.year_start) == period)
        self.group.setExclusive(True)

    def _complain(self, sentence: str) -> None:
        self.refused.emit(sentence)
        for field in (self.start, self.end, self.short):
            mark_wrong(field, bool(sentence) and field.hasFocus())


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line
