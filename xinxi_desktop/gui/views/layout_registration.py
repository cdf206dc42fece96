"""报送范围: to whom an issue goes, in how many copies, and how it is marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from xinxi_desktop.domain.vocabulary import Direction, IssueState, Secrecy, Tone, Urgency
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.widgets.basics import Bar
from xinxi_desktop.gui.widgets.elided import ElidedLabel
from xinxi_desktop.gui.widgets.field_form import Field, FieldForm
from xinxi_desktop.services import issues

_MOST_COPIES = 9999
FIELDS = (
    Field("report_to", "报", "multiline", lines=2),
    Field("send_to", "送", "multiline", lines=2),
    Field("issue_to", "发", "multiline", lines=2),
    Field("extra_to", "本期增发", hint="只发这一期的；印在版记里，份数也要相应加上。"),
    Field("copies", "份数", "number", high=_MOST_COPIES),
    Field("secrecy", "密级", "choice", choices=[(each.value, each.label) for each in Secrecy]),
    Field("secrecy_term", "保密期限", hint="秘密、机密才填，如“1年”；不填按 10 年、20 年。"),
    Field("urgency", "缓急", "choice", choices=[(each.value, each.label) for each in Urgency]),
    Field("supplement", "增刊（另编期号）", "check"),
)


class RegistrationPane(QWidget):
    """The form of an issue; what is typed is saved by 保存 and when the person goes on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without an issue."""
        super().__init__(parent)
        self._desk = desk
        self._issue: Row = {}
        self._dirty = False
        self.form = FieldForm(FIELDS)
        self.why = ElidedLabel("", "secondary")
        self.save_button = QPushButton("保存")
        self._lay_out()
        self.form.edited.connect(self._note_edit)
        self.save_button.clicked.connect(self.save)

    def show_issue(self, issue: Row) -> None:
        """Show an issue; what is typed for the same issue stays."""
        if issue.get("id") == self._issue.get("id") and self._dirty:
            self._issue = issue
            return
        self.save()
        self._issue = issue
        self.form.show_values(issue)
        open_ = bool(issue) and not self._desk.office.read_only and words.may(issue, "arrange")
        self.form.setEnabled(open_)
        closed = bool(issue) and not open_
        self.why.setText(self._reason() if closed else _tone_words(issue) if issue else "")
        self._settle()

    def save(self) -> bool:
        """Save what is typed, if anything is; False if the office's rules refuse it."""
        if not self._dirty:
            return True
        values = self.form.values()
        changed = {name: value for name, value in values.items() if value != self._issue[name]}
        # The act makes everyone read anew, this pane too: it must find the form settled.
        self._settle()
        key, office = self._issue["id"], self._desk.office
        if changed and not self._desk.do(partial(issues.change_issue, office, key, changed)):
            self._note_edit()
            return False
        return True

    def _reason(self) -> str:
        if self._desk.office.read_only:
            return "现在只能看，不能改。"
        state = words.state_words(self._issue)
        if words.may(self._issue, "return"):
            return f"这一期已是“{state}”，报送范围和密级已随清样定下；要改请先退改。"
        if IssueState(self._issue["state"]) is IssueState.PRINTED:
            return "这一期已印发，报送范围和密级不能再改；有差错请用“更多”里的更正、收回。"
        return f"这一期已是“{state}”，报送范围和密级不能再改。"

    def _note_edit(self) -> None:
        self._dirty = True
        self.save_button.setEnabled(True)

    def _settle(self) -> None:
        self._dirty = False
        self.save_button.setEnabled(False)

    def _lay_out(self) -> None:
        bar = Bar()
        bar.add(self.why)
        bar.add(self.save_button)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.setSpacing(12)
        inner.addWidget(self.form)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(area, 1)


def _tone_words(issue: Row) -> str:
    """The tone comes from the items and counts for the chain in some issues only."""
    tone = Tone(issue["tone"]).label
    counts = issue["single_topic"] or issue["direction"] == Direction.UPWARD.value
    effect = "按它选签批链" if counts else "综合性刊物不按它选签批链"
    return f"喜忧：{tone}（由条目得出，{effect}）"
