"""The head of an issue in 排版: its name, its menus and next step, its way, who has signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.vocabulary import IssueState, Post
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.icons import put_icon
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.widgets.basics import Bar, label, primary_button, set_words
from xinxi_desktop.gui.widgets.elided import BrokenLabel
from xinxi_desktop.gui.widgets.fitting import FittingLabel
from xinxi_desktop.gui.widgets.step_line import StepLine
from xinxi_desktop.services import absences, corrections, signing
from xinxi_desktop.services.issue_way import steps_taken
from xinxi_desktop.services.issues import issue_name

_READ_ONLY = "文件现在只能看，不能改。"
_BEFORE = (IssueState.PROOF, IssueState.SENT)
_SIGNING = (
    *_BEFORE, IssueState.SIGNED, IssueState.RECHECKED, IssueState.FINALISED, IssueState.PRINTING,
)  # fmt: skip
_EXPORT = "导出 PDF"
_MENUS = (
    ("打印", "打印、打印清样和审签单、表单"),
    ("导出", "导出"),
    ("更多", "印目录、检查全期、履历、退改、缓发、改刊、誊改、复审、更正、收回、重印"),
)


class IssueHead(QWidget):
    """Says where an issue stands and offers what can be done; the menus are filled by the pane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without an issue."""
        super().__init__(parent)
        self._desk = desk
        self._issue: Row = {}
        self._busy = False
        self._verb = ""
        self.title = BrokenLabel("》", "heading")
        self.press, self.export, self.more = (_menu_button(*each) for each in _MENUS)
        self.step = primary_button("")
        self.way = StepLine("这一期的进度", [state.label for state in words.WAY])
        self.remark = label("", "warn")
        self.signed = FittingLabel("info")
        self._lay_out()

    def show_issue(self, issue: Row) -> None:
        """Show an issue, an empty row for none."""
        self._issue = issue
        self.title.setText(issue_name(issue) if issue else "")
        state = IssueState(issue["state"]) if issue else None
        self.way.show_present(words.WAY.index(state) if state in words.WAY else -1)
        self.way.tell(self._steps_taken(state))
        self._read_signing()
        self._say_remark()
        self._settle_buttons()

    def set_busy(self, busy: bool) -> None:
        """Let nothing be begun while a step is under way."""
        self._busy = busy
        self._settle_buttons()

    def _steps_taken(self, state: IssueState | None) -> list[str]:
        """Say who took each step up to the present one, and when."""
        if state not in words.WAY:
            return [""] * len(words.WAY)
        taken = steps_taken(self._desk.office, self._issue["id"])
        begun = {"at": self._issue["created_at"], "person_name": self._issue["editor_name"]}
        taken = {IssueState.PLANNED: begun, **taken}
        passed = words.WAY[: words.WAY.index(state) + 1]
        return [
            f"{moment(taken[step]['at'])}\n{taken[step]['person_name'] or ''}".strip()
            if step in passed and step in taken
            else ""
            for step in words.WAY
        ]

    def _read_signing(self) -> None:
        """Say who has signed and who is to; the last signer's step is another word."""
        self._verb = words.next_verb(self._issue) if self._issue else ""
        state = IssueState(self._issue["state"]) if self._issue else None
        wordings, whole = [""], ""
        rest: tuple[Sequence[Post], str] = ((), "")
        if state in _SIGNING:
            office, key = self._desk.office, self._issue["id"]
            signed = signing.signatures(office, key)
            if state in _BEFORE:
                rest = self._still_to_sign(len(signed))
            wordings = [_progress(signed, *rest, deputy=named) for named in (True, False)]
            whole = words.signed_whole(signed)
        if state is IssueState.SENT and rest[0]:
            self._verb = signing.signing_verb(self._desk.office, self._issue["id"])
        self.signed.offer(wordings)
        self.signed.setToolTip(whole)
        self.signed.setVisible(bool(wordings[0]))

    def _still_to_sign(self, signed: int) -> tuple[Sequence[Post], str]:
        """Give the posts that are still to sign, and a remark on the next one's absence."""
        office = self._desk.office
        try:
            waiting = signing.chain(office, self._issue["id"])[signed:]
        except XinxiError:
            # Without a chain the step itself says what is missing.
            return (), ""
        away = absences.remark(absences.absent_holders(office, waiting[0])) if waiting else ""
        return waiting, away

    def _say_remark(self) -> None:
        reason = ""
        if self._issue and words.may(self._issue, "arrange"):
            reason = str(self._issue["return_reason"] or "")
        state = words.state_words(self._issue) if self._issue else ""
        parts = [_READ_ONLY if self._desk.office.read_only else ""]
        parts.append(f"{state}：{reason}" if reason else "")
        if self._issue and IssueState(self._issue["state"]) is IssueState.PRINTED:
            parts.append(corrections.standing(self._desk.office, self._issue["id"]))
        self.remark.setText("　".join(filter(None, parts)))
        self.remark.setVisible(bool(self.remark.text()))

    def _settle_buttons(self) -> None:
        there = bool(self._issue)
        self.step.setText(self._verb or _EXPORT)
        self.step.setVisible(there)
        blocked = self._busy or (self._desk.office.read_only and bool(self._verb))
        self.step.setEnabled(there and not blocked)
        name_key(self.step, "layout.step")
        self.more.setEnabled(there and not self._busy)
        self.export.setEnabled(there)
        self.press.setEnabled(there)

    def _lay_out(self) -> None:
        bar = Bar()
        bar.add(self.title, self.press, self.export, self.more, self.step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._make_way())

    def _make_way(self) -> QWidget:
        holder = QWidget()
        holder.setObjectName("bar")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(holder)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addWidget(self.way)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        self.remark.setWordWrap(True)
        row.addWidget(self.remark, 1)
        row.addWidget(self.signed, 1)
        column.addLayout(row)
        return holder


def _progress(signed: Sequence[Row], waiting: Sequence[Post], away: str, *, deputy: bool) -> str:
    done = [words.signed_post(each, deputy=deputy) for each in signed]
    progress = words.signing_progress(done, waiting)
    return f"{progress}（{away}）" if away else progress


def _menu_button(word: str, spoken: str) -> QToolButton:
    button = QToolButton()
    put_icon(button, "chevron-down")
    set_words(button, word)
    button.setProperty("framed", True)
    button.setAccessibleName(spoken)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    return button
