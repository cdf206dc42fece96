"""核实 below the text: what was asked before, and one line for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.vocabulary import VerificationOutcome, VerificationWay, Vocabulary
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.widgets.basics import label
from xinxi_desktop.services import verification

_MARGIN, _GAP = 12, 6
_LISTED = 3
"""Earlier 核实 that are listed; all of them stand in 履历."""
_BEGUN = tuple[str, int, int, str]


class VerificationLine(QWidget):
    """“核实：问谁 · 方式 · 结果 · 说了什么 [记下]”, and the earlier ones above it.

    What was begun for a submission and not saved is there again when it is shown again.

    Signals:
        verified: the id of a submission for which a 核实 was recorded.
    """

    verified = Signal(int)

    def __init__(self, desk: Desk, initiator: QObject, parent: QWidget | None = None) -> None:
        """Record in the desk's office; acts are told as done by ``initiator``."""
        super().__init__(parent)
        self._desk, self._initiator = desk, initiator
        self._key = 0
        self._begun: dict[int, _BEGUN] = {}
        self.earlier = label("", "secondary")
        self.earlier.setWordWrap(True)
        self.earlier.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.asked = _line("问谁", "核实：问谁")
        self.way = _choice(VerificationWay, "核实：方式")
        self.outcome = _choice(VerificationOutcome, "核实：结果")
        self.words = _line("说了什么", "核实：说了什么")
        self.save = QPushButton("记下")
        self.save.setToolTip("记下（Enter）")
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.asked.setCompleter(self._completer)
        self._lay_out()
        for field in (self.asked, self.words):
            field.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)

    def show_submission(self, row: Row, people: Sequence[str]) -> None:
        """Show the 核实 of a submission; ``people`` are whom one may ask, first of all first."""
        self._keep()
        self._key = row["id"]
        self._names.setStringList(list(people))
        self._show_earlier()
        asked, way, outcome, words = self._begun.get(self._key, ("", 0, 0, ""))
        self.asked.setText(asked)
        self.way.setCurrentIndex(way)
        self.outcome.setCurrentIndex(outcome)
        self.words.setText(words)
        self.setEnabled(not row["trashed_at"])

    @property
    def has_begun(self) -> bool:
        """Whether a 核实 of any submission is written and not yet recorded."""
        self._keep()
        return bool(self._begun)

    def begin(self) -> None:
        """Put the cursor into the line; whom one is likely to ask is offered to be overwritten."""
        if not self.asked.text() and self._names.stringList():
            self.asked.setText(self._names.stringList()[0])
        self.asked.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.selectAll()

    def _keep(self) -> None:
        if not self._key:
            return
        asked, words = self.asked.text(), self.words.text()
        if words.strip():
            ways = self.way.currentIndex(), self.outcome.currentIndex()
            self._begun[self._key] = (asked, *ways, words)
        else:
            self._begun.pop(self._key, None)

    def _save(self) -> None:
        key = self._key
        act = partial(
            verification.verify,
            self._desk.office,
            key,
            self.asked.text(),
            VerificationWay(self.way.currentData()),
            VerificationOutcome(self.outcome.currentData()),
            self.words.text(),
        )
        if self._desk.do(act, self._initiator) is not None:
            self._begun.pop(key, None)
            self.asked.clear()
            self.words.clear()
            self._key = 0
            self.verified.emit(key)

    def _show_earlier(self) -> None:
        rows = verification.verifications(self._desk.office, self._key)
        lines = [_told(row) for row in reversed(rows[:_LISTED])]
        if len(rows) > _LISTED:
            lines.insert(0, f"更早的 {len(rows) - _LISTED} 次在“履历”里")
        self.earlier.setText("\n".join(lines))
        self.earlier.setVisible(bool(lines))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(label("核实", "secondary"))
        row.addWidget(self.asked, 2)
        row.addWidget(self.way)
        row.addWidget(self.outcome)
        row.addWidget(self.words, 3)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _GAP, _MARGIN, _GAP)
        column.setSpacing(_GAP)
        column.addWidget(self.earlier)
        column.addLayout(row)


def _told(row: Row) -> str:
    way = VerificationWay(row["way"]).label
    outcome = VerificationOutcome(row["outcome"]).label
    words = f"：{row['text']}" if row["text"] else ""
    return f"{moment(row['at'])}　{row['person_name']}问{row['asked']}（{way}）　{outcome}{words}"


def _line(hint: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.setMinimumWidth(field.fontMetrics().horizontalAdvance(hint) + 4 * _GAP)
    # A file let go here is meant for the view.
    field.setAcceptDrops(False)
    return field


def _choice(words: type[Vocabulary], name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for each in words:
        box.addItem(each.label, each.value)
    return box
