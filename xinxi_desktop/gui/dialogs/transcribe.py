"""誊改: one person types what the leader wrote on the signed proof, another checks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui import people
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.changed_words import changed_words
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services.articles import article
from xinxi_desktop.services.issues import issue_name
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.signing import proofs, transcribe

_SIZE = (860, 640)


@dataclass(frozen=True)
class Typed:
    """A text as typed."""

    title: str
    body: Document


class TranscribeDialog(FormDialog):
    """The text of one item, and who typed and who checked.

    What is typed and not yet done is kept when the dialog is closed, and shown again.
    """

    def __init__(
        self,
        desk: Desk,
        row: Row,
        items: Sequence[Row],
        kept: dict[tuple[int, int], Typed],
        parent: QWidget | None = None,
    ) -> None:
        """Offer the ``items`` of the issue ``row``; ``kept`` holds what was left half typed."""
        self._row, self._kept = row, kept
        self.items = QComboBox()
        for item in items:
            self.items.addItem(f"{item['position']}　{item['title']}", item["article"])
        self.title_field = QLineEdit()
        self.editor = BodyEditor()
        self.editor.allow_editing(True)
        code = proofs(desk.office, row["id"])[0]["check_code"]
        super().__init__(
            desk, "transcribe", f"誊改：{issue_name(row)}", "誊改", _fields(desk),
            lead=f"只誊领导在清样（校验码 {code}）上写的字。一人输入，另一人核对；"
            "实质性的修改请用“复审”。",
            body=self._make_body(), parent=parent,
        )  # fmt: skip
        if not self.size().width() > self.minimumWidth():
            self.resize(*_SIZE)
        self._opened = Typed("", Document())
        self.items.currentIndexChanged.connect(self._show)
        self._show()
        self.editor.setFocus()

    def decide(self) -> None:
        """Ask first, and show what was changed: a 誊改 is final."""
        self.say(self.form.problem())
        if self.problem.text():
            return
        values = self.form.values()
        self._desk.notifier.ask(
            Question("誊改", self._what(values), "誊改", partial(self.do, self._act_now, values),
                     "誊改不能撤销。")
        )  # fmt: skip

    def _what(self, values: dict[str, Any]) -> str:
        names = dict(people.choices(self._desk.office))
        old, new = self._opened, self._typed()
        return (
            f"这一条的誊改由{names[values['typed_by']]}输入、{names[values['checked_by']]}核对。\n"
            f"{changed_words((old.title, old.body), (new.title, new.body))}\n"
            "原来的校验码和新的校验码都保留，签发仍然有效。"
        )

    def done(self, result: int) -> None:
        """Keep what is half typed."""
        self._keep()
        super().done(result)

    def _act_now(self, values: dict[str, Any]) -> Changes:
        changes = transcribe(
            self._desk.office,
            self._row["id"],
            self._article(),
            self.title_field.text(),
            self.editor.read(),
            typed_by=int(values["typed_by"]),
            checked_by=int(values["checked_by"]),
        )
        self._opened = self._typed()
        return changes

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        fields = QFormLayout()
        for word, field in (("条目", self.items), ("标题", self.title_field)):
            field.setAccessibleName(word)
            caption = QLabel(word)
            caption.setBuddy(field)
            fields.addRow(caption, field)
        column.addLayout(fields)
        column.addWidget(self.editor, 1)
        return body

    def _article(self) -> int:
        return int(self.items.currentData())

    def _typed(self) -> Typed:
        return Typed(self.title_field.text(), self.editor.read())

    def _keep(self) -> None:
        place = (self._row["id"], self._shown)
        if self._typed() == self._opened:
            self._kept.pop(place, None)
        else:
            self._kept[place] = self._typed()

    def _show(self) -> None:
        if self._opened.title:
            self._keep()
        self._shown = self._article()
        found = article(self._desk.office, self._shown)
        self._opened = Typed(str(found["title"]), found["document"])
        kept = self._kept.get((self._row["id"], self._shown), self._opened)
        self.title_field.setText(kept.title)
        self.editor.replace_text(self._shown, kept.body)


def _fields(desk: Desk) -> list[Field]:
    mine = str(desk.office.person)
    typists = people.choices(desk.office)
    checkers = people.choices(desk.office, first=[Post.PROOFREADER])
    return [
        Field("typed_by", "输入", "choice", choices=typists, default=mine),
        Field("checked_by", "核对", "choice", choices=checkers),
    ]
