"""One issue: its way, its next step, and pages for layout, pool, distribution and proofs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from xinxi_desktop.domain.vocabulary import CorrectionKind, IssueState
from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.correction import CorrectionDialog
from xinxi_desktop.gui.dialogs.title_breaks import TitleBreaksDialog
from xinxi_desktop.gui.form_acts import FormActs, notice_of
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.page_images import PageImages
from xinxi_desktop.gui.page_painter import FaceFonts
from xinxi_desktop.gui.printing_acts import PrintingActs
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.views.layout_acts import IssueActs
from xinxi_desktop.gui.views.layout_advice import AdvicePane
from xinxi_desktop.gui.views.layout_distribution import DistributionPane
from xinxi_desktop.gui.views.layout_head import IssueHead
from xinxi_desktop.gui.views.layout_pool import PoolPane
from xinxi_desktop.gui.views.layout_registration import RegistrationPane
from xinxi_desktop.gui.views.layout_trail import TrailPane
from xinxi_desktop.gui.widgets.basics import EmptyState, label
from xinxi_desktop.gui.widgets.page_preview import PageMark
from xinxi_desktop.gui.widgets.page_switch import PageSwitch
from xinxi_desktop.gui.widgets.preview_pane import PreviewPane
from xinxi_desktop.services import bulletins, corrections, printing, registers, signing
from xinxi_desktop.services.bulletins import Printed
from xinxi_desktop.services.page_marks import MarginMark
from xinxi_desktop.services.pictures import picture_bytes

_HARDENED = "在别的 Word、WPS 里也按 PDF 的位置断行，不便再大改；定版以后的 Word 文件都已加固。"
_LAID_OUT, _NOTHING = 0, 1


class IssuePane(QWidget):
    """The detail zone of 排版.

    Signals:
        article_asked: an article should be shown in 编辑.
        item_clicked: the article id under a click on the pages.
        text_asked: the TextPlace that should be opened in 编辑.
        laid_out: on which page (from 1) each item (from 0) begins.
        counted: the id of the issue that was laid out, and how many pages it has.
        empty_pressed: an issue should be begun, as there is none.
    """

    article_asked = Signal(int)
    item_clicked = Signal(int)
    text_asked = Signal(object)
    laid_out = Signal(object)
    counted = Signal(int, int)
    empty_pressed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without an issue."""
        super().__init__(parent)
        self._desk = desk
        self.issue: Row = {}
        self._wanted = 0
        self._laying_out = False
        self._shown = 0
        self._printed: Printed | None = None
        self._fonts: tuple[object, FaceFonts] | None = None
        self._images = PageImages(lambda blob: picture_bytes(desk.office, blob))
        self.acts = IssueActs(desk, self)
        self.printing = PrintingActs(desk, self)
        self.acts.print_asked.connect(self.printing.open_window)
        self.forms = FormActs(desk, self)
        self.head = IssueHead(desk)
        self.code = label("", "heading")
        self.preview = PreviewPane(desk.values)
        self.advice = AdvicePane(desk)
        self.nothing = EmptyState("还没有选定一期。")
        self.pool = PoolPane(desk)
        self.registration = RegistrationPane(desk)
        self.trail = TrailPane(desk)
        self.distribution = DistributionPane(desk)
        self._lay_out_widgets()
        self._wire()
        self.show_issue({})

    def show_issue(self, issue: Row) -> None:
        """Show an issue, an empty row for none, and lay it out anew."""
        if issue.get("id") != self._shown:
            self.sheets.setCurrentIndex(_NOTHING)
            self.nothing.sentence.setText("正在排版…" if issue else "还没有选定一期。")
            self._printed = None
            self.advice.clear()
            self.advice.close_up()
        self.issue = issue
        self.head.show_issue(issue)
        self._say_code()
        self.pool.show_issue(issue)
        self.registration.show_issue(issue)
        self.trail.show_issue(issue)
        self.distribution.show_issue(issue)
        self._lay_out(issue.get("id", 0))

    def refresh_pool(self) -> None:
        """Read the pool anew."""
        self.pool.refresh()
        self.switch.rename("pool", f"备选稿件 {self.pool.count()}")

    def show_pool(self) -> None:
        """Show the pool with the focus in its list."""
        self.switch.show_page("pool")
        self.pool.start()

    def show_advice(self) -> None:
        """Open or fold 版面建议; where there is none, say why."""
        self.switch.show_page("pages")
        if self.sheets.currentIndex() == _LAID_OUT:
            self.advice.ask()
        else:
            self._desk.notifier.told(f"{self.nothing.sentence.text()}现在没有版面建议。")

    def commit(self) -> bool:
        """Keep what is typed and not yet saved; False if the office's rules refuse it."""
        return self.registration.save()

    def take_step(self) -> None:
        """Take the next step."""
        if self.head.step.isEnabled() and self.commit():
            self.acts.next(self.issue)

    def export_pdf(self) -> None:
        """Export the PDF."""
        if self.issue:
            self.acts.export(self.issue, printing.PDF)

    def send_back(self) -> None:
        """退改, where the state allows it."""
        if self.issue and words.may(self.issue, "return") and not self._desk.office.read_only:
            self.acts.fall_back("return", self.issue)

    def open_printing(self) -> None:
        """Open the printing window."""
        if self.issue and self.commit():
            self.printing.open_window(self.issue)

    def print_proof(self) -> None:
        """Print the proof and open its 审签单 (F8)."""
        if self.issue and self.commit():
            self.printing.print_proof(self.issue)

    def break_title(self, place: int, item: int) -> None:
        """Ask how the title of an item should be broken; ``place`` is its position from 0."""
        if self._printed and place < len(self._printed.bulletin.items):
            TitleBreaksDialog(self._desk, self._printed, place, item, self).open()

    def show_record(self) -> None:
        """Show who did what and when."""
        if self.issue:
            self.acts.show_record(self.issue)

    def _say_code(self) -> None:
        code = ""
        if self.issue and IssueState(self.issue["state"]) in words.PROVEN:
            newest = signing.proofs(self._desk.office, self.issue["id"])[:1]
            code = newest[0]["check_code"] if newest else ""
        self.code.setText(f"校验码 {code}" if code else "")
        self._place_code()

    def _place_code(self, _page: str = "") -> None:
        """The page of proofs shows the code by itself, larger."""
        self.code.setVisible(bool(self.code.text()) and self.switch.key != "trail")

    def _fill_more(self) -> None:
        menu, row = self.head.more.menu(), self.issue
        menu.clear()
        self._offer_contents(menu)
        menu.addAction("检查全期…", partial(self.acts.check_whole, row))
        menu.addAction("履历…", partial(self.acts.show_record, row))
        menu.addSeparator()
        entries: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("return", "退改…", partial(self.acts.fall_back, "return", row)),
            ("defer", "缓发…", partial(self.acts.fall_back, "defer", row)),
            ("move", "改刊…", partial(self.acts.move, row)),
            ("transcribe", "誊改…", partial(self.acts.transcribe, row)),
            ("resubmit", "复审…", partial(self.acts.fall_back, "resubmit", row)),
        )
        for action, verb, slot in entries:
            entry = menu.addAction(verb, slot)
            entry.setEnabled(words.may(row, action) and not self._desk.office.read_only)
            entry.setToolTip(words.WHAT_IT_DOES[action])
        again = menu.addAction("重出清样", partial(self.acts.prove, row))
        proven = IssueState(row["state"]) is IssueState.PROOF
        again.setEnabled(proven and not self._desk.office.read_only)
        again.setToolTip(words.WHAT_IT_DOES["prove"])
        menu.addSeparator()
        printed = IssueState(row["state"]) is IssueState.PRINTED
        recalled = printed and corrections.is_recalled(self._desk.office, row["id"])
        for kind in CorrectionKind:
            entry = menu.addAction(f"{kind.label}…", partial(self._correct, kind))
            over = recalled and kind is not CorrectionKind.CORRECTION
            entry.setEnabled(printed and not over and not self._desk.office.read_only)
            entry.setToolTip("这一期已经收回" if over else words.WHAT_IT_DOES[kind.value])

    def _offer_contents(self, menu: QMenu) -> None:
        """目录 belongs to the publication; this is where one misses it."""
        row, office = self.issue, self._desk.office
        entry = menu.addAction(f"《{words.short_name(row)}》印目录")
        entry.setCheckable(True)
        entry.setChecked(bool(row["contents"]))
        entry.setEnabled(words.may(row, "arrange") and not office.read_only)
        entry.setToolTip("两条以上的期才印；别的要求在“单位与信息员—刊物”里定")
        entry.triggered.connect(self._switch_contents)

    def _switch_contents(self, on: bool) -> None:
        family = self.issue["publication"]
        self._desk.do(partial(registers.print_contents, self._desk.office, family, on))

    def _fill_press(self) -> None:
        menu = self.head.press.menu()
        menu.clear()
        menu.addAction("打印…", self.open_printing)
        menu.addAction("清样和审签单（F8）", self.print_proof)
        menu.addSeparator()
        listed = self.switch.key == "distribution"
        chosen = self.distribution.shares.chosen_rows() if listed else []
        self.forms.fill_menu(menu, self.issue, chosen)

    def _correct(self, kind: CorrectionKind) -> None:
        """Ask for a 更正, 收回 or 重印; then its notice is opened, or the printing window."""
        dialog = CorrectionDialog(self._desk, kind, self.issue, self)
        notice = notice_of(kind)
        if notice is None:
            dialog.accepted.connect(partial(self._print_again, dialog))
        else:
            dialog.accepted.connect(partial(self.forms.open_form, notice, self.issue["id"]))
        dialog.open()

    def _print_again(self, dialog: CorrectionDialog) -> None:
        self.printing.open_window(self.issue, int(dialog.form.values()["copies"]))

    def _lay_out(self, key: int) -> None:
        """Lay out beside the window; of several wishes only the last is done."""
        self._wanted = key
        if not key or self._laying_out:
            return
        self._laying_out = True
        office = self._desk.office

        images = self._images

        def work(_control: Control) -> Printed:
            printed = bulletins.lay_out(office, key)
            images.prepare(printed.layout.pages)
            return printed

        self._desk.jobs.run(work, partial(self._show_pages, key), self._fail)

    def _show_pages(self, key: int, printed: Printed) -> None:
        self._laying_out = False
        if key != self._wanted:
            self._lay_out(self._wanted)
            return
        if self._fonts is None or self._fonts[0] is not printed.fonts:
            self._fonts = (printed.fonts, FaceFonts(printed.fonts, self._images))
        self._shown = key
        self.sheets.setCurrentIndex(_LAID_OUT)
        self.preview.show_layout(printed.layout, self._fonts[1])
        first: dict[int, int] = {}
        for line in printed.layout.lines:
            if line.item >= 0:
                first.setdefault(line.item, line.page)
        self._printed = printed
        self.laid_out.emit(first)
        self.counted.emit(key, len(printed.layout.pages))
        self.advice.show_printed(self.issue, printed)

    def _show_trial(self, printed: Printed) -> None:
        """Show the pages as a remedy would make them, or as they are."""
        if self._fonts is not None:
            self.preview.show_layout(printed.layout, self._fonts[1])

    def _mark(self, marks: Sequence[MarginMark]) -> None:
        """Mark in the margin what does not sit well."""
        self.preview.mark_more([PageMark(m.page, m.y, m.words, m.sentence) for m in marks])
        self.advice.show_others(self.preview.sheets.marks)

    def _fail(self, error: Exception) -> None:
        self._laying_out = False
        self.nothing.sentence.setText("这一期没有排出来。")
        self.sheets.setCurrentIndex(_NOTHING)
        self._desk.notifier.error(error)

    def _lay_out_widgets(self) -> None:
        self.sheets = QStackedWidget()
        self.sheets.addWidget(self.preview)
        self.sheets.addWidget(self.nothing)
        self.switch = PageSwitch("这一期的内容")
        pages: Mapping[str, tuple[str, QWidget]] = {
            "pages": ("版面", self._make_pages()),
            "pool": ("备选稿件", self.pool),
            "registration": ("报送范围", self.registration),
            "trail": ("清样与签批", self.trail),
            "distribution": ("分发", self.distribution),
        }
        for key, (title, page) in pages.items():
            self.switch.add_page(key, title, page)
        self.switch.bar.gap()
        self.switch.bar.add(self.code)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.switch, 1)

    def _make_pages(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sheets, 1)
        column.addWidget(self.advice)
        return holder

    def _wire(self) -> None:
        exports: Sequence[tuple[str, str, bool | None]] = (
            ("PDF…", printing.PDF, None),
            ("Word…", printing.DOCX, None),
            ("Word（断行加固）…", printing.DOCX, True),
        )
        for word, format_, hardened in exports:
            self.head.export.menu().addAction(word, partial(self._export, format_, hardened))
        self.head.export.menu().actions()[-1].setToolTip(_HARDENED)
        self.head.export.menu().setToolTipsVisible(True)
        self.head.press.menu().aboutToShow.connect(self._fill_press)
        self.head.more.menu().aboutToShow.connect(self._fill_more)
        self.head.more.menu().setToolTipsVisible(True)
        self.switch.chosen.connect(self._place_code)
        self.head.step.clicked.connect(self.take_step)
        self.acts.busy.connect(self.head.set_busy)
        self.preview.item_clicked.connect(self.item_clicked)
        self.preview.text_asked.connect(self.text_asked)
        self.advice.marked.connect(self._mark)
        self.advice.article_asked.connect(self.article_asked)
        self.advice.page_asked.connect(self.preview.sheets.go_to)
        self.advice.spot_asked.connect(self.preview.sheets.go_to_spot)
        self.advice.pages_asked.connect(self._show_trial)
        self.trail.record.clicked.connect(self.show_record)
        self.trail.notice_asked.connect(self.forms.open_notice)
        self.nothing.pressed.connect(self.empty_pressed)
        name_key(self.trail.record, "layout.record")
        name_key(self.registration.save_button, "layout.save")

    def _export(self, format_: str, hardened: bool | None) -> None:
        self.acts.export(self.issue, format_, hardened)
