"""What became of each file at 登记, and what can still be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.vocabulary import ImportStatus
from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.models.columns import Column, Row, plain
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.views.intake_register import NOT_READ, Round, merged, whole
from xinxi_desktop.gui.widgets.basics import Bar, icon_button, label, set_words
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services.intake import Outcome
from xinxi_desktop.settings import Settings

AMBIGUOUS = "ambiguous_unit"
_DOUBT = "doubt"
_ORDER = (AMBIGUOUS, "refused", "duplicate", NOT_READ, _DOUBT, "ignored", "registered")
_WORDS = {
    AMBIGUOUS: "待定单位", "refused": "未收", "duplicate": "重复", NOT_READ: "没有读到",
    _DOUBT: "已登记，待核对", "ignored": "略过", "registered": "已登记",
}  # fmt: skip
_TONES = {
    AMBIGUOUS: "warn", "refused": "danger", "duplicate": "warn", NOT_READ: "warn",
    _DOUBT: "info", "ignored": "secondary", "registered": "ok",
}  # fmt: skip
_FUTILE = frozenset({
    "state_secret", "top_secret", "above_machine", "empty_file", "empty_docx", "no_text",
    "unsupported_format", "not_a_file", "old_doc", "old_wps", "other_ole",
})  # fmt: skip
"""Refusals of files that another reading would refuse again."""
_SETTLED = ("registered", _DOUBT, "ignored")
_MARGIN, _GAP = 12, 8


def kind_of(outcome: Outcome) -> str:
    """Which of the panel's kinds an outcome is."""
    if outcome.code in (AMBIGUOUS, NOT_READ):
        return str(outcome.code)
    if outcome.status is ImportStatus.REGISTERED and outcome.doubts:
        return _DOUBT
    return str(outcome.status.value)


def summary(outcomes: Sequence[Outcome]) -> str:
    """“登记 38 件，重复 1 件。”: how many of each kind."""
    counts = dict.fromkeys(("登记", "重复", "待定单位", "未收", "略过", "没有读到"), 0)
    for each in outcomes:
        kind = kind_of(each)
        counts["登记" if kind in ("registered", _DOUBT) else _WORDS[kind]] += 1
    told = [f"{word} {count} 件" for word, count in counts.items() if count]
    return "，".join(told) + "。" if told else "没有可以登记的文件。"


