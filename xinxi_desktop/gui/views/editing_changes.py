"""Marks in the text what is new, and in the originals what fell away, as one writes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.views.editing_originals import OriginalsPage
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.services.comparing import Taken, compare_sources

_WAIT_MILLISECONDS = 600
"""A pause in writing; comparing at every word would take the machine away from the keys."""


class ChangeMarks(QObject):
    """Compares beside the window and marks both sides; what is out of date is dropped."""

    def __init__(
        self, desk: Desk, editor: BodyEditor, originals: OriginalsPage, parent: QObject
    ) -> None:
        """Listen to both sides."""
        super().__init__(parent)
        self._desk, self._editor, self._originals = desk, editor, originals
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MILLISECONDS)
        self._timer.timeout.connect(self._compare)
        editor.edited.connect(self._timer.start)
        originals.shown_changed.connect(self._compare)

    @property
    def busy(self) -> bool:
        """Whether a change has not been compared yet."""
        return self._timer.isActive()

    def compare_soon(self) -> None:
        """Another text is shown: compare once the window has nothing else to do."""
        self._timer.start(0)

    def _compare(self) -> None:
        self._timer.stop()
        # A start with another wait would stay for all later ones.
        self._timer.setInterval(_WAIT_MILLISECONDS)
        sources, text = self._originals.texts(), self._editor.toPlainText()
        if not self._originals.marking or not sources:
            self._editor.mark_new((), text)
            self._originals.mark_gone(())
            return
        done = partial(self._mark, sources, text)
        self._desk.jobs.run(partial(_taken, sources, text), done)

    def _mark(self, sources: tuple[str, ...], text: str, taken: Taken) -> None:
        current = sources == self._originals.texts() and text == self._editor.toPlainText()
        if current and self._originals.marking:
            self._editor.mark_new(taken.new, text)
            self._originals.mark_gone(taken.gone)


def _taken(sources: tuple[str, ...], text: str, _control: Control) -> Taken:
    return compare_sources(sources, text)
