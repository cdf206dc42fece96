"""版式: the page schemes, one chosen and changed with a page set in it beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.page_scheme import (
    CHOICES,
    FONTS,
    SCHEMES,
    STANDARD,
    SWITCHES,
    VALUES,
    PageScheme,
    scheme_faults,
    scheme_from,
)
from xinxi_desktop.domain.vocabulary import BreakingMode
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.live_page import LivePageDialog, Values, caption
from xinxi_desktop.gui.widgets.basics import label, mark_wrong
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services import schemes as service
from xinxi_desktop.services import specimens
from xinxi_desktop.services.bulletins import Printed
from xinxi_desktop.services.office import Changes

_LEAD = "自带的版式不能改：改了数值就换个名称，存成本办自己的。刊物用哪种版式，在刊物登记里选。"
_HINTS = {"mark_mm": "从版心上边量起，信函式从纸边量起。"}
_FIELDS = (
    Field("name", "名称", required=True),
    *(
        Field(each.key, each.label, "decimal", low=each.low, high=each.high, unit=each.unit,
              hint=_HINTS.get(each.key, ""))
        for each in VALUES
    ),
    Field("mode", "断行", "choice", choices=[(each.value, each.label) for each in BreakingMode],
          hint="“标点压缩”只用于 PDF 和打印，Word 文件仍按“与 Word 一致”断行。"),
    *(
        Field(key, word, "choice", choices=[(each.value, each.label) for each in FONTS])
        for word, (key, words_of) in CHOICES.items()
        if words_of is FontRole
    ),
    Field("number_dashes", "页码加横线（— 1 —）", "check"),
    Field("imprint_same_page", "版记可同页（版记不一定在双数页）", "check"),
    Field("letter", "信函式（双红线，首页不印页码）", "check"),
)  # fmt: skip


class SchemeDialog(LivePageDialog):
    """Lists the schemes above the fields; 保存 keeps an own one, 删除 takes it away."""

    def __init__(
        self, desk: Desk, chosen: str = STANDARD.name, parent: QWidget | None = None
    ) -> None:
        """Begin with the scheme called ``chosen``."""
        self.choice = QComboBox()
        self.room = label("", "secondary")
        self.drop = QPushButton("删除")
        self.drop.setAutoDefault(False)
        self.restore = QPushButton("恢复为标准")
        self.restore.setAutoDefault(False)
        super().__init__(
            desk, "schemes", "版式", _FIELDS, self._page, self._save, lead=_LEAD,
            above=self._above_fields(), parent=parent,
        )  # fmt: skip
        self.fields.edited.connect(self._say_room)
        self.choice.activated.connect(self._show_chosen)
        self.drop.clicked.connect(self._drop)
        self.restore.clicked.connect(self._restore_standard)
        # Numbers of one width stand in a column.
        numbers = [self.fields.inputs[each.key] for each in VALUES]
        widest = max(number.sizeHint().width() for number in numbers)
        for number in numbers:
            number.setFixedWidth(widest)
        self._list(chosen)

    @property
    def before(self) -> str:
        """The own scheme that is being changed; empty where the chosen one comes ready."""
        name = str(self.choice.currentData())
        return "" if name in SCHEMES else name

    def _above_fields(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 8)
        row = QHBoxLayout()
        row.addWidget(caption("版式", self.choice))
        row.addWidget(self.choice, 1)
        row.addWidget(self.drop)
        column.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self.room, 1)
        below.addWidget(self.restore)
        column.addLayout(below)
        return holder

    def _list(self, chosen: str) -> None:
        self.choice.clear()
        for scheme in service.schemes(self._desk.office):
            origin = "自带" if scheme.name in SCHEMES else "本办"
            self.choice.addItem(f"{scheme.name}（{origin}）", scheme.name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self._show_chosen()

    def _show_chosen(self, *_place: int) -> None:
        scheme = service.scheme_called(self._desk.office, str(self.choice.currentData()))
        self._show_values_of(scheme, scheme.name if self.before else f"本办{scheme.name}")
        self.drop.setEnabled(bool(self.before) and not self._desk.office.read_only)
        self.go.setEnabled(not self._desk.office.read_only)
        self._say_room()

    def _show_values_of(self, scheme: PageScheme, name: str) -> None:
        values = {each.key: each.shown(scheme) for each in VALUES}
        others = [*(key for key, _ in CHOICES.values()), *SWITCHES.values()]
        self.show_values({"name": name, **values, **{key: getattr(scheme, key) for key in others}})

    def _restore_standard(self) -> None:
        self._show_values_of(STANDARD, str(self.fields.values()["name"]))
        self._say_room()

    def _say_room(self) -> None:
        scheme = _scheme(self.fields.values())
        self.room.setText(f"每页 {max(scheme.lines, 0)} 行，每行 {max(scheme.characters, 0)} 字")
        wrong = {key for keys, _ in scheme_faults(scheme) for key in keys}
        for key, field in self.fields.inputs.items():
            mark_wrong(field, key in wrong)

    def _page(self, values: Values) -> Printed:
        return specimens.scheme_specimen(replace(_scheme(values), name=values["name"] or "版式"))

    def _save(self, values: Values) -> Changes:
        return service.save_scheme(self._desk.office, _scheme(values), before=self.before)

    def _drop(self) -> None:
        try:
            changes = service.drop_scheme(self._desk.office, self.before)
        except XinxiError as error:
            self.say(error.sentence)
        else:
            self._desk.did(changes)
            self._list(STANDARD.name)


def _scheme(values: Values) -> PageScheme:
    stored = {each.key: each.stored(float(values[each.key])) for each in VALUES}
    others = [*(key for key, _ in CHOICES.values()), *SWITCHES.values()]
    name = str(values["name"]).strip()
    return scheme_from(name, {**stored, **{key: values[key] for key in others}})
