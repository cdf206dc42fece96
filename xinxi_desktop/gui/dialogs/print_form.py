"""The left half of the printing window: printer, what, for whom, pages, sides, tray, 套印.

What belongs to this printer and this publication is remembered at this machine, not in the
office file: tray, sides, colour, 套印 and its offsets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from xinxi_desktop.domain.distribution import number_words
from xinxi_desktop.domain.vocabulary import PrintKind
from xinxi_desktop.gui.paper_printer import Device, sides_of
from xinxi_desktop.gui.trays import trays_of
from xinxi_desktop.gui.widgets.basics import label, number_box
from xinxi_desktop.gui.widgets.list_view import ROW_HEIGHT
from xinxi_desktop.services.paper import CopySet, Look, Order

TO_PDF = ""
"""The printer's name for “打印到 PDF”."""
_LIST, _COUNT = "list", "count"
_MOST, _MOST_NUMBER, _FARTHEST = 999, 999_999, 30.0
_ROWS = 4
_SPIN = 96
_SET = Qt.ItemDataRole.UserRole
_COLOURS = (("colour", "彩色"), ("black", "黑白"))


class PrintForm(QWidget):
    """The fields.

    Signals:
        edited: something changed that the pages may depend on.
        calibration_asked: the 校准页 should be printed.
    """

    edited = Signal()
    calibration_asked = Signal()

    def __init__(
        self,
        printers: Sequence[str],
        kinds: Sequence[PrintKind],
        sets: Sequence[CopySet],
        *,
        copies: int,
        next_number: int,
        numbered: bool,
        stamped: bool,
        printed: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Offer what there is; ``sets`` is the issue's list, ``copies`` its number of copies.

        ``next_number`` is the first 份号 that nobody has yet, for copies printed later.
        ``numbered``: its copies bear a 份号; ``stamped``: a numbering machine prints it.
        ``printed``: more than proofs was printed already, so that 补印 is of a few.
        """
        super().__init__(parent)
        self._sets, self._copies, self._next = tuple(sets), copies, next_number
        self._numbered, self._stamped, self._printed = numbered, stamped, printed
        self.printer = _choice(
            "打印机", [*((name, name) for name in printers), (TO_PDF, "打印到 PDF")]
        )
        self.kind = _choice("内容", [(kind.value, _kind_words(kind)) for kind in kinds])
        self.whom = _choice(
            "分给", [(_LIST, f"分发名单（{len(sets)} 个对象）"), (_COUNT, "不按名单，只按份数")]
        )
        self.recipients = self._list()
        self.copies = number_box()
        self.first = number_box()
        self.pages = QLineEdit()
        self.sides = _choice("单双面", sides_of(str(self.printer.currentData())))
        self.tray = _choice("纸盒", trays_of(str(self.printer.currentData())))
        self.colour = _choice("颜色", _COLOURS)
        self.overprint = QCheckBox("套印（红头已印好，不印红字红线）")
        self.right, self.down = _millimetres("右移"), _millimetres("下移")
        self.calibrate = QPushButton("打印校准页")
        self.sheet = QCheckBox("同时打开审签单（Word）")
        self._lay_out()
        self._wire()
        if self.kind.currentData() == PrintKind.REPRINT.value:
            # Everyone has a copy already: what is printed again is for few.
            self.whom.setCurrentIndex(self.whom.findData(_COUNT))
        self._settle()

    def order(self) -> Order:
        """What is asked for."""
        kind = PrintKind(self.kind.currentData())
        look = Look(
            overprint=self.overprint.isChecked(),
            black=self.colour.currentData() == "black",
            right_mm=self.right.value(),
            down_mm=self.down.value(),
            both_sides=self.sides.currentData() != "one",
        )
        return Order(kind, self._chosen_sets(), self.pages.text(), look, not self._stamped)

    def device(self, pdf: Path | None = None) -> Device:
        """Where it goes; ``pdf`` is the file for “打印到 PDF”."""
        return Device(
            str(self.printer.currentData()),
            pdf,
            str(self.tray.currentData()),
            str(self.sides.currentData()),
            self.colour.currentData() == "black",
        )

    @property
    def to_pdf(self) -> bool:
        """Whether a file is to be written instead of paper."""
        return bool(self.printer.currentData() == TO_PDF)

    def kept(self) -> dict[str, Any]:
        """What is remembered for the next time at this machine."""
        return {
            "printer": self.printer.currentData(),
            "tray": self.tray.currentData(),
            "sides": self.sides.currentData(),
            "colour": self.colour.currentData(),
            "overprint": self.overprint.isChecked(),
            "right": self.right.value(),
            "down": self.down.value(),
            "proofs": self.copies.value() if self._is_proof() else self._proofs,
        }

    def put_back(self, kept: Mapping[str, Any]) -> None:
        """Show what was remembered; what this machine has no more is left as it is."""
        for box, name in (
            (self.printer, "printer"), (self.tray, "tray"), (self.sides, "sides"),
            (self.colour, "colour"),
        ):  # fmt: skip
            place = box.findData(kept.get(name))
            if place >= 0:
                box.setCurrentIndex(place)
        self.overprint.setChecked(kept.get("overprint") is True)
        for field, name in ((self.right, "right"), (self.down, "down")):
            value = kept.get(name)
            field.setValue(float(value) if isinstance(value, int | float) else 0.0)
        proofs = kept.get("proofs")
        self._proofs = proofs if isinstance(proofs, int) and 1 <= proofs <= _MOST else 1
        self._settle()

    def _chosen_sets(self) -> tuple[CopySet, ...]:
        if self._by_list():
            rows = [self.recipients.item(place) for place in range(self.recipients.count())]
            ticked = [row for row in rows if row.checkState() == Qt.CheckState.Checked]
            return tuple(row.data(_SET) for row in ticked)
        first = self.first.value() if not self.first.isHidden() else 0
        return (CopySet(self.copies.value(), first or None),) if self.copies.value() else ()

    def _is_proof(self) -> bool:
        return bool(self.kind.currentData() == PrintKind.PROOF.value)

    def _by_list(self) -> bool:
        return not self._is_proof() and self.whom.currentData() == _LIST

    def _list(self) -> QListWidget:
        listing = QListWidget()
        listing.setAccessibleName("分发对象")
        height = round(QApplication.font().pixelSize() * ROW_HEIGHT)
        for each in self._sets:
            entry = QListWidgetItem(_set_words(each))
            entry.setSizeHint(QSize(0, height))
            entry.setData(_SET, each)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked)
            listing.addItem(entry)
        listing.setFixedHeight(height * min(_ROWS, max(2, len(self._sets))) + 4)
        return listing

    def _lay_out(self) -> None:
        self._proofs = 1
        self.copies.setRange(1, _MOST)
        self.first.setRange(0, _MOST_NUMBER)
        self.first.setSpecialValueText("不编号")
        self.pages.setPlaceholderText("全部；或写 1、3-5")
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.stamped = label("份号用号码机打，版面上留空。", "secondary")
        self.stamped.setWordWrap(True)
        for words, field in (
            ("打印机", self.printer), ("内容", self.kind), ("分给", self.whom),
            ("", self.recipients), ("份数", self.copies), ("份号从", self.first),
            ("", self.stamped), ("页码", self.pages), ("单双面", self.sides),
            ("纸盒", self.tray), ("颜色", self.colour), ("", self.overprint),
        ):  # fmt: skip
            self._add(words, field)
        self.offsets = self._make_offsets()
        self.form.addRow("", self.offsets)
        self.form.addRow("", _at_left(self.calibrate))
        self.form.addRow("", self.sheet)

    def _add(self, words: str, field: QWidget) -> None:
        if words:
            field.setAccessibleName(words)
        caption = QLabel(words)
        caption.setBuddy(field)
        self.form.addRow(caption, field)

    def _make_offsets(self) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, field in (("右移", self.right), ("下移", self.down)):
            caption = QLabel(words)
            caption.setBuddy(field)
            row.addWidget(caption)
            row.addWidget(field, 1)
        return holder

    def _wire(self) -> None:
        self.printer.currentIndexChanged.connect(self._offer_paper)
        for box in (self.printer, self.kind, self.whom, self.sides, self.tray, self.colour):
            box.currentIndexChanged.connect(self._change)
        for spin in (self.copies, self.first, self.right, self.down):
            spin.valueChanged.connect(self._change)
        self.pages.textChanged.connect(self._change)
        self.overprint.toggled.connect(self._change)
        self.recipients.itemChanged.connect(self._change)
        self.kind.currentIndexChanged.connect(self._propose_copies)
        self.whom.currentIndexChanged.connect(self._propose_copies)
        self.calibrate.clicked.connect(self.calibration_asked)
        self._propose_copies()

    def _change(self, *_arguments: object) -> None:
        self._settle()
        self.edited.emit()

    def _offer_paper(self, *_arguments: object) -> None:
        """Another printer has other trays and may not print both sides; what it can stays."""
        printer = str(self.printer.currentData())
        for box, choices in ((self.sides, sides_of(printer)), (self.tray, trays_of(printer))):
            before = box.currentData()
            box.blockSignals(True)
            box.clear()
            for key, word in choices:
                box.addItem(word, key)
            box.setCurrentIndex(max(0, box.findData(before)))
            box.blockSignals(False)

    def _propose_copies(self, *_arguments: object) -> None:
        again = self.kind.currentData() == PrintKind.REPRINT.value
        # Whose copies bear a 份号, for them others would be wrong: as many as are needed.
        few = again and (self._printed or self._numbered)
        copies = self._proofs if self._is_proof() else 1 if few else self._copies
        self.copies.setValue(max(1, copies))
        first = self._next if again else 1
        self.first.setValue(first if self._numbered else 0)

    def propose(self, copies: int) -> None:
        """Begin with so many copies for nobody in particular, as a 重印 asks."""
        self.whom.setCurrentIndex(self.whom.findData(_COUNT))
        self.copies.setValue(copies)

    def _settle(self) -> None:
        """Show only the fields that mean something now."""
        proof, by_list = self._is_proof(), self._by_list()
        shown = {
            self.whom: not proof and bool(self._sets),
            self.recipients: by_list and bool(self._sets),
            self.copies: not by_list or not self._sets,
            self.first: not proof and not (by_list and self._sets) and not self._stamped,
            self.stamped: not proof and self._stamped,
            self.sides: self.sides.count() > 1,
            self.tray: self.tray.count() > 1,
            self.offsets: True,
            self.sheet: proof,
        }
        for field, visible in shown.items():
            self.form.setRowVisible(field, visible)
        if not self._sets and self.whom.currentData() == _LIST:
            self.whom.setCurrentIndex(self.whom.findData(_COUNT))


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, word in choices:
        box.addItem(word, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _millimetres(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setAccessibleName(f"{name}毫米")
    box.setRange(-_FARTHEST, _FARTHEST)
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setSuffix(" mm")
    box.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
    # WORKAROUND: Qt ignores a style sheet's padding for the line edit inside a spin box.
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    box.setMinimumWidth(_SPIN)
    return box


def _at_left(button: QPushButton) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return holder


def _kind_words(kind: PrintKind) -> str:
    extra = {PrintKind.PROOF: "（有“清样”字样）", PrintKind.LARGE: "（二号字，全部）"}
    return f"{kind.label}{extra.get(kind, '')}"


def _set_words(each: CopySet) -> str:
    last = None if each.first_number is None else each.first_number + each.copies - 1
    parts = [each.name, f"{each.copies} 份", number_words(each.first_number, last)]
    parts.append("大字版" if each.large_print else "")
    return "　".join(filter(None, parts))
