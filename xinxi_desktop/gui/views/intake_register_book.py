"""来稿登记簿 of the list that is shown: opened in Word to be printed, or exported as Excel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.opening import Opening
from xinxi_desktop.services import intake
from xinxi_desktop.services.office import Office

Chosen = Callable[[], tuple[SubmissionFilter, str]]


class RegisterBook(QObject):
    """Makes the register beside the window, so that the list can be gone on with."""

    def __init__(self, desk: Desk, view: QWidget, chosen: Chosen) -> None:
        """Follow a view; ``chosen`` gives its filter with its order, and its name in words."""
        super().__init__(view)
        self._desk, self._view, self._chosen = desk, view, chosen
        self._opening = Opening(desk, view)

    def open_word(self) -> None:
        """Fill the form and open it in Word or WPS, where it is printed."""
        from xinxi_desktop.services import submission_register as register

        work = partial(_fill, self._desk.office, *self._chosen())
        self._desk.jobs.run(work, self._show, title=f"填{register.FORM.label}")

    def export_excel(self) -> None:
        """Ask for a place and write the list there as Excel."""
        from xinxi_desktop.gui import exporting
        from xinxi_desktop.services import submission_register as register

        office = self._desk.office
        chosen, scope = self._chosen()
        ids = intake.submission_ids(office, chosen)
        name = register.register_title(office, ids, scope)
        make = partial(register.submission_register_xlsx, office, ids, scope, _silent)
        exporting.export(self._desk, self._view, name, ".xlsx", make)

    def _show(self, made: tuple[str, bytes]) -> None:
        from xinxi_desktop.services import submission_register as register

        self._opening.open_form(register.FORM.label, *made)


def _fill(
    office: Office, chosen: SubmissionFilter, scope: str, control: Control
) -> tuple[str, bytes]:
    from xinxi_desktop.services import submission_register as register

    ids = intake.submission_ids(office, chosen)
    data = register.fill_submission_register(office, ids, scope, control)
    return f"{register.register_title(office, ids, scope)}.docx", data


def _silent(_done: int, _total: int) -> None:
    """The job's own entry in the status bar is enough."""
