"""Every view, page and dialog of the program, each shown on an office that has something in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import office_maker as make
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from real_window import open_views, rest

from xinxi_desktop.domain.ledger import LedgerSheet
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.domain.vocabulary import CorrectionKind
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.backups import BackupsDialog
from xinxi_desktop.gui.dialogs.choose_unit import ChooseUnitDialog
from xinxi_desktop.gui.dialogs.compose import ComposeDialog
from xinxi_desktop.gui.dialogs.correction import CorrectionDialog
from xinxi_desktop.gui.dialogs.crash_dialog import CrashDialog
from xinxi_desktop.gui.dialogs.day_end import DayEndDialog
from xinxi_desktop.gui.dialogs.drafting import DraftingDialog
from xinxi_desktop.gui.dialogs.duties import DutiesDialog
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.dialogs.first_run import FirstRunDialog
from xinxi_desktop.gui.dialogs.forms import FormsDialog
from xinxi_desktop.gui.dialogs.help_window import HelpWindow
from xinxi_desktop.gui.dialogs.key_sheet import KeySheet
from xinxi_desktop.gui.dialogs.ledger import LedgerDialog
from xinxi_desktop.gui.dialogs.masthead import MastheadDialog
from xinxi_desktop.gui.dialogs.new_year import NewYearDialog
from xinxi_desktop.gui.dialogs.posts import PostsDialog
from xinxi_desktop.gui.dialogs.print_dialog import PrintDialog
from xinxi_desktop.gui.dialogs.reason import ReasonDialog
from xinxi_desktop.gui.dialogs.recipients import RecipientsDialog
from xinxi_desktop.gui.dialogs.record import RecordDialog
from xinxi_desktop.gui.dialogs.review import ReviewDialog
from xinxi_desktop.gui.dialogs.schemes import SchemeDialog
from xinxi_desktop.gui.dialogs.search_name import SearchNameDialog
from xinxi_desktop.gui.dialogs.table import TableDialog
from xinxi_desktop.gui.dialogs.text_edits import EditsDialog, FindDialog
from xinxi_desktop.gui.dialogs.title_breaks import TitleBreaksDialog
from xinxi_desktop.gui.dialogs.transcribe import TranscribeDialog
from xinxi_desktop.gui.dialogs.undo_history import UndoHistoryDialog
from xinxi_desktop.gui.dialogs.whole_issue import WholeIssueDialog
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.gui.views import PAGES, TABS
from xinxi_desktop.gui.views.intake_lists import COLUMNS
from xinxi_desktop.gui.widgets.page_switch import PageSwitch
from xinxi_desktop.gui.widgets.queue_list import QueueList
from xinxi_desktop.services import acts, articles, bulletins, intake, issues, registers, units
from xinxi_desktop.services.new_year import NewYear

Make = Callable[[], QDialog]


_LEDGER = LedgerSheet("台账", ("日期", "单位", "标题"), ((2, ("2025-3-1", "甲局", "甲事")),), 2025)


def furnish(desk: Desk) -> dict[str, int]:
    """Put one of each kind into the office; gives their ids."""
    office = desk.office
    unit = make.unit(office, "安渡区委办公室", "安渡")
    first = make.report(office, units=(unit,), urgency="urgent")
    make.report(office, "共享冷库", units=(unit,))
    return {
        "printed": make.printed_issue(office, [("市委领导", "机要", 3)]),
        "planned": make.issue(office),
        "article": articles.create_article(office, [first]).id,
    }


def scenes(qtbot: QtBot, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Show one after the other: each view with its pages, then each dialog."""
    made = furnish(desk)
    window = open_views(qtbot, desk, TABS, PAGES)
    yield from _views(qtbot, desk, window)
    for name, dialog in dialogs(desk, window, made).items():
        shown = dialog()
        shown.setParent(window, shown.windowFlags())
        shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        rest(qtbot, desk)
        yield name, shown
        rest(qtbot, desk)
        shown.reject()


