"""One title on as many lines as it needs; Enter goes on to the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QWidget

from xinxi_desktop.gui.widgets.word_choice import choose_word

_SIZE_PER_TEXT = 1.45
_MOST_LINES = 3
_FRAME = 16


class TitleEdit(QPlainTextEdit):
    """Grows from one line to three.

    Signals:
        done: Enter was pressed.
    """

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("title")
        self.setAccessibleName("标题")
        self.setPlaceholderText("标题")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()
        self.textChanged.connect(self._fit)

    def text(self) -> str:
        """The title as it stands, on one line."""
        return self.toPlainText().strip()

    def show_text(self, text: str) -> None:
        """Show another title; it is no edit of the person's."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        return QSize(0, lines * self.fontMetrics().lineSpacing() + _FRAME)

    def minimumSizeHint(self) -> QSize:
        """Never lower than its lines."""
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is no part of a title."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a word."""
        super().mouseDoubleClickEvent(event)
        choose_word(self, event.position().toPoint())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste on one line."""
        if source.hasText():
            self.textCursor().insertText(" ".join(source.text().split()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need other lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size of the program, which comes with the stylesheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        font = QFont(QApplication.font())
        font.setPixelSize(round(font.pixelSize() * _SIZE_PER_TEXT))
        font.setWeight(QFont.Weight.DemiBold)
        if font != self.font():
            self.setFont(font)
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        long = self.document().size().height() > _MOST_LINES
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if long else policies.ScrollBarAlwaysOff
        )
        if not long:
            # What was scrolled while there was less room would stay out of sight.
            self.verticalScrollBar().setValue(0)
