"""The numbers beside the queues of 收稿, counted beside the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.views.intake_lists import QUEUES
from xinxi_desktop.gui.views.intake_saved import SavedSearches
from xinxi_desktop.gui.widgets.queue_list import QueueList
from xinxi_desktop.services import intake
from xinxi_desktop.services.office import Office


class QueueCounts(QObject):
    """Counts anew when asked; of several counts only the last is shown."""

    def __init__(
        self, desk: Desk, queues: QueueList, saved: SavedSearches, parent: QObject
    ) -> None:
        """Show the counts in ``queues``, those of kept searches among them."""
        super().__init__(parent)
        self._desk, self._queues, self._saved = desk, queues, saved
        self._round = 0

    def count(self) -> None:
        """Count in a job: it goes through every report's entry in an index."""
        self._round += 1
        counts = partial(_counts, self._desk.office)
        self._desk.jobs.run(counts, partial(self._show, self._round), after_paint=True)

    def _show(self, round_: int, counts: dict[str, int]) -> None:
        if round_ == self._round:
            none = {queue.key: 0 for queue in QUEUES if queue.key}
            self._queues.set_counts(none | counts | self._saved.counts)


def _counts(office: Office, _control: Control) -> dict[str, int]:
    return intake.queue_counts(office)
