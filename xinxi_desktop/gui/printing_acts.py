"""打印 as 排版 offers it: the printing window, and 清样 with 审签单 by one key (practice.md §6)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.vocabulary import PaperForm, PrintKind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.print_dialog import PrintDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.opening import Opening
from xinxi_desktop.services import forms, paper


class PrintingActs(QObject):
    """Prints issues over one window."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._opening = Opening(self)

    def open_window(self, row: Row) -> None:
        """Show the printing window."""
        self._make(row, None).open()

    def print_proof(self, row: Row) -> None:
        """Print the proof and open the filled 审签单.

        The printer remembered for the publication prints at once; without one the window asks.
        """
        if PrintKind.PROOF not in paper.kinds(self._desk.office, row["id"]):
            self._desk.notifier.warn("这一期已印发，不再打清样；要补印请用“打印”。")
            return
        dialog = self._make(row, PrintKind.PROOF)
        dialog.pages.sheet.setChecked(True)
        if not dialog.start_at_once():
            dialog.open()

    def _make(self, row: Row, kind: PrintKind | None) -> PrintDialog:
        dialog = PrintDialog(self._desk, row, kind, self._window)
        dialog.sheet_asked.connect(self._open_sheet)
        return dialog

    def _open_sheet(self, issue_id: int) -> None:
        office = self._desk.office

        def work(_control: Control) -> tuple[str, bytes]:
            name = forms.form_title(office, PaperForm.SIGN_SHEET, issue_id)
            return f"{name}.docx", forms.fill_form(office, PaperForm.SIGN_SHEET, issue_id)

        def done(made: tuple[str, bytes]) -> None:
            self._desk.attempt(lambda: self._open(*made))

        self._desk.jobs.run(work, done, title="填审签单")

    def _open(self, name: str, data: bytes) -> None:
        self._opening.open_bytes(name, data)
