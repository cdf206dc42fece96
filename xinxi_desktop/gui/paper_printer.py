"""Draws a stack of copies on a printer by the painter of the preview, or writes it as a PDF.

Runs in a job: nothing here touches a widget. A printer gets real fonts where Qt knows their
file, so that a spool file stays small.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPageLayout,
    QPageSize,
    QPainter,
    QRawFont,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from xinxi_desktop.domain.fonts import Face
from xinxi_desktop.domain.page import Page
from xinxi_desktop.errors import WorldError
from xinxi_desktop.gui.jobs import Cancelled, Control
from xinxi_desktop.gui.page_images import PageImages
from xinxi_desktop.gui.page_painter import FaceFonts, paint_page
from xinxi_desktop.gui.trays import AUTO, choose_tray
from xinxi_desktop.services.paper import Copy, Stack, stack_pdf
from xinxi_desktop.services.printing import write_file

SIDES: tuple[tuple[str, str, QPrinter.DuplexMode], ...] = (
    ("one", "单面", QPrinter.DuplexMode.DuplexNone),
    ("long", "双面（长边翻）", QPrinter.DuplexMode.DuplexLongSide),
    ("short", "双面（短边翻）", QPrinter.DuplexMode.DuplexShortSide),
)
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Device:
    """Where to print: a printer by name, or a PDF by its path."""

    printer: str = ""
    pdf: Path | None = None
    tray: str = AUTO
    sides: str = "one"
    black: bool = False

    @property
    def name(self) -> str:
        """What is written into the record."""
        return f"PDF：{self.pdf.name}" if self.pdf else self.printer


@dataclass(frozen=True, slots=True)
class Drawn:
    """How far a run got: whole copies, and why it was broken off, empty if it was not.

    ``begun``: some pages of the next copy were drawn too, and may come out of the printer.
    """

    copies: int
    broken: str = ""
    begun: bool = False


class PrintFonts(FaceFonts):
    """Faces opened through Qt's database, which lets a PDF hold them as fonts.

    A face that the database can't give exactly is drawn from its file, as outlines.
    """

    def _open(self, face: Face, size: float) -> QRawFont:
        own = super()._open(face, size)
        place = QFontDatabase.addApplicationFont(face.path)
        for family in QFontDatabase.applicationFontFamilies(place):
            font = QFont(family)
            font.setPixelSize(max(1, round(size)))
            font.setBold(face.bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            raw = QRawFont.fromFont(font)
            if raw.fontTable("head") == own.fontTable("head"):
                raw.setPixelSize(size)
                return raw
        return own


def printer_names() -> list[str]:
    """List the printers of this computer, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    every = QPrinterInfo.availablePrinterNames()
    return sorted(every, key=lambda name: name != default)


def sides_of(printer: str) -> list[tuple[str, str]]:
    """List the ways a printer can use both sides, as (setting value, word); 单面 always."""
    modes = QPrinterInfo.printerInfo(printer).supportedDuplexModes() if printer else []
    every = [(key, word) for key, word, mode in SIDES if mode in modes]
    return every if every and every[0][0] == "one" else [(SIDES[0][0], SIDES[0][1]), *every]


def print_stack(stack: Stack, device: Device, control: Control) -> Drawn:
    """Draw every copy; a cancel ends after the page that is being drawn.

    Equal copies are the printer's own business where it can; a PDF holds them once.
    WorldError if the printer or the file takes nothing.
    """
    copies = list(stack.copies)
    if device.pdf:
        return _write_pdf(stack, device.pdf, device.black, control)
    printer = _printer(device)
    times = copies[0].times
    if len(copies) == 1 and printer.supportsMultipleCopies():
        printer.setCopyCount(times)
        printer.setCollateCopies(True)
        drawn = _draw(printer, stack, copies, control)
        return Drawn(drawn.copies * times, drawn.broken, drawn.begun)
    return _draw(printer, stack, [each for each in copies for _ in range(each.times)], control)


def _draw(printer: QPrinter, stack: Stack, copies: list[Copy], control: Control) -> Drawn:
    fonts = PrintFonts(stack.fonts, PageImages(stack.printed.pictures.bytes_of))
    painter = QPainter()
    _set_paper(printer, copies[0].pages[0])
    if not painter.begin(printer):
        raise _refused(printer)
    finished, done, total = 0, 0, sum(len(copy.pages) for copy in copies)
    why = ""
    try:
        for copy in copies:
            before = done
            for page in copy.pages:
                control(done, total, f"第 {finished + 1} 份，共 {len(copies)} 份")
                if done and not printer.newPage():
                    why = "打印机中断"
                    break
                _draw_page(painter, printer, page, fonts)
                done += 1
            if why:
                break
            finished, before = finished + 1, done
    except Cancelled:
        why = "中途取消"
    if why:
        # Where Qt can't take a job back (CUPS), what was drawn until now still comes out.
        printer.abort()
    painter.end()
    return Drawn(finished, why, bool(why) and done > before)


def _draw_page(painter: QPainter, printer: QPrinter, page: Page, fonts: FaceFonts) -> None:
    grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    scale = printer.resolution() / _POINTS_PER_INCH
    painter.save()
    painter.scale(scale, scale)
    paint_page(painter, page, fonts, _black_ink if grey else QColor)
    painter.restore()


def _black_ink(colour: str) -> QColor:
    """The pages are in black already; pictures follow an ink of one's own and turn grey."""
    return QColor(colour)


def _set_paper(printer: QPrinter, page: Page) -> None:
    size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def _printer(device: Device) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(device.printer)
    if device.printer not in QPrinterInfo.availablePrinterNames() or not printer.isValid():
        raise WorldError(
            "no_such_printer",
            f"找不到打印机“{device.printer}”，它可能没有开机或已经卸掉。没有打印。"
            "请检查后再试，或改选“打印到 PDF”。",
        )
    printer.setDocName("信息科工作台")
    choose_tray(printer, device.tray)
    printer.setDuplex(next(qt for key, _, qt in SIDES if key == device.sides))
    return _coloured(printer, device)


def _coloured(printer: QPrinter, device: Device) -> QPrinter:
    mode = QPrinter.ColorMode.GrayScale if device.black else QPrinter.ColorMode.Color
    printer.setColorMode(mode)
    return printer


def _write_pdf(stack: Stack, target: Path, black: bool, control: Control) -> Drawn:
    """Write the program's own PDF, with its bookmarks and its red, whole or not at all."""
    try:
        control(0, stack.count, "正在写 PDF")
        data = stack_pdf(stack, black=black)
        control(stack.count, stack.count, "正在写 PDF")
        write_file(target, data)
    except Cancelled:
        return Drawn(0, "中途取消")
    except WorldError as error:
        raise _unwritten(target.name) from error
    return Drawn(stack.count)


def _refused(printer: QPrinter) -> WorldError:
    return WorldError(
        "printer_refused",
        f"打印机“{printer.printerName()}”没有接受任务。没有打印。请看它是否开机、有纸，再试一次。",
    )


def _unwritten(name: str) -> WorldError:
    return WorldError(
        "cannot_write",
        f"“{name}”没有写成：文件夹不能写、空间不够，或文件正被别的程序打开。没有打印。"
        "请关闭它或换一个位置再试。",
    )