class IntakeResults(QWidget):
    """A panel under the list with the last round; it stays until it is closed.

    What earlier rounds have left to settle is folded behind a button.

    Signals:
        again: outcomes to be read once more, and whether duplicates are to be registered.
        unit_asked: an Outcome whose unit has to be chosen.
        show_asked: the id of a submission to look at.
        stop_asked: stop the registration that runs.
    """

    again = Signal(object, bool)
    unit_asked = Signal(object)
    show_asked = Signal(int)
    stop_asked = Signal()

    def __init__(self, values: Settings, parent: QWidget | None = None) -> None:
        """Begin closed."""
        super().__init__(parent)
        self.outcomes: list[Outcome] = []
        self._round: list[Outcome] = []
        self._earlier: list[Outcome] = []
        self.model = RowModel(_COLUMNS, self._fetch, self)
        self.listing = ListView("inbox.results", self.model, values)
        self.listing.setAccessibleName("登记结果")
        self.words = label("", "heading")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = QPushButton("停止")
        self.before = QToolButton()
        self.before.setCheckable(True)
        self.close_button = icon_button("x", "关闭登记结果")
        name_key(self.close_button, "inbox.results")
        self.sentence = label("")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.register = QPushButton("仍然登记")
        self.choose_unit = QPushButton("选定单位并登记")
        self.go_on = QPushButton("接着登记")
        self.retry = QPushButton("再读一次")
        self.look = QPushButton("看这条来稿")
        self._lay_out()
        self._wire()
        self._show_current()
        self.hide()

    def begin(self) -> None:
        """Show that a round is on its way."""
        self.words.setText("正在登记…")
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop.show()
        for widget in (self.before, self.close_button):
            widget.hide()
        self.show()

    def follow(self, done: int, total: int, name: str) -> None:
        """Show how far the round is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if total:
            self.words.setText(f"正在登记，{done}/{total}")
            self.sentence.setText(name)

    def end(self, round_: Round) -> None:
        """Take over what a round did; what earlier ones left to settle is folded."""
        new = whole(round_)
        if round_.again:
            known = {each.path for each in self._earlier}
            earlier = [each for each in new if each.path in known]
            self._earlier = merged(self._earlier, earlier)
            self._round = merged(self._round, [each for each in new if each.path not in known])
        else:
            paths = {each.path for each in new}
            left = [each for each in (*self._earlier, *self._round) if each.path not in paths]
            self._earlier = [each for each in left if kind_of(each) not in _SETTLED]
            self._round = new
            self.before.setChecked(False)
        for widget in (self.progress, self.stop):
            widget.hide()
        self.close_button.show()
        self._fill()

    def close_panel(self) -> None:
        """Forget the outcomes and go away; not while a round is on its way."""
        if not self.stop.isHidden():
            return
        self.outcomes, self._round, self._earlier = [], [], []
        self.model.replace([])
        self.hide()

    def _fill(self) -> None:
        """List the last round, and below it the earlier ones where they are unfolded."""
        self._round.sort(key=_place)
        self._earlier.sort(key=_place)
        open_ = self.before.isChecked()
        self.outcomes = [*self._round, *(self._earlier if open_ else ())]
        self.words.setText(summary(self._round))
        verb = "收起" if open_ else "看"
        set_words(self.before, f"{verb}以前没办完的 {len(self._earlier)} 件")
        self.before.setVisible(bool(self._earlier))
        self.model.replace(range(1, len(self.outcomes) + 1))
        self.listing.select_ids([1])
        self._show_current()

    def selected(self) -> list[Outcome]:
        """The outcomes of the selected rows."""
        return [self.outcomes[key - 1] for key in self.listing.selected_ids()]

    def _lay_out(self) -> None:
        head = Bar()
        head.add(self.words, self.progress)
        head.gap()
        head.add(self.before, self.stop, self.close_button)
        told = QWidget()
        told.setObjectName("reading")
        told.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(told)
        below.setContentsMargins(_MARGIN, _GAP, _MARGIN, _GAP)
        below.setSpacing(_GAP)
        buttons = QHBoxLayout()
        for button in (self.choose_unit, self.register, self.go_on, self.retry, self.look):
            buttons.addWidget(button)
        buttons.addStretch(1)
        below.addWidget(self.sentence)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(told)
        column.addWidget(self.listing, 1)

    def _wire(self) -> None:
        self.listing.selectionModel().selectionChanged.connect(self._show_current)
        self.listing.activated_id.connect(self._look)
        self.stop.clicked.connect(self.stop_asked)
        self.before.toggled.connect(self._fill)
        self.close_button.clicked.connect(self.close_panel)
        self.register.clicked.connect(partial(self._again, True))
        self.go_on.clicked.connect(partial(self._again, False))
        self.retry.clicked.connect(partial(self._again, False))
        self.choose_unit.clicked.connect(self._ask_unit)
        self.look.clicked.connect(self._look)

    def _show_current(self) -> None:
        chosen = self.selected()
        kinds = {kind_of(each) for each in chosen}
        first = chosen[0] if chosen else None
        self.sentence.setText(_told(first) if first else "")
        for button, wanted in (
            (self.choose_unit, AMBIGUOUS), (self.register, "duplicate"),
            (self.go_on, NOT_READ), (self.retry, "refused"),
        ):  # fmt: skip
            button.setVisible(kinds == {wanted})
        if any(each.code in _FUTILE for each in chosen):
            self.retry.hide()
        self.look.setVisible(bool(first and first.id and len(chosen) == 1))

    def _again(self, duplicates: bool) -> None:
        self.again.emit(self.selected(), duplicates)

    def _ask_unit(self) -> None:
        for outcome in self.selected()[:1]:
            self.unit_asked.emit(outcome)

    def _look(self) -> None:
        for outcome in self.selected()[:1]:
            if outcome.id:
                self.show_asked.emit(outcome.id)

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [_row(key, self.outcomes[key - 1]) for key in ids]


def _place(outcome: Outcome) -> int:
    return _ORDER.index(kind_of(outcome))


def _row(key: int, outcome: Outcome) -> Row:
    return {
        "id": key, "kind": kind_of(outcome), "file": outcome.path.name, "told": _told(outcome),
    }  # fmt: skip


def _told(outcome: Outcome) -> str:
    if outcome.status is not ImportStatus.REGISTERED:
        return outcome.reason
    doubts = "；".join(outcome.doubts)
    units = "、".join(name for name, _role, _share in outcome.units) or "没有认出单位"
    told = f"编号 {outcome.number}，{outcome.title}，{units}。"
    return f"{told}请核对：{doubts}。" if doubts else told


_COLUMNS = (
    Column(
        "kind", "结果", lambda row: _WORDS[row["kind"]], 7, tone=lambda row: _TONES[row["kind"]]
    ),
    Column("file", "文件", plain("file"), 10),
    Column("told", "说明", plain("told"), 12, stretch=True),
)
