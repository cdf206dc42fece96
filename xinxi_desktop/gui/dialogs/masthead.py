"""刊头: what the head of a publication looks like, with its first page beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.masthead import (
    LARGEST_NAME,
    WIDEST_SPREAD,
    HeadRule,
    MastheadTemplate,
    NumberForm,
    template_from,
)
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.live_page import LivePageDialog, Values
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services import specimens
from xinxi_desktop.services.bulletins import Printed
from xinxi_desktop.services.office import Changes
from xinxi_desktop.services.registers import save_masthead

_LEAD = "改动只对还没送签的期起作用；已送签的要重新出清样。刊名、副题、编印单位在刊物登记里改。"
_FIELDS = (
    Field("name_pt", "刊名字号", "decimal", high=LARGEST_NAME, blank="自动（尽量大）", unit="磅"),
    Field("spread_pt", "刊名字间距", "decimal", low=-1, high=WIDEST_SPREAD, blank="自动", unit="磅"),
    Field("number", "期号写法", "choice", choices=[(each.value, each.label) for each in NumberForm]),
    Field("prefix", "年份前的字", hint="如“云办信”，印成“云办信〔2026〕5号”；带年份的写法才用。"),
    Field("show_office", "印编印单位", "check"),
    Field("show_date", "印日期", "check"),
    Field("rule", "红线", "choice", choices=[(each.value, each.label) for each in HeadRule]),
    Field("number_left", "份号排在左上角（否则右上角印“编号：”）", "check"),
)  # fmt: skip


class MastheadDialog(LivePageDialog):
    """Edits the head of the publication ``row``; 保存 is one act."""

    def __init__(self, desk: Desk, row: Row, parent: QWidget | None = None) -> None:
        """Show the head as it is."""
        super().__init__(
            desk, "masthead", f"刊头：《{row['name']}》", _FIELDS,
            partial(_page, desk, row), partial(_save, desk, row["id"]), lead=_LEAD, parent=parent,
        )  # fmt: skip
        template = template_from(row["masthead"])
        self.show_values({field.name: getattr(template, field.name) for field in _FIELDS})


def _template(values: Values) -> MastheadTemplate:
    return template_from(values)


def _page(desk: Desk, row: Row, values: Values) -> Printed:
    return specimens.head_specimen(desk.office, row, _template(values))


def _save(desk: Desk, publication: int, values: Values) -> Changes:
    return save_masthead(desk.office, publication, _template(values))
