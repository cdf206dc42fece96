"""A label that ends in … where there is no room for all of it; the whole stands in its hint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """One line of plain text, cut to the width there is."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        """Show ``text``; ``role`` as for ``basics.label``."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """It may be cut down to a few characters."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("国") * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)


class BrokenLabel(ElidedLabel):
    """One line where there is room, else two, parted after a given character."""

    def __init__(self, after: str, role: str = "", parent: QWidget | None = None) -> None:
        """Break, where it must be, behind the last ``after``."""
        super().__init__("", role, parent)
        self._after = after

    def hasHeightForWidth(self) -> bool:
        """It may need two lines; a QLabel's own answer is reset with every text."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or two."""
        return self.fontMetrics().lineSpacing() * len(self._lines(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, each cut to the width."""
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self._lines(self.width())
        height = metrics.lineSpacing()
        top = (self.height() - height * len(lines)) // 2
        for place, line in enumerate(lines):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, self.width())
            box = QRect(0, top + place * height, self.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _lines(self, width: int) -> list[str]:
        text = self.text()
        head, after, rest = text.rpartition(self._after)
        if self.fontMetrics().horizontalAdvance(text) <= width or not head or not rest:
            return [text]
        return [head + after, rest]
