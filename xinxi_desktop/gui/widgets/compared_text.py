"""Two texts as one: what fell away struck through, what came in underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QTextCharFormat, QTextCursor

from xinxi_desktop.domain.spans import Kind, Piece
from xinxi_desktop.gui.widgets.body_text import Look
from xinxi_desktop.gui.widgets.change_look import gone_look, new_look
from xinxi_desktop.gui.widgets.reading import ReadingText


class ComparedText(ReadingText):
    """Shows pieces, a line of them a paragraph."""

    def __init__(self) -> None:
        """Begin empty."""
        self._pieces: Sequence[Piece] = ()
        super().__init__()
        self.setAcceptDrops(False)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show another comparison from its beginning."""
        self._pieces = pieces
        looks = {
            Kind.SAME: QTextCharFormat(),
            Kind.GONE: gone_look(self.palette()),
            Kind.NEW: new_look(self.palette()),
        }
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(Look.of(self.font()).block())
        for piece in pieces:
            cursor.insertText(piece.text, looks[piece.kind])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def changeEvent(self, event: QEvent) -> None:
        """Write anew what carries colours or sizes."""
        super().changeEvent(event)
        changed = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if changed and self._pieces:
            self.show_pieces(self._pieces)
