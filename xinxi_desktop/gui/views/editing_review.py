"""送核, 核稿通过 and 退改 in 编辑: the open article, or all that are selected with it, as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui import people
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.views.editing_pane import EditingPane
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.services import articles, comments, reviewing

_MOST = 500
"""How many selected rows are looked at for what may be done."""

_NOT_DONE = {"submit": "没有送核。请打开保存后再送", "review": "没有核。请打开保存后再核",
             "return": "没有退改。请打开保存后再退"}  # fmt: skip


class Reviewing(QObject):
    """Finds what may be sent on, passed or returned, and who may do it.

    Signals:
        decided: an act (a function that gives Changes) does so.
    """

    decided = Signal(object)

    def __init__(self, desk: Desk, pane: EditingPane, listing: ListView, view: QWidget) -> None:
        """Follow the selection of ``listing``."""
        super().__init__(view)
        self._desk, self._pane, self._listing, self._view = desk, pane, listing, view
        listing.selectionModel().selectionChanged.connect(self.show_count)

    def show_count(self) -> None:
        """Say on the buttons how many they would act on."""
        if self._pane.key:
            chosen = self._chosen()
            for action in _NOT_DONE:
                several = len(chosen) > 1
                self._pane.offer(action, len(self._possible(chosen, action)) if several else 0)

    def begin(self, action: str, save: Callable[[], bool]) -> None:
        """Save what is typed and go on with all that is selected; ask where something is open."""
        chosen = self._chosen()
        if not save():
            return
        office = self._desk.office
        keys = self._possible(chosen, action)
        left = len(reviewing.open_to(office, chosen, action)) - len(keys)
        if left:
            self._desk.notifier.warn(f"有 {left} 篇还有没保存的改动，{_NOT_DONE[action]}。")
        if keys:
            rows = articles.article_rows(office, keys)
            begin = {
                "submit": self._submit,
                "review": self._find_reviewer,
                "return": self._ask_reason,
            }
            begin[action](rows)

    def _chosen(self) -> list[int]:
        selected = self._listing.selected_ids()[:_MOST]
        return selected if self._pane.key in selected else [self._pane.key]

    def _possible(self, keys: Sequence[int], action: str) -> list[int]:
        # Text typed into another article and not saved yet has to be seen before it goes on.
        office = self._desk.office
        return [
            key for key in reviewing.open_to(office, keys, action)
            if key == self._pane.key or articles.draft(office, key) is None
        ]  # fmt: skip

    def _submit(self, rows: Sequence[Row]) -> None:
        keys = [row["id"] for row in rows]
        self.decided.emit(partial(reviewing.submit_for_review, self._desk.office, keys))

    def _ask_reason(self, rows: Sequence[Row]) -> None:
        office, editors = self._desk.office, {row["editor"] for row in rows}
        own = str(office.person) if office.person not in editors else None
        one = len(rows) == 1
        dialog = FormDialog(
            self._desk, "return", "退改" if one else f"退改 {len(rows)} 篇", "退改",
            [
                Field("reason", "理由", "multiline", required=True),
                Field("person", "退改人", "choice", default=own,
                      choices=people.choices(office, first=[Post.SECTION_CHIEF])),
            ],
            lead=f"《{rows[0]['title']}》退给{rows[0]['editor_name']}。写清改什么，编辑打开稿件就能看到。"
            if one else f"选中的 {len(rows)} 篇用同一个理由退给各自的编辑，他们打开稿件就能看到。",
            parent=self._view,
        )  # fmt: skip
        dialog.filled.connect(partial(self._return, rows))
        dialog.open()

    def _return(self, rows: Sequence[Row], values: dict[str, Any]) -> None:
        keys, reason = [row["id"] for row in rows], str(values["reason"])
        act = partial(reviewing.return_articles, self._desk.office, keys, reason)
        self.decided.emit(partial(act, person=int(values["person"])))

    def _find_reviewer(self, rows: Sequence[Row]) -> None:
        office, editors = self._desk.office, {row["editor"] for row in rows}
        others = people.choices(office, first=[Post.SECTION_CHIEF], besides=editors)
        if office.person not in editors or (not others and len(editors) == 1):
            self._confirm(rows)
        elif not others:
            self._desk.notifier.warn(
                "选中的稿件由几个人编辑，没有能一起核这几篇的人。没有核稿。请分开选，一人编辑的一起核。"
            )
        else:
            self._ask(rows, others)

    def _confirm(self, rows: Sequence[Row]) -> None:
        """Pass at once; only where comments wait ask whether they may stay."""
        own, waiting = {"person": self._desk.office.person}, self._waiting(rows)
        if not waiting:
            self._pass(rows, own)
            return
        dialog = FormDialog(
            self._desk, "pass_waiting", waiting, "仍然通过",
            lead="通过以后批注还留着。要先处理，请取消，在右边的“批注”里看。", parent=self._view,
        )  # fmt: skip
        dialog.filled.connect(lambda _values: self._pass(rows, own))
        dialog.open()

    def _waiting(self, rows: Sequence[Row]) -> str:
        found = comments.waiting(self._desk.office, [row["id"] for row in rows])
        of = f" {len(found)} 篇里" if len(rows) > 1 else ""
        return f"{of}还有 {sum(found.values())} 条批注没有处理".strip() if found else ""

    def _ask(self, rows: Sequence[Row], others: people.Choices) -> None:
        own = sum(row["editor"] == self._desk.office.person for row in rows)
        several, waiting = len(rows) > 1, self._waiting(rows)
        lead = (
            f"这 {len(rows)} 篇里有 {own} 篇由您编辑，请选核稿的人。"
            if several
            else f"《{rows[0]['title']}》由您编辑，请选核稿的人。"
        )
        dialog = FormDialog(
            self._desk, "pass", f"核稿通过 {len(rows)} 篇" if several else "核稿通过", "通过",
            [Field("person", "核稿人", "choice", choices=others)],
            lead=f"{lead}{waiting}。" if waiting else lead,
            parent=self._view,
        )  # fmt: skip
        dialog.filled.connect(partial(self._pass, rows))
        dialog.open()

    def _pass(self, rows: Sequence[Row], values: dict[str, Any]) -> None:
        keys, person = [row["id"] for row in rows], int(values["person"])
        self.decided.emit(
            partial(reviewing.review_articles, self._desk.office, keys, person=person)
        )
