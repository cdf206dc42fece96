"""日清: the dialog with all that came up to today and is undecided, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.times import today
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.day_end import DayEndDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views.intake_lists import COLUMNS, PENDING
from xinxi_desktop.services import intake

_SHOWN = ("number", "title", "unit", "received_at")
_UNIT = 11
"""Characters of a unit's name in 日清."""


def undecided_today(
    desk: Desk, fetch: Callable[[Sequence[int]], list[Row]], view: QWidget
) -> DayEndDialog:
    """Make the dialog; ``fetch`` gives its rows."""
    waiting = SubmissionFilter(
        states=(PENDING,), received_to=today(), sort="received_at", descending=False
    )
    ids = intake.submission_ids(desk.office, waiting)
    plain = [
        replace(each, sortable=False, width=_UNIT if each.key == "unit" else each.width)
        for each in COLUMNS
        if each.key in _SHOWN
    ]
    return DayEndDialog(ids, plain, fetch, desk.values, view)
