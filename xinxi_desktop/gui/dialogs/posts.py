"""各岗位是谁: the names beside the posts of a new office, all of them optional."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services.office import Changes, Office, own_name
from xinxi_desktop.services.registers import name_persons, persons

_LEAD = (
    "每个岗位由谁担任？签批、履历和审签单上写的就是这个姓名。还不知道的先空着；"
    "一人几岗的，几处都填。以后在“单位与信息员—人员”里随时能改。"
)


class PostsDialog(FormDialog):
    """Asks for the persons' names; what stays empty goes on being called by its post."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Ask about the persons of the desk's office."""
        rows = persons(desk.office)
        fields = [Field(str(row["id"]), Post(row["post"]).label) for row in rows]
        super().__init__(
            desk, "posts", "各岗位是谁", "保存", fields, lead=_LEAD,
            act=partial(_keep, desk.office), parent=parent,
        )  # fmt: skip
        self.cancel.setText("以后再填")
        self.form.show_values({str(row["id"]): own_name(row["name"], row["post"]) for row in rows})


def nobody_named(office: Office) -> bool:
    """Tell whether every person is still called by the post, as in a new office."""
    return not any(own_name(row["name"], row["post"]) for row in persons(office))


def _keep(office: Office, values: dict[str, Any]) -> Changes:
    return name_persons(office, {int(key): str(name) for key, name in values.items()})
