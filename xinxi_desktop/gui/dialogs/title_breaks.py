"""标题换行: the lines of a title by hand, with the page beside them."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from xinxi_desktop.errors import UserError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.live_page import LivePageDialog, Values
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services import page_advice as service
from xinxi_desktop.services.bulletins import Printed
from xinxi_desktop.services.office import Changes

_LEAD = "选一种形状，或在“各行”里按回车换行。只换行，不改字；标题以后改了，就回到自动。"
_BY_HAND = "by_hand"
_LINES = 5


class TitleBreaksDialog(LivePageDialog):
    """Offers the shapes that a title can take, and lines broken freely."""

    def __init__(
        self, desk: Desk, printed: Printed, place: int, item: int, parent: QWidget | None = None
    ) -> None:
        """Begin with the lines as they are; ``place`` is the item's position from 0."""
        self._printed, self._place, self._item = printed, place, item
        self._title = printed.bulletin.items[place].title
        self._choices = service.title_choices(printed, place)
        kept = printed.bulletin.items[place].title_breaks
        names = [(str(number), each.name) for number, each in enumerate(self._choices)]
        fields = (
            Field("shape", "形状", "choice", choices=[*names, (_BY_HAND, "手工")]),
            Field("lines", "各行", "multiline", required=True, lines=_LINES),
        )
        super().__init__(
            desk, "title_breaks", "标题换行", fields, self._page, self._keep, lead=_LEAD,
            parent=parent,
        )  # fmt: skip
        shape, lines = self.fields.inputs["shape"], self.fields.inputs["lines"]
        assert isinstance(shape, QComboBox) and isinstance(lines, QPlainTextEdit)
        self._shape, self._text = shape, lines
        known = next((n for n, each in enumerate(self._choices) if each.breaks == kept), None)
        start = service.lines_of(self._title, kept) if kept else self._choices[0].lines
        self.show_values(
            {"shape": _BY_HAND if known is None else str(known), "lines": "\n".join(start)}
        )
        shape.activated.connect(self._take_shape)
        lines.textChanged.connect(self._say_shape)
        self.go.setEnabled(not desk.office.read_only)

    def _take_shape(self, place: int) -> None:
        if place < len(self._choices):
            self._text.setPlainText("\n".join(self._choices[place].lines))

    def _say_shape(self) -> None:
        """Name the shape that the typed lines make."""
        lines = tuple(self._text.toPlainText().split("\n"))
        place = next(
            (n for n, each in enumerate(self._choices) if each.lines == lines), len(self._choices)
        )
        if self._shape.itemText(self._shape.currentIndex()) != self._shape.itemText(place):
            self._shape.setCurrentIndex(place)

    def _breaks(self, values: Values) -> tuple[int, ...]:
        """Give where the typed lines begin; UserError if the title is not the same."""
        lines = str(values["lines"]).split("\n")
        if "".join(lines) != self._title:
            raise UserError("title_changed", "这里只换行，不改字。没有保存。改标题请到“编辑”里改。")
        if "" in lines:
            raise UserError("empty_line", "有一行是空的。没有保存。请把空行删去。")
        breaks = tuple(accumulate(map(len, lines)))[:-1]
        if tuple(lines) == self._choices[0].lines and values["shape"] != _BY_HAND:
            return ()
        if not service.fits(self._printed, self._place, breaks):
            raise UserError("too_wide", "有一行太长，页面放不下。没有保存。请再分一行。")
        return breaks

    def _page(self, values: Values) -> Printed:
        return service.with_breaks(self._printed, self._place, self._breaks(values))

    def _keep(self, values: Values) -> Changes:
        return service.break_title(self._desk.office, self._item, self._breaks(values))
