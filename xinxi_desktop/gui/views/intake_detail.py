"""The right zone of 收稿: what to decide, what was registered, and the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.domain.checking import Checks
from xinxi_desktop.domain.states import SUBMISSION_MOVES, actions
from xinxi_desktop.domain.vocabulary import Disposition, SubmissionState
from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.views.intake_form import IntakeForm
from xinxi_desktop.gui.views.intake_lists import lead, number, state_word
from xinxi_desktop.gui.views.intake_strip import TogetherStrip
from xinxi_desktop.gui.views.intake_verification import VerificationLine
from xinxi_desktop.gui.widgets.basics import Bar, EmptyState, label, set_words
from xinxi_desktop.gui.widgets.document_text import DocumentText
from xinxi_desktop.gui.widgets.elided import ElidedLabel
from xinxi_desktop.gui.widgets.reading_marks import ReadingMarks
from xinxi_desktop.gui.widgets.yielding_area import YieldingArea
from xinxi_desktop.services import intake
from xinxi_desktop.services.units import informants_of, names_of_units, units

_FORM = "inbox.form"
_MARGIN, _GAP = 12, 8
_GROUP_GAP, _DIVIDER_HEIGHT = 4, 16
_TOGETHER = "\u00a0"


class IntakeDetail(QWidget):
    """Decision bar, facts, registration, remarks, text.

    Signals:
        decided: a Disposition for all that is selected.
        draft_asked: make an article of what is selected.
        corrected: the id of a submission whose registration was changed.
        verified: the id of a submission for which a 核实 was recorded.
        original_asked, copy_asked, record_asked: for the submission that is shown.
    """

    decided = Signal(object)
    draft_asked = Signal()
    corrected = Signal(int)
    verified = Signal(int)
    original_asked = Signal()
    copy_asked = Signal()
    record_asked = Signal()

    def __init__(self, desk: Desk, initiator: QObject, parent: QWidget | None = None) -> None:
        """Begin with nothing shown."""
        super().__init__(parent)
        self._desk = desk
        self._row: Row = {}
        self._folded = self._several = False
        self.decisions: dict[Disposition, QToolButton] = {}
        self.draft = _framed("成稿")
        self.facts = ElidedLabel("", "secondary")
        self.articles = _worded("")
        self.phone = _worded("核实")
        self.original = _worded("原件")
        self.copy = _worded("另存")
        self.record = _worded("履历")
        self.fold = _worded("收起登记")
        self.form = IntakeForm(desk, initiator)
        self.together = TogetherStrip()
        self.phones = label("")
        self.checks = _worded("标出核对处")
        self.verification = VerificationLine(desk, initiator)
        self.unit_warning, self.confirm = label("", "warn"), _framed("确认单位")
        self._new_units: list[int] = []
        self.remarks, self.remarks_icon, self.remarks_row = label(""), QLabel(), QWidget()
        self.text = DocumentText(shelf=PictureShelf(desk, self))
        self.text.setAccessibleName("来稿正文")
        self._words = ""
        self.marks = ReadingMarks(self.text, self._make_checks)
        self._lay_out()
        self._wire()
        self._fold_form(_FORM in desk.values.get(settings.FOLDED))
        self.show_nothing()

    @property
    def key(self) -> int:
        """The id of the submission that is shown, 0 for none."""
        return int(self._row.get("id", 0))

    def show_nothing(self) -> None:
        """Show that no submission is chosen."""
        self._row = {}
        self._stack.setCurrentIndex(0)

    def show_submission(self, key: int, *, keep_place: bool = False) -> None:
        """Show a submission; ``keep_place`` after a correction, so that the text stays put."""
        office = self._desk.office
        place = self.text.verticalScrollBar().value() if keep_place else 0
        self._row = row = intake.submission(office, key)
        self.form.show_submission(row)
        self._show_articles(row)
        self._show_unit_warning()
        self._show_remarks(row)
        self._show_phones()
        self._show_text()
        self.text.verticalScrollBar().setValue(place)
        self._stack.setCurrentIndex(1)

    def show_allowed(self, rows: list[Row]) -> None:
        """Enable what may be done to all of the selected submissions."""
        allowed = [
            () if row["trashed_at"] else actions(SUBMISSION_MOVES, SubmissionState(row["state"]))
            for row in rows
        ]
        for fields in (self.form, self.together, self.confirm):
            fields.setEnabled(not any(row["trashed_at"] for row in rows))
        for button in self.decisions.values():
            button.setEnabled(all("dispose" in each for each in allowed))
        self.draft.setEnabled(all("draft" in each for each in allowed))
        self.facts.setText(
            f"已选 {len(rows)} 条，一起定" if len(rows) > 1 else self._facts(self._row)
        )
        self.together.say(rows, number(self._row))
        self._show_several(len(rows) > 1)

    def toggle_form(self) -> None:
        """Give the text the room of the registration fields, or show them again."""
        self._fold_form(not self._folded)
        self._desk.values.fold(_FORM, self._folded)
        self._show_text()

    def mark_words(self, words: str) -> None:
        """Mark the words of the running search in every text that is shown."""
        self._words = words
        self.marks.show(words, checking=self.checks.isChecked())

    def begin_verification(self) -> None:
        """Put the cursor into the line of 核实."""
        if self.key and self.verification.isEnabled():
            self.verification.begin()

    def commit(self) -> None:
        """Save the field in which the cursor is."""
        self.form.commit()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("reading")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_decisions())
        column.addWidget(YieldingArea(self._make_head()))
        column.addWidget(_line())
        column.addWidget(self.text, 1)
        column.addWidget(_line())
        column.addWidget(self.verification)
        empty = EmptyState("选中一条来稿，这里显示正文和登记内容。")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(empty)
        self._stack.addWidget(body)

    def _make_decisions(self) -> Bar:
        bar = Bar()
        for key, disposition in enumerate(Disposition, 1):
            button = _framed(f"{key} {disposition.label}")
            name_key(button, f"inbox.{disposition.value}")
            button.clicked.connect(partial(self.decided.emit, disposition))
            self.decisions[disposition] = button
            bar.add(button)
        bar.add(self.draft)
        bar.gap()
        return bar

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(_MARGIN, _GAP, _MARGIN, _GAP)
        column.setSpacing(_GAP)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.facts, 1)
        tools.addWidget(self.articles)
        for group in ((self.phone,), (self.original, self.copy), (self.record,), (self.fold,)):
            tools.addSpacing(_GROUP_GAP)
            tools.addWidget(_divider())
            tools.addSpacing(_GROUP_GAP)
            for button in group:
                tools.addWidget(button)
        column.addLayout(tools)
        column.addWidget(self.form)
        column.addWidget(self.together)
        ring = QHBoxLayout()
        ring.setSpacing(_GAP)
        ring.addWidget(self.phones, 1)
        ring.addWidget(self.checks, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(ring)
        self.phones.setWordWrap(True)
        self.phones.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unit_warning.setWordWrap(True)
        warning = QHBoxLayout()
        warning.setSpacing(_GAP)
        warning.addWidget(self.unit_warning, 1)
        warning.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(warning)
        column.addWidget(self._make_remarks())
        return head

    def _make_remarks(self) -> QWidget:
        self.remarks.setWordWrap(True)
        row = QHBoxLayout(self.remarks_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.remarks_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remarks, 1)
        return self.remarks_row

    def _wire(self) -> None:
        for button, key in (
            (self.phone, "verify"), (self.original, "original"), (self.copy, "copy"),
            (self.record, "record"), (self.fold, "fold"), (self.draft, "draft"),
        ):  # fmt: skip
            name_key(button, f"inbox.{key}")
        self.draft.clicked.connect(self.draft_asked)
        self.phone.clicked.connect(self.begin_verification)
        self.original.clicked.connect(self.original_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.record.clicked.connect(self.record_asked)
        self.fold.clicked.connect(self.toggle_form)
        self.articles.clicked.connect(self._show_article)
        name_key(self.checks, "inbox.checks")
        self.checks.setCheckable(True)
        self.checks.setChecked(self._desk.values.get(settings.MARK_CHECKS))
        self.checks.toggled.connect(self._switch_checks)
        self.form.corrected.connect(self.corrected)
        self.confirm.clicked.connect(lambda: self.form.confirm_units(self._new_units))
        self.verification.verified.connect(self.verified)

    def _switch_checks(self, on: bool) -> None:
        self._desk.values.set(settings.MARK_CHECKS, on)
        self.marks.show(self._words, checking=on)

    def _make_checks(self) -> Checks:
        from xinxi_desktop.services.registers import leaders

        office = self._desk.office
        people = [row["name"] for row in leaders(office)]
        return Checks([*names_of_units(office), *people, *self._row["writers"].split("、")])

    def _fold_form(self, folded: bool) -> None:
        self._folded = folded
        self.form.setVisible(not folded and not self._several)
        self.together.setVisible(not folded and self._several)
        set_words(self.fold, "更正登记" if folded else "收起登记")

    def _show_several(self, several: bool) -> None:
        """Take the fields of one away while several are selected: nobody edits one for all."""
        if several != self._several:
            self._several = several
            # The zone keeps its width, so that the list beside it does not move.
            self.together.setMinimumWidth(self.form.minimumSizeHint().width())
            self._fold_form(self._folded)
            self._show_text()

    def _show_text(self) -> None:
        # Title, unit and writer stand in the form already while it is open.
        row, open_ = self._row, not self._folded and not self._several
        if row:
            title, told = ("", "") if open_ else (row["title"], lead(row))
            self.text.show_document(title, told, row["document"])

    def _facts(self, row: Row) -> str:
        reason = f"：{row['reason']}" if row["reason"] else ""
        return f"编号 {number(row)}　{state_word(row)}{reason}"

    def _show_articles(self, row: Row) -> None:
        made = intake.articles_of(self._desk.office, row["id"])
        self.articles.setVisible(bool(made))
        if made:
            self.articles.setProperty("article", made[-1]["id"])
            set_words(self.articles, "看稿件")
            self.articles.setToolTip(f"《{made[-1]['title']}》")

    def _show_remarks(self, row: Row) -> None:
        lines = [line for line in row["remarks"].splitlines() if line]
        if row["duplicate_of"]:
            (same,) = intake.submission_rows(self._desk.office, [row["duplicate_of"]])
            lines.insert(0, f"与来稿 {number(same)} 的文件完全相同")
        asked = any("请" in line for line in lines)
        put_icon(
            self.remarks_icon,
            "triangle-alert" if asked else "info",
            "warn" if asked else "secondary",
        )
        self.remarks.setText("；".join(lines))
        self.remarks_row.setVisible(bool(lines))

    def _show_unit_warning(self) -> None:
        contributing = self._contributing()
        new = [unit for unit in contributing if unit["to_confirm"]]
        self._new_units = [int(unit["id"]) for unit in new]
        names = "、".join(unit["name"] for unit in new)
        told = f"“{names}”是新登记的单位，请核对：名称对就确认，不对就换掉。"
        self.unit_warning.setText(
            "没有报送单位，统计时不计入任何单位。" if not contributing else told if new else ""
        )
        self.unit_warning.setVisible(bool(self.unit_warning.text()))
        self.confirm.setVisible(bool(new))
        several = f" {len(new)} 个" if len(new) > 1 else ""
        set_words(self.confirm, f"确认{several}单位")

    def _contributing(self) -> list[Row]:
        known = {unit["id"]: unit for unit in units(self._desk.office)}
        rows = intake.contributions(self._desk.office, self.key)
        return [known[each["unit"]] for each in rows]

    def _show_phones(self) -> None:
        row, contributing = self._row, self._contributing()
        own = row["writers"] or "来稿所留"
        told = [(own, row["phone"])] if row["phone"] else []
        told += [(unit["name"], unit["phone"]) for unit in contributing if unit["phone"]]
        told += self._informants([unit["id"] for unit in contributing], row["writers"])
        numbers = [f"{name}{_TOGETHER}{phone}" for name, phone in dict.fromkeys(told)]
        self.phones.setText("电话：" + ("　".join(numbers) or "没有登记，可在“单位与信息员”里补上"))
        names = [name for name, _phone in told] + [unit["name"] for unit in contributing]
        self.verification.show_submission(row, list(dict.fromkeys(names)))

    def _informants(self, units_: Sequence[int], writers: str) -> list[tuple[str, str]]:
        """Give name and number of the units' informants; writers first, protected ones never."""
        rows = [
            row
            for unit in units_
            for row in informants_of(self._desk.office, unit)
            if row["phone"] and not row["protected"]
        ]
        rows.sort(key=lambda row: row["name"] not in writers)
        return [(row["name"], row["phone"]) for row in rows]

    def _show_article(self) -> None:
        self._desk.show_asked.emit("article", int(self.articles.property("article")))


def _worded(words: str) -> QToolButton:
    button = QToolButton()
    set_words(button, words)
    return button


def _framed(words: str) -> QToolButton:
    button = _worded(words)
    button.setProperty("framed", True)
    return button


def _divider() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    line.setFixedSize(1, _DIVIDER_HEIGHT)
    return line


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    line.setFixedHeight(1)
    return line
