"""Marks over a text that is read: the words one searched for, and what should be checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from xinxi_desktop.domain.checking import Checks, Place, word_places
from xinxi_desktop.gui.tokens import tokens_of
from xinxi_desktop.gui.widgets.body_text import blocks_of, select
from xinxi_desktop.gui.widgets.document_text import DocumentText

_GROUND = 0.28


class ReadingMarks(QObject):
    """Follows one text; the text itself and what is copied from it stay as they are."""

    def __init__(self, text: DocumentText, checks: Callable[[], Checks]) -> None:
        """Mark ``text`` whenever it is written; ``checks`` is asked when something is checked."""
        super().__init__(text)
        self._text, self._checks = text, checks
        self._words, self._checking = "", False
        text.written.connect(self._mark)

    def show(self, words: str, *, checking: bool) -> None:
        """Mark the words of a search from now on, and what is to be checked."""
        if (words, checking) != (self._words, self._checking):
            self._words, self._checking = words, checking
            self._mark()

    def _mark(self) -> None:
        made: list[QTextEdit.ExtraSelection] = []
        checks = self._checks() if self._checking else None
        for block in blocks_of(self._text.document()):
            if checks:
                made += self._selections(block, checks.places(block.text()), self._check_look())
            if self._words:
                found = word_places(block.text(), self._words)
                made += self._selections(block, found, self._word_look())
        self._text.setExtraSelections(made)

    def _selections(
        self, block: QTextBlock, places: Iterable[Place], look: QTextCharFormat
    ) -> list[QTextEdit.ExtraSelection]:
        made = []
        for first, last in places:
            each = QTextEdit.ExtraSelection()
            each.cursor = select(self._text.document(), first, last, block.text(), block.position())
            each.format = look
            made.append(each)
        return made

    def _word_look(self) -> QTextCharFormat:
        colour = tokens_of(self._text.palette()).colour("warn")
        ground = QColor(colour)
        ground.setAlphaF(_GROUND)
        made = QTextCharFormat()
        made.setBackground(ground)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(colour)
        return made

    def _check_look(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(tokens_of(self._text.palette()).colour("info"))
        return made
