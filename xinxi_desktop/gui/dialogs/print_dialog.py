"""打印: what will come out of the printer at the right, everything about it at the left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.domain.vocabulary import PrintKind
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.dialogs.print_form import PrintForm
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.page_images import PageImages
from xinxi_desktop.gui.page_painter import FaceFonts
from xinxi_desktop.gui.paper_printer import Device, Drawn, print_stack, printer_names
from xinxi_desktop.gui.widgets.basics import Bar, label
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.gui.widgets.page_preview import PagePreview
from xinxi_desktop.services import distribution, paper
from xinxi_desktop.services.issues import issue_name
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.paper import Order, Stack
from xinxi_desktop.services.registers import publications

_NAME, _SIZE = "print", (1080, 700)
_LEFT = 28
"""Width of the fields in characters of the interface font."""
_NO_PRINTER = "这台电脑上没有打印机。可以“打印到 PDF”，把文件拿到有打印机的电脑上打。"
_NO_LIST = "这一期还没有分发名单，只能按份数打印。名单在“分发”页里列。"
_LARGE_HEAD = "大字版的红头位置与标准版不同，预印红头纸对不上。大字版请另打，不用套印。"
_READ_ONLY = "文件现在只能看，打印记不了账，不能打印。可以用“导出 PDF”。"


class PrintDialog(FormDialog):
    """Prints an issue as a job in the status bar, and records what was printed.

    Signals:
        sheet_asked: the 审签单 of this issue goes with its proof.
    """

    sheet_asked = Signal(int)

    def __init__(
        self, desk: Desk, row: Row, kind: PrintKind | None = None, parent: QWidget | None = None
    ) -> None:
        """Offer what may be printed of the issue ``row`` now, ``kind`` chosen at first."""
        self._row, self._wanted, self._laying_out, self._open = row, 0, False, True
        self._office = desk.office
        self._family = next(
            each for each in publications(desk.office) if each["id"] == row["publication"]
        )
        printers = printer_names()
        self.pages = self._make_form(printers)
        self.preview = PagePreview()
        self.preview.zoom = "page"
        self.place = label("", "secondary")
        self.count = label("", "secondary")
        self.remark = label("", "warn")
        self.warning = label("", "warn")
        title = f"打印：{issue_name(row)}"
        super().__init__(desk, _NAME, title, "打印", body=self._make_body(), parent=parent)
        if f"dialog.{_NAME}" not in desk.values.get(settings.WINDOWS):
            self.resize(*_SIZE)
        self.pages.put_back(desk.values.get(settings.PRINTING).get(self._family["uuid"], {}))
        if kind is not None:
            self.pages.kind.setCurrentIndex(max(0, self.pages.kind.findData(kind.value)))
        self._say_remark(printers)
        self._wire()
        self.finished.connect(self._end)
        self._follow()

    def decide(self) -> None:
        """Print, or ask first where the PDF goes."""
        order = self.pages.order()
        if not order.sets:
            self.say("没有选分发对象，没有打印。请勾选，或改为按份数。")
        elif self.pages.to_pdf:
            self._ask_file(self.print_into)
        else:
            self._print(None)
            self.accept()

    def print_into(self, target: Path) -> None:
        """Print what is chosen into a PDF."""
        self._print(target)
        self.accept()

    def start_at_once(self) -> bool:
        """Print without showing the window if a printer is remembered; False if there is none."""
        if self.pages.to_pdf or not self.go.isEnabled():
            return False
        self._print(None)
        self._open = False
        self.deleteLater()
        return True

    def _print(self, pdf: Path | None) -> None:
        order = self.pages.order()
        self._remember_choice()
        make = partial(paper.lay_out_stack, self._office, self._row["id"], order)
        self._run(make, self.pages.device(pdf), f"打印{order.kind.label}")
        if order.kind is PrintKind.PROOF and self.pages.sheet.isChecked():
            self.sheet_asked.emit(self._row["id"])

    def _calibrate(self) -> None:
        look = self.pages.order().look
        make = partial(paper.calibration_stack, self._office, self._row["id"], look)
        self._remember_choice()

        def go(pdf: Path | None = None) -> None:
            self._run(make, self.pages.device(pdf), "打印校准页")

        if self.pages.to_pdf:
            self._ask_file(go, "校准页")
        else:
            go()

    def _run(self, make: Callable[[], Stack], device: Device, title: str) -> None:
        """Print in a job that also records, so that closing the window loses nothing."""
        office, key, desk = self._office, self._row["id"], self._desk

        def work(control: Control) -> tuple[Changes | None, str]:
            return _print_and_record(office, key, make(), device, control)

        desk.jobs.run(work, partial(_tell, desk), title=title)

    def _ask_file(self, then: Callable[[Path], None], what: str = "") -> None:
        folder = self._desk.values.get(settings.EXPORT_FOLDER) or str(Path.home())
        dialog = file_dialog(self, "打印到 PDF", folder, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        kind = what or PrintKind(self.pages.kind.currentData()).label
        dialog.selectFile(f"{issue_name(self._row)}{kind}.pdf")
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _follow(self, *_arguments: object) -> None:
        """Lay the first copy out beside the window; of several wishes only the last is shown."""
        self.say("")
        order = self.pages.order()
        self._say_count(order)
        self._wanted += 1
        if self._laying_out:
            return
        self._laying_out = True
        wish, office, key = self._wanted, self._office, self._row["id"]

        def work(_control: Control) -> tuple[Stack, PageImages]:
            stack = paper.lay_out_stack(office, key, paper.first_copy(order))
            images = PageImages(stack.printed.pictures.bytes_of)
            images.prepare(stack.copies[0].pages)
            return stack, images

        self._desk.jobs.run(work, partial(self._show, wish), partial(self._fail, wish))

    def _end(self, _result: int) -> None:
        # A page may still be on its way when the window is gone.
        self._open = False

    def _show(self, wish: int, made: tuple[Stack, PageImages]) -> None:
        self._laying_out = False
        if not self._open:
            return
        if wish != self._wanted:
            self._follow()
            return
        stack, images = made
        self.preview.show_layout(paper.preview_layout(stack), FaceFonts(stack.fonts, images))
        self.go.setEnabled(not self._office.read_only)

    def _fail(self, wish: int, error: Exception) -> None:
        self._laying_out = False
        if not self._open:
            return
        if wish != self._wanted:
            self._follow()
        elif isinstance(error, XinxiError):
            self.say(error.sentence)
            self.go.setEnabled(False)
        else:
            self._desk.notifier.error(error)

    def _say_count(self, order: Order) -> None:
        copies = sum(each.copies for each in order.sets)
        self.count.setText(f"共 {copies} 份" if copies else "")
        large = order.kind is PrintKind.LARGE or any(each.large_print for each in order.sets)
        again = paper.printed_before(self._office, self._row["id"], paper.ordered_numbers(order))
        sentences = (
            _LARGE_HEAD if large and order.look.overprint else "",
            f"份号 {again} 以前印过，再印会有两份同号的。收回、换下的请先登记。" if again else "",
        )
        self.warning.setText("\n".join(filter(None, sentences)))
        self.warning.setVisible(bool(self.warning.text()))

    def _say_remark(self, printers: list[str]) -> None:
        only_proof = paper.kinds(self._office, self._row["id"]) == (PrintKind.PROOF,)
        listed = bool(paper.copy_sets(self._office, self._row["id"]))
        sentences = [
            _READ_ONLY if self._office.read_only else "",
            _NO_PRINTER if not printers else "",
            _NO_LIST if not listed and not only_proof else "",
        ]
        self.remark.setText("\n".join(filter(None, sentences)))
        self.remark.setVisible(bool(self.remark.text()))
        for button in (self.go, self.pages.calibrate):
            button.setEnabled(not self._office.read_only)

    def _say_place(self, page: int) -> None:
        total = len(self.preview.pages)
        self.place.setText(f"第 {page + 1} / {total} 页" if total else "")

    def _remember_choice(self) -> None:
        values = self._desk.values
        values.remember(settings.PRINTING, self._family["uuid"], self.pages.kept())

    def _make_form(self, printers: list[str]) -> PrintForm:
        office, row = self._office, self._row
        return PrintForm(
            printers,
            paper.kinds(office, row["id"]),
            paper.copy_sets(office, row["id"]),
            copies=row["copies"],
            next_number=distribution.next_number(office, row["id"]),
            numbered=distribution.copies_numbered(office.file, row),
            stamped=not paper.numbers_on_paper(office, row["id"]),
            printed=paper.is_printed(office, row["id"]),
        )

    def _make_body(self) -> QWidget:
        area, holder = QScrollArea(), QWidget()
        stacked = QVBoxLayout(holder)
        stacked.setContentsMargins(0, 0, 8, 0)
        stacked.addWidget(self.pages)
        stacked.addStretch(1)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        left, right, body = QWidget(), QWidget(), QWidget()
        left.setFixedWidth(_LEFT * QApplication.font().pixelSize())
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        self.remark.setWordWrap(True)
        side.addWidget(self.remark)
        side.addWidget(area, 1)
        self.warning.setWordWrap(True)
        side.addWidget(self.warning)
        bar = Bar()
        bar.add(self.place)
        bar.gap()
        bar.add(self.count)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.preview, 1)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(right, 1)
        self.preview.setMinimumSize(QSize(320, 360))
        return body

    def _wire(self) -> None:
        self.pages.edited.connect(self._follow)
        self.pages.calibration_asked.connect(self._calibrate)
        self.preview.page_shown.connect(self._say_place)


def _print_and_record(
    office: Office, key: int, stack: Stack, device: Device, control: Control
) -> tuple[Changes | None, str]:
    drawn = print_stack(stack, device, control)
    if drawn.broken and device.pdf:
        return None, f"打印到 PDF {drawn.broken}了，没有写文件，也没有记录。"
    remark = _broken_words(stack, drawn) if drawn.broken else ""
    changes = paper.record(office, key, stack, drawn.copies, device.name, remark)
    if not drawn.broken:
        return changes, ""
    return changes, (
        f"{drawn.broken}：排好了 {drawn.copies} 份，共要 {stack.count} 份。已送进打印机的收不回来，"
        f"请清点打出的纸。{'不全的一份请作废。' if drawn.begun else ''}已如实记录。"
    )


def _broken_words(stack: Stack, drawn: Drawn) -> str:
    """Say in the record which copy was left incomplete."""
    rest = list(stack.rest(drawn.copies))
    if not drawn.begun or not rest:
        return drawn.broken
    number = f" {rest[0].numbers[0]} 号" if rest[0].numbers else "有一份"
    return f"{drawn.broken}，{number.strip()}没有打全"


def _tell(desk: Desk, result: tuple[Changes | None, str]) -> None:
    changes, warning = result
    if changes is not None:
        desk.did(changes)
    if warning:
        desk.notifier.warn(warning)