def _views(qtbot: QtBot, desk: Desk, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for place, kind in enumerate((*TABS, *(page for page, _icon in PAGES))):
        window.show_place(place)
        _quiet(window)
        rest(qtbot, desk)
        yield kind.key, window
        view = window.view(kind.key)
        for switch in view.findChildren(PageSwitch):
            for key in list(switch.buttons)[1:] if switch.isVisible() else ():
                switch.show_page(key)
                _quiet(window)
                rest(qtbot, desk)
                yield f"{kind.key} {key}", window
        if kind.key == "units":
            (queues,) = view.findChildren(QueueList)
            for row in range(1, queues.count()):
                queues.setCurrentRow(row)
                rest(qtbot, desk)
                yield f"{kind.key} {queues.item(row).text()}", window


def _quiet(window: MainWindow) -> None:
    """Close what the bar says; it would go by itself at any moment."""
    for frame in list(window.notices.frames):
        frame.closed.emit()


def dialogs(desk: Desk, window: MainWindow, made: dict[str, int]) -> dict[str, Make]:
    """How each dialog is made."""
    office, values = desk.office, desk.values
    (issue,) = issues.issue_rows(office, [made["planned"]])
    (printed,) = issues.issue_rows(office, [made["printed"]])
    items = issues.items(office, made["planned"])
    families = registers.publications(office)
    history = acts.history(office, "issue", made["printed"])
    pending = [row["id"] for row in office.file.all("SELECT id FROM submission")]
    fetch = partial(intake.submission_rows, office)
    laid_out = bulletins.lay_out(office, made["planned"])
    question = Question("签发", "共 8 条、4 页。", "签发", lambda: None)
    return {
        "choose unit": lambda: ChooseUnitDialog("转送给谁？", units.units(office), "转送"),
        "name of a search": lambda: SearchNameDialog("存为查询", "分类一起存下。", "", False),
        "compose": lambda: ComposeDialog(desk),
        "correction": lambda: CorrectionDialog(desk, CorrectionKind.CORRECTION, printed),
        "recall": lambda: CorrectionDialog(desk, CorrectionKind.RECALL, printed),
        "day end": lambda: DayEndDialog(pending, COLUMNS[:4], fetch, values),
        "backups": lambda: BackupsDialog(desk, window.backups),
        "drafting": lambda: DraftingDialog(desk, fetch(pending[:3])),
        "duties": lambda: DutiesDialog(desk),
        "ledger": lambda: LedgerDialog(desk, Path("台账.xlsx"), (_LEDGER,)),
        "new year": lambda: NewYearDialog(desk, NewYear(2027, 2026, ("收稿编号从 1 起。",))),
        "table": lambda: TableDialog(desk, None, window),
        "find": lambda: FindDialog(desk, (), "", "", window),
        "edits": lambda: EditsDialog(desk, "clean", "整理标点", "改好", "", window),
        "final": lambda: FinalDialog(question),
        "first run": lambda: FirstRunDialog(lambda *_: office, lambda _: office, desk.jobs),
        "forms": lambda: FormsDialog(desk),
        "help": lambda: HelpWindow(values),
        "keys": KeySheet,
        "masthead": lambda: MastheadDialog(desk, families[0]),
        "posts": lambda: PostsDialog(desk),
        "print": lambda: PrintDialog(desk, printed),
        "reason": lambda: ReasonDialog(2),
        "recipients": lambda: RecipientsDialog(desk, families[0]),
        "record": lambda: RecordDialog("社区食堂", history, values),
        "review": lambda: ReviewDialog(desk, items, "通过核稿"),
        "schemes": lambda: SchemeDialog(desk, STANDARD.name),
        "title breaks": lambda: TitleBreaksDialog(desk, laid_out, 0, items[0]["id"]),
        "transcribe": lambda: TranscribeDialog(desk, printed, items, {}),
        "undo history": lambda: UndoHistoryDialog(desk),
        "whole issue": lambda: WholeIssueDialog(desk, issue, items, ()),
        "crash": lambda: CrashDialog("报告", "", True),
    }
