"""The way of an issue as a line of steps, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from xinxi_desktop.gui.tokens import Tokens, tokens_of

_DOT = 4.5
_TOP = 9.0
_HEIGHT = 2.7
_SMALLER = 1


class StepLine(QWidget):
    """Dots on a line with a word below each: done, present, still to come."""

    def __init__(self, name: str, steps: Sequence[str], parent: QWidget | None = None) -> None:
        """Show ``steps``; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.steps = tuple(steps)
        self.present = -1
        self._name = name
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

    def sizeHint(self) -> QSize:
        """High enough for the dots and one line of text."""
        return QSize(480, round(QApplication.font().pixelSize() * _HEIGHT))

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
        font = QFont(QApplication.font())
        font.setPixelSize(font.pixelSize() - _SMALLER)
        present = place == self.present
        font.setWeight(QFont.Weight.DemiBold if present else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(tokens.colour("text" if present else "secondary"))
        below = room.adjusted(0, _TOP + _DOT + 2, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.steps[place])
