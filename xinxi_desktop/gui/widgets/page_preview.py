"""The preview: white sheets with a soft shadow, drawn from the same pages as print and PDF."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from xinxi_desktop.domain.page import Layout, Page
from xinxi_desktop.domain.page_places import TextPlace, place_at, title_spot
from xinxi_desktop.gui.page_painter import FaceFonts, image_box, paint_page, run_box
from xinxi_desktop.gui.tokens import LIGHT, PAPER

POINTS_PER_INCH = 72
EDGE = 24
GAP = 16
_SHADOW = 6
_KEPT_PAGES = 8
_MARK_SIZE = 9.0
_MARK_EDGE = 4.0
_MARK_BELOW = 16.0
"""From a picture's upper edge down to its mark's baseline, points."""
_CLICK = 3
_SEEN = 0.85
"""Nearer to the lower edge of the view a spot is not well seen."""
_MARK_WIDTH = 90
"""How far from the paper's edge, in points, a mark answers to the pointer."""


@dataclass(frozen=True)
class PageMark:
    """Something wrong on a page (from 0) at height ``y`` (pt), in a few words and a sentence."""

    page: int
    y: float
    text: str
    sentence: str = ""

    @property
    def said(self) -> str:
        """The sentence, or else the few words."""
        return self.sentence or self.text

    @property
    def told(self) -> str:
        """The sentence with its page, unless it names the page itself."""
        page = f"第 {self.page + 1} 页"
        return self.said if page in self.said else f"{page}　{self.said}"


