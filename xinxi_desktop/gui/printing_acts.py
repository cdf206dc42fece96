"""打印 as 排版 offers it: the printing window, and 清样 with 审签单 by one key (practice.md §6)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.vocabulary import IssueState, PaperForm, PrintKind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.print_dialog import PrintDialog
from xinxi_desktop.gui.form_acts import FormActs
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.services import paper
from xinxi_desktop.services.issues import issue


class PrintingActs(QObject):
    """Prints issues over one window."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._forms = FormActs(desk, window)

    def open_window(self, row: Row, copies: int = 0) -> None:
        """Show the printing window; ``copies`` is how many it proposes, 0 for its own."""
        dialog = self._make(row, None)
        if copies:
            dialog.pages.propose(copies)
        dialog.open()

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
        """The 审签单 bears the check code, so there must be a proof that stands."""
        if IssueState(issue(self._desk.office, issue_id)["state"]) in words.PROVEN:
            self._forms.open_form(PaperForm.SIGN_SHEET, issue_id)
        else:
            self._desk.notifier.warn("还没有出清样，没有校验码，审签单没有打开。清样照常打印。")
