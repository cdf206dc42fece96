"""The list of a view: rows by id, remembered columns, cells to copy."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from xinxi_desktop import settings
from xinxi_desktop.gui.models.rows import TONE_ROLE, RowModel
from xinxi_desktop.gui.tokens import tokens_of

ROW_HEIGHT = 2.1
"""Of the text size (look.md: 2.0 to 2.2)."""

_PADDING = 8
_INSET = 5
"""Fusion keeps 3 px beside a cell's text; the header has 8."""

_LEAST_WIDTH = 40


class ListView(QTableView):
    """A table set up as the look asks, on a RowModel.

    Signals:
        chosen: the current row's id changed; 0 if none is.
        activated_id: Enter or double click on a row.
    """

    chosen = Signal(int)
    activated_id = Signal(int)

    def __init__(
        self,
        name: str,
        model: RowModel,
        values: settings.Settings,
        parent: QWidget | None = None,
        *,
        lines: int = 1,
    ) -> None:
        """Show ``model``; ``name`` is what the column widths are remembered under.

        ``lines`` is how many a row has room for; longer texts are wrapped into them.
        """
        super().__init__(parent)
        self.name = name
        self._lines = lines
        self._without: set[int] = set()
        self.rows = model
        self._values = values
        self._kept: list[int] = []
        self._kept_current = 0
        self._kept_place = 0
        self._told = 0
        self._room = 0
        self._fitting = False
        self._set_up()
        self.setModel(model)
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_activated)
        self._measure()

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, in the list's order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.ids[place] for place in places]

    def current_id(self) -> int:
        """The id of the row with the focus mark, 0 if there is none."""
        index = self.currentIndex()
        return self.rows.ids[index.row()] if index.isValid() else 0

    def select_ids(self, ids: Iterable[int], current: int = 0) -> None:
        """Select rows by id; those no longer in the list are left out."""
        wanted = list(ids)
        known = self.rows.places_of([*wanted, current])
        places = [known[key] for key in wanted if key in known]
        selection = QItemSelection()
        last = len(self.rows.columns) - 1
        for place in places:
            selection.select(self.rows.index(place, 0), self.rows.index(place, last))
        focus = known.get(current, places[0] if places else None)
        if focus is not None:
            index = self.rows.index(focus, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def order(self) -> tuple[str, bool]:
        """The column by which the list is ordered and whether downwards; "" for the usual order."""
        header = self.horizontalHeader()
        place = header.sortIndicatorSection()
        if not 0 <= place < len(self.rows.columns) or not self.rows.columns[place].sortable:
            return "", False
        down = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return self.rows.columns[place].key, down

    def show_column(self, key: str, shown: bool) -> None:
        """Show a column, or leave it out until it is asked for again."""
        place = next(n for n, column in enumerate(self.rows.columns) if column.key == key)
        (self._without.discard if shown else self._without.add)(place)
        self._fitting = True
        self.setColumnHidden(place, not shown)
        self._fitting = False
        self._share_room()

    def copy_cells(self) -> None:
        """Put the selected rows on the clipboard, columns parted by tabs."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        shown = [column for column in order if not self.isColumnHidden(column)]
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [
            "\t".join(str(self.rows.index(place, column).data()) for column in shown)
            for place in places
        ]
        QApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies rows; letters and digits are left to the view's actions."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cells()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        # The event is the viewport's. To ask for the viewport itself would make PySide load
        # every kind of widget there is.
        self._room = event.size().width()
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Measure rows anew when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
            self._share_room()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(self._lines > 1)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(RowDelegate(self))
        self.verticalHeader().hide()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_LEAST_WIDTH)
        header.setSectionsMovable(False)
        for place, column in enumerate(self.rows.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        if any(column.sortable for column in self.rows.columns):
            header.setSortIndicatorClearable(True)
            header.setSortIndicator(*self._remembered_sort())
            self.setSortingEnabled(True)
        self._set_widths()
        header.sectionResized.connect(self._remember_width)
        header.sortIndicatorChanged.connect(self._refuse_sort)
        header.sortIndicatorChanged.connect(self._remember_sort)

    def _remembered_sort(self) -> tuple[int, Qt.SortOrder]:
        for key, down in self._values.get(settings.SORTS).get(self.name, {}).items():
            for place, column in enumerate(self.rows.columns):
                if column.key == key and column.sortable:
                    orders = Qt.SortOrder
                    return place, orders.DescendingOrder if down else orders.AscendingOrder
        return -1, Qt.SortOrder.AscendingOrder

    def _remember_sort(self) -> None:
        key, down = self.order()
        self._values.remember(settings.SORTS, self.name, {key: int(down)} if key else {})

    def _remember_width(self, place: int, _old: int, new: int) -> None:
        column = self.rows.columns[place]
        if column.stretch or self._fitting or not self.isVisible():
            return
        widths = self._values.get(settings.COLUMNS).get(self.name, {})
        self._values.remember(settings.COLUMNS, self.name, {**widths, column.key: new})

    def _set_widths(self) -> None:
        self._fitting = True
        for place in range(len(self.rows.columns)):
            self.setColumnWidth(place, self._wanted_width(place))
        self._fitting = False

    def _wanted_width(self, place: int) -> int:
        """As the person chose it, else as the column asks."""
        column = self.rows.columns[place]
        remembered = self._values.get(settings.COLUMNS).get(self.name, {})
        return int(remembered.get(column.key, column.width * _character() + 2 * _PADDING))

    def _give_way(self) -> None:
        """Leave out what can be spared while the stretched columns lack their width."""
        columns = list(enumerate(self.rows.columns))
        if not self._room or not any(each.spare for _n, each in columns):
            return
        spare = sorted((n for n, each in columns if each.spare), key=lambda n: -columns[n][1].spare)
        shown = [n for n, _each in columns if n in spare or not self.isColumnHidden(n)]
        room = self._room - sum(map(self._wanted_width, set(shown) - self._without))
        for place in (each for each in spare if each not in self._without):
            self.setColumnHidden(place, room < 0)
            room += self._wanted_width(place) if room < 0 else 0

    def _share_room(self) -> None:
        """Let the stretched columns take what is left, but never less than half their width."""
        header = self.horizontalHeader()
        character = _character()
        self._fitting = True
        self._give_way()
        for place, column in enumerate(self.rows.columns):
            if not column.stretch:
                continue
            least = max(_LEAST_WIDTH, column.width * character // 2)
            room = self._room - header.length() + header.sectionSize(place)
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                place, modes.Stretch if room >= least else modes.Interactive
            )
            if room < least:
                header.resizeSection(place, least)
        self._fitting = False

    def _refuse_sort(self, place: int, _order: Qt.SortOrder) -> None:
        if place >= 0 and not self.rows.columns[place].sortable:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _measure(self) -> None:
        further = QFontMetrics(QApplication.font()).lineSpacing() * (self._lines - 1)
        height = round(QApplication.font().pixelSize() * ROW_HEIGHT) + further
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
            self._set_widths()

    def _keep_selection(self) -> None:
        self._kept, self._kept_current = self.selected_ids(), self.current_id()
        self._kept_place = max(self.currentIndex().row(), 0)

    def _restore_selection(self) -> None:
        self.select_ids(self._kept, self._kept_current)
        if not self.selectionModel().hasSelection() and self.rows.ids:
            # A decided item leaves its queue: the next one takes its place.
            place = min(self._kept_place, len(self.rows.ids) - 1)
            self.select_ids([self.rows.ids[place]])
        self._tell(self.current_id())

    def _tell_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._tell(self.rows.ids[current.row()] if current.isValid() else 0)

    def _tell(self, key: int) -> None:
        if key != self._told:
            self._told = key
            self.chosen.emit(key)

    def _tell_activated(self, index: QModelIndex) -> None:
        self.activated_id.emit(self.rows.ids[index.row()])


def _character() -> int:
    """How wide a character of the interface font is."""
    return QFontMetrics(QApplication.font()).horizontalAdvance("国")


class RowDelegate(QStyledItemDelegate):
    """Paints a cell: one line under the row, tones from the theme.

    It asks the list what is selected: the option's state would load every style there is.
    """

    def __init__(self, table: QTableView) -> None:
        """Paint the cells of ``table``."""
        super().__init__(table)
        self._table = table

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Colour the text by its tone; a selected row keeps the plain text colour."""
        super().initStyleOption(option, index)
        tone = index.data(TONE_ROLE)
        if tone and not self._selected(index):
            colour = tokens_of(option.palette).colour(tone)
            option.palette.setColor(QPalette.ColorRole.Text, colour)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell, its text under the header's, and the line below it."""
        tokens, whole = tokens_of(option.palette), QRect(option.rect)
        if self._selected(index):
            painter.setBackground(tokens.colour("select"))
            painter.eraseRect(whole)
        option.rect = whole.adjusted(_INSET, 0, -_INSET, -1)
        super().paint(painter, option, index)
        painter.setPen(tokens.colour("line"))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())

    def _selected(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._table.selectionModel().isSelected(index)
