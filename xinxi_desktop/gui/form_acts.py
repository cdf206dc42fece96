"""Forms of one issue as 排版 offers them: filled, then opened in Word or WPS.

The program draws no forms itself: the office edits them in Word, so Word shows and prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from xinxi_desktop.domain.forms import REGISTERS
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import CorrectionKind, IssueState, PaperForm
from xinxi_desktop.gui import exporting
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.opening import Opening
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.services import corrections, forms

_NOTICES = {
    PaperForm.CORRECTION_NOTICE: CorrectionKind.CORRECTION,
    PaperForm.RECALL_NOTICE: CorrectionKind.RECALL,
}


class FormActs(QObject):
    """Fills forms beside the window and opens them."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Belong to ``window``."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._opening = Opening(desk, window)

    def fill_menu(self, menu: QMenu, row: Row, chosen: Sequence[Row] = ()) -> None:
        """List the forms of an issue, those it is not ready for disabled, and this year's book.

        The lists are offered for the ``chosen`` shares of the distribution, too.
        """
        done = {each["kind"] for each in corrections.corrections(self._desk.office, row["id"])}
        for form in PaperForm:
            if form in REGISTERS:
                continue
            entry = menu.addAction(f"{form.label}…", partial(self.open_form, form, row["id"]))
            entry.setEnabled(_is_ready(form, row, done))
        if chosen:
            menu.addSeparator()
            whom = chosen[0]["name"] if len(chosen) == 1 else f"选中的 {len(chosen)} 个对象"
            only = [share["key"] for share in chosen]
            for form in (PaperForm.EXCHANGE_LIST, PaperForm.RETURN_LIST):
                open_ = partial(self.open_form, form, row["id"], only)
                menu.addAction(f"{form.label}：{whom}…", open_)
        menu.addSeparator()
        year = int(row["year"] or today()[:4])
        book = f"{year}年{PaperForm.DISPATCH_REGISTER.label}"
        menu.addAction(f"{book}…", partial(self.open_book, year))
        menu.addAction(f"{book}（Excel）…", partial(self.export_book, year))

    def open_form(self, form: PaperForm, issue_id: int, only: Sequence[int] = ()) -> None:
        """Fill a form about an issue and open it; ``only`` as services.forms has it."""
        office = self._desk.office
        self._open(
            form.label,
            lambda: forms.form_title(office, form, issue_id),
            partial(forms.fill_form, office, form, issue_id, only),
        )

    def open_notice(self, row: Row) -> None:
        """Open the notice of one 更正 or 收回 anew; a 重印 has none."""
        form = notice_of(CorrectionKind(row["kind"]))
        if form is not None:
            self.open_form(form, row["issue"], [row["id"]])

    def open_book(self, year: int) -> None:
        """Fill the 发文登记簿 of a year and open it."""
        name = f"{year}年{PaperForm.DISPATCH_REGISTER.label}"
        self._open(name, lambda: name, partial(forms.fill_register, self._desk.office, year))

    def export_book(self, year: int) -> None:
        """Export the 发文登记簿 of a year as Excel."""
        name = f"{year}年{PaperForm.DISPATCH_REGISTER.label}"
        make = partial(forms.register_xlsx, self._desk.office, year)
        exporting.export(self._desk, self._window, name, ".xlsx", make)

    def _open(self, what: str, name: Callable[[], str], fill: Callable[[], bytes]) -> None:
        def work(_control: Control) -> tuple[str, bytes]:
            return f"{name()}.docx", fill()

        def show(made: tuple[str, bytes]) -> None:
            self._opening.open_form(what, *made)

        self._desk.jobs.run(work, show, title=f"填{what}")


def _is_ready(form: PaperForm, row: Row, done: set[str]) -> bool:
    if form in _NOTICES:
        return _NOTICES[form].value in done
    if form in (PaperForm.SIGN_SHEET, PaperForm.PROOF_COVER):
        return IssueState(row["state"]) in words.PROVEN
    return True


def notice_of(kind: CorrectionKind) -> PaperForm | None:
    """Give the notice that goes with a 更正 or 收回; a 重印 has none."""
    return next((form for form, each in _NOTICES.items() if each is kind), None)