class PagePreview(QAbstractScrollArea):
    """Pages below each other.

    Signals:
        item_clicked: the article id under a click.
        text_asked: the TextPlace of a double click, or of Enter after a click.
        page_shown: the page (from 0) in the middle of the view changed.
    """

    item_clicked = Signal(int)
    text_asked = Signal(object)
    page_shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no pages, fitting the width."""
        super().__init__(parent)
        self.setAccessibleName("版面预览")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.pages: tuple[Page, ...] = ()
        self.marks: tuple[PageMark, ...] = ()
        self.zoom = "width"
        self._fonts: FaceFonts | None = None
        self._boxes: list[QRectF] = []
        self._pictures: OrderedDict[tuple[int, float], QPixmap] = OrderedDict()
        self._thumbnails: dict[int, QPixmap] = {}
        self._current = -1
        self._pressed: QPoint | None = None
        self._layout: Layout | None = None
        self._own_marks: tuple[PageMark, ...] = ()
        self._clicked: TextPlace | None = None
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_layout(self, layout: Layout, fonts: FaceFonts, marks: Sequence[PageMark] = ()) -> None:
        """Show pages; missing characters and bad pictures are marked by themselves, ``marks`` too."""
        self.pages, self._fonts = layout.pages, fonts
        self._layout, self._clicked = layout, None
        self._own_marks = (*missing_marks(layout), *picture_marks(layout))
        self.mark_more(marks)
        self._pictures.clear()
        self._thumbnails.clear()
        self._current = -1
        self._arrange()

    def mark_more(self, marks: Sequence[PageMark]) -> None:
        """Mark this besides what the pages say by themselves."""
        self.marks = (*self._own_marks, *marks)
        self.viewport().update()

    def set_zoom(self, zoom: str) -> None:
        """Fit the ``width``, the whole ``page``, or ``actual`` size; stay at the same page."""
        shown = max(self._current, 0)
        self.zoom = zoom
        self._arrange()
        self.go_to(shown)

    def go_to(self, page: int) -> None:
        """Bring a page (from 0) to the top."""
        if page < len(self._boxes):
            self.verticalScrollBar().setValue(round(self._boxes[page].top()) - GAP)

    def go_to_spot(self, page: int, y: float) -> None:
        """Bring a height (pt) of a page (from 0) into sight, unless it is."""
        if page < len(self._boxes):
            bar, room = self.verticalScrollBar(), self.viewport().height()
            height = self._boxes[page].top() + y * self.scale_for(self.pages[page])
            if not bar.value() <= height <= bar.value() + room * _SEEN:
                bar.setValue(round(height) - GAP)

    def go_to_article(self, article: int) -> None:
        """Bring the beginning of an article into sight."""
        spot = title_spot(self._layout, article) if self._layout else None
        if spot is not None:
            self.go_to_spot(*spot)

    def place_of(self, point: QPointF) -> TextPlace | None:
        """The character of an article at a place of the viewport."""
        for number, page in enumerate(self.pages):
            box = self.box_of(number)
            if self._layout is not None and box.contains(point):
                spot = (point - box.topLeft()) / self.scale_for(page)
                return place_at(self._layout, number, spot.x(), spot.y())
        return None

    def mark_at(self, point: QPointF) -> PageMark | None:
        """The mark at a place of the viewport."""
        for mark in self.marks:
            box = self.box_of(mark.page)
            scale = self.scale_for(self.pages[mark.page])
            height = box.top() + mark.y * scale
            beside = box.right() - _MARK_WIDTH * scale <= point.x() <= box.right()
            if beside and height - 16 * scale <= point.y() <= height + 4 * scale:
                return mark
        return None

    def scale_for(self, page: Page) -> float:
        """Pixels per point for ``page`` in the present zoom and size."""
        room = self.viewport().size()
        width = max(room.width() - 2 * EDGE, 50) / page.width
        if self.zoom == "width":
            return width
        if self.zoom == "page":
            return min(width, max(room.height() - 2 * GAP, 50) / page.height)
        return self.logicalDpiX() / POINTS_PER_INCH

    def box_of(self, page: int) -> QRectF:
        """Where a page lies in the viewport now."""
        return self._boxes[page].translated(self._offset())

    def item_at(self, place: QPointF) -> int:
        """The article id at a place of the viewport, 0 for none."""
        for number, page in enumerate(self.pages):
            box = self.box_of(number)
            if box.contains(place):
                point = (place - box.topLeft()) / self.scale_for(page)
                parts = chain(
                    ((run.item, run_box(run)) for run in page.runs),
                    ((image.item, image_box(image)) for image in page.images),
                )
                return next((item for item, part in parts if item and part.contains(point)), 0)
        return 0

    def picture(self, number: int, scale: float) -> QPixmap:
        """A page drawn at ``scale`` pixels per point, kept while it is likely to be needed."""
        ratio = self.devicePixelRatioF()
        key = (number, scale * ratio)
        if key not in self._pictures:
            self._pictures[key] = self._draw(self.pages[number], scale, ratio)
            while len(self._pictures) > _KEPT_PAGES:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def thumbnail(self, number: int, scale: float) -> QPixmap:
        """A page drawn small; all of them are kept, they are few kilobytes each."""
        if number not in self._thumbnails:
            self._thumbnails[number] = self._draw(
                self.pages[number], scale, self.devicePixelRatioF()
            )
        return self._thumbnails[number]

    def sizeHint(self) -> QSize:
        """About an A4 sheet at half size."""
        return QSize(480, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets that can be seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.palette().window())
        for number, page in enumerate(self.pages):
            box = self.box_of(number)
            if box.adjusted(0, -GAP, 0, GAP).intersects(QRectF(event.rect())):
                _paint_shadow(painter, box)
                painter.drawPixmap(box.topLeft(), self.picture(number, self.scale_for(page)))
                self._paint_marks(painter, number, box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page; the rest scrolls."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._clicked:
            self.text_asked.emit(self._clicked)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on text names its article."""
        began, self._pressed = self._pressed, None
        if began is None or (event.position().toPoint() - began).manhattanLength() > _CLICK:
            return
        item = self.item_at(event.position())
        self._clicked = self.place_of(event.position())
        if item:
            self.item_clicked.emit(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on text asks for that character."""
        place = self.place_of(event.position())
        if place is not None:
            self.text_asked.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that text can be clicked."""
        over = self.item_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Draw anew on a screen of another sharpness."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), mark.said if mark else "", self.viewport())
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pictures.clear()
            self._thumbnails.clear()
        return super().viewportEvent(event)

    def _draw(self, page: Page, scale: float, ratio: float) -> QPixmap:
        picture = QPixmap(QSize(round(page.width * scale), round(page.height * scale)) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(PAPER))
        if self._fonts is not None:
            painter = QPainter(picture)
            painter.scale(scale, scale)
            paint_page(painter, page, self._fonts)
            painter.end()
        return picture

    def _arrange(self) -> None:
        self._boxes.clear()
        y = float(GAP)
        scaled = [(page, self.scale_for(page)) for page in self.pages]
        widest = max((page.width * scale for page, scale in scaled), default=0.0)
        room = max(float(self.viewport().width()), widest + 2 * EDGE)
        for page, scale in scaled:
            width, height = page.width * scale, page.height * scale
            self._boxes.append(QRectF((room - width) / 2, y, width, height))
            y += height + GAP
        self._set_bars(widest + 2 * EDGE, y)
        self.viewport().update()
        self._tell_page()

    def _set_bars(self, width: float, height: float) -> None:
        size = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(height) - size.height()))
        vertical.setPageStep(size.height())
        vertical.setSingleStep(QApplication.font().pixelSize() * 3)
        horizontal.setRange(0, max(0, round(width) - size.width()))
        horizontal.setPageStep(size.width())

    def _offset(self) -> QPointF:
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _tell_page(self) -> None:
        middle = self.viewport().height() / 2
        seen = next(
            (n for n in range(len(self._boxes)) if self.box_of(n).bottom() + GAP > middle), -1
        )
        if seen != self._current:
            self._current = seen
            self.page_shown.emit(seen)

    def _paint_marks(self, painter: QPainter, number: int, box: QRectF) -> None:
        scale = self.scale_for(self.pages[number])
        font = QFont(QApplication.font())
        font.setPixelSize(max(round(_MARK_SIZE * scale), 11))
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.danger))
        for mark in (each for each in self.marks if each.page == number):
            bottom = box.top() + mark.y * scale
            bar = QRectF(box.right() - 3, bottom - 16 * scale, 3, 20 * scale)
            painter.fillRect(bar, QColor(LIGHT.danger))
            right = box.right() - _MARK_EDGE - 3
            width = painter.fontMetrics().horizontalAdvance(mark.text)
            painter.drawText(QPointF(right - width, bottom), mark.text)


