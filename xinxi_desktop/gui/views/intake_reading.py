"""Where the chosen submission is read: built once the list stands on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import FRAME_MILLISECONDS

if TYPE_CHECKING:
    from xinxi_desktop.gui.views.intake_detail import IntakeDetail


class ReadingPlace(QWidget):
    """Keeps the room of the reading pane and builds it when it is due or first asked for.

    Signals:
        built: the pane is there.
    """

    built = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Keep the room."""
        super().__init__(parent)
        self._desk = desk
        self._pane: IntakeDetail | None = None
        self._due = QTimer(self, singleShot=True, interval=FRAME_MILLISECONDS)
        self._due.timeout.connect(self._build_if_seen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_built(self) -> bool:
        """Whether there is a pane yet."""
        return self._pane is not None

    @property
    def pane(self) -> IntakeDetail:
        """The pane, built now if it is not there yet."""
        return self._pane or self._build()

    def build_soon(self) -> None:
        """Build the pane after the next frame."""
        if self._pane is None:
            # The frame begins when the window comes to paint; until then it is still being built.
            QTimer.singleShot(0, self._due.start)

    def _build_if_seen(self) -> None:
        # A window closed within the first frame has closed its office too.
        if self.window().isVisible():
            self._build()

    def _build(self) -> IntakeDetail:
        from xinxi_desktop.gui.views.intake_detail import IntakeDetail

        self._due.stop()
        if self._pane is None:
            self._pane = IntakeDetail(self._desk, self)
            self._column.addWidget(self._pane)
            # A layout shows what it is given only later.
            self._pane.show()
            self.built.emit()
        return self._pane
