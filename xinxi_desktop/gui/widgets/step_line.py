"""The way of an issue as a line of steps, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from xinxi_desktop.gui.tokens import Tokens, tokens_of

_DOT = 4.5
_TOP = 9.0
_HEIGHT = 2.7
_MORE = 2.6
_LINES = 2
"""When, and below it who."""
_SMALLER = 1


class StepLine(QWidget):
    """Dots on a line with a word below each: done, present, still to come."""

    def __init__(self, name: str, steps: Sequence[str], parent: QWidget | None = None) -> None:
        """Show ``steps``; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.steps = tuple(steps)
        self.present = -1
        self.told: tuple[str, ...] = ()
        self._name = name
        self._roomy = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_present(self, step: int) -> None:
        """Mark the present step; -1 marks none (the issue has left the way for now)."""
        self.present = step
        where = (
            f"现在是{self.steps[step]}，第 {step + 1} 步，共 {len(self.steps)} 步"
            if step >= 0
            else "现在不在这条路上"
        )
        self.setAccessibleName(f"{self._name}：{where}")
        self.update()

    def tell(self, words: Sequence[str]) -> None:
        """Say below each step when it was taken and, on a second line, by whom; empty for one not taken.

        Where there is no room for it, it is said on hover, and to a screen reader always.
        """
        self.told = tuple(words)
        said = [
            f"{step}：{who.replace(chr(10), ' ')}"
            for step, who in zip(self.steps, self.told, strict=True)
            if who
        ]
        self.setAccessibleDescription("；".join(said))
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for the dots, one line of text, and two more where there is room."""
        lines = _HEIGHT + (_MORE if self._roomy else 0)
        return QSize(480, round(QApplication.font().pixelSize() * lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show who and when where it fits."""
        super().resizeEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        """Say who took the step under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.told:
            place = min(int(event.pos().x() / (self.width() / len(self.steps))), len(self.told) - 1)
            who = self.told[place].replace("\n", " ")
            words = f"{self.steps[place]}　{who}" if who else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _measure(self) -> None:
        room = self.width() / len(self.steps) - 8
        metrics = QFontMetrics(self._small())
        roomy = any(self.told) and all(
            metrics.horizontalAdvance(line) <= room
            for each in self.told
            for line in each.split("\n")
        )
        if roomy != self._roomy:
            self._roomy = roomy
            self.updateGeometry()

    def _small(self) -> QFont:
        font = QFont(QApplication.font())
        font.setPixelSize(font.pixelSize() - _SMALLER)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all steps over the whole width."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        room = self.width() / len(self.steps)
        centres = [QPointF(room * (place + 0.5), _TOP) for place in range(len(self.steps))]
        for place in range(1, len(centres)):
            reached = place <= self.present
            painter.setPen(QPen(tokens.colour("secondary" if reached else "line"), 1.5))
            painter.drawLine(centres[place - 1] + QPointF(9, 0), centres[place] - QPointF(9, 0))
        for place, centre in enumerate(centres):
            self._paint_dot(painter, place, centre, tokens)
            self._paint_word(painter, place, QRectF(room * place, 0, room, self.height()), tokens)

    def _paint_dot(self, painter: QPainter, place: int, centre: QPointF, tokens: Tokens) -> None:
        colour = tokens.colour("focus" if place == self.present else "secondary")
        done = place <= self.present
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if done else QColor(Qt.GlobalColor.transparent))
        size = _DOT + 1.5 if place == self.present else _DOT
        painter.drawEllipse(centre, size, size)

    def _paint_word(self, painter: QPainter, place: int, room: QRectF, tokens: Tokens) -> None:
        font = self._small()
        present = place == self.present
        font.setWeight(QFont.Weight.DemiBold if present else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(tokens.colour("text" if present else "secondary"))
        below = room.adjusted(0, _TOP + _DOT + 2, 0, 0)
        if not self._roomy:
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.steps[place])
            return
        lines = [self.steps[place], *self.told[place].split("\n")]
        high = below.height() / (1 + _LINES)
        for number, line in enumerate(lines):
            box = QRectF(below.left(), below.top() + number * high, below.width(), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line)
            painter.setFont(self._small())
            painter.setPen(tokens.colour("secondary"))