def missing_marks(layout: Layout) -> list[PageMark]:
    """One mark a line for the characters that no face has."""
    missing = set(layout.missing)
    marks: dict[tuple[int, float], list[str]] = {}
    for number, page in enumerate(layout.pages if missing else ()):
        for run in page.runs:
            found = [char for char in run.text if char in missing]
            if found:
                marks.setdefault((number, run.y), []).extend(found)
    # What no face has makes no run; its line tells the page, and a neighbour the height.
    for line in layout.lines if missing else ():
        found = [char for char in line.text if char in missing]
        if found:
            height = _height_of(layout.pages[line.page - 1], line.text)
            marks.setdefault((line.page - 1, height), []).extend(found)
    return [
        PageMark(number, y, f"缺字 {''.join(dict.fromkeys(chars))}")
        for (number, y), chars in marks.items()
    ]


def picture_marks(layout: Layout) -> list[PageMark]:
    """One mark for each picture that will look rough or is not drawn."""
    return [
        PageMark(remark.page - 1, remark.y + _MARK_BELOW, remark.fault or "图片不清晰")
        for remark in layout.remarks
    ]


def _height_of(page: Page, text: str) -> float:
    """The baseline of the longest run of a line of text, the upper edge if it has none."""
    runs = [run for run in page.runs if run.text in text]
    return max(runs, key=lambda run: len(run.text)).y if runs else EDGE


def _paint_shadow(painter: QPainter, box: QRectF) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_SHADOW, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 5 + 2 * (_SHADOW - step)))
        painter.drawRoundedRect(box.adjusted(-step, -step + 2, step, step + 2), step, step)
    painter.restore()
