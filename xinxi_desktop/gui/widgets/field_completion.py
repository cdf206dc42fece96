"""Offers fields and their values while a person types them; the focus stays in the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


class FieldCompletion(QCompleter):
    """Completes the last word of a search field."""

    def __init__(self, field: QLineEdit, offers: Callable[[str], Sequence[str]]) -> None:
        """Complete in ``field``; ``offers`` gives the whole words for what was begun."""
        super().__init__(field)
        self._field, self._offers = field, offers
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setWidget(field)
        self.list = QListView()
        self.list.setAccessibleName("可选的筛选条件")
        self.setPopup(self.list)
        field.textEdited.connect(self._offer)
        self.activated.connect(self._take)

    def _begun(self) -> str:
        before = self._field.text()[: self._field.cursorPosition()]
        return before[max(before.rfind(" "), before.rfind("\u3000")) + 1 :]

    def _offer(self) -> None:
        begun = self._begun().replace("：", ":")
        found = list(self._offers(begun)) if begun else []
        self._words.setStringList(found)
        if found and found != [begun]:
            self.complete()
        else:
            self.list.hide()

    def _take(self, word: str) -> None:
        end = self._field.cursorPosition()
        start, text = end - len(self._begun()), self._field.text()
        ended = word if word.endswith(":") else f"{word} "
        self._field.setText(f"{text[:start]}{ended}{text[end:].lstrip()}")
        self._field.setCursorPosition(start + len(ended))
        if word.endswith(":"):
            self._offer()
