"""Charts below each other in the colours of the window; the shapes are those of the paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from xinxi_desktop.domain.charts import Chart, Drawing, draw
from xinxi_desktop.gui.tokens import tokens_of

_EDGE, _GAP = 24, 20


class ChartView(QScrollArea):
    """A scrolled column of charts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without charts."""
        super().__init__(parent)
        self.sheet = ChartSheet()
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("统计图")

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Show other charts."""
        self.sheet.show_charts(charts)


class ChartSheet(QWidget):
    """What is painted; its height follows from its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without charts."""
        super().__init__(parent)
        self.charts: tuple[Chart, ...] = ()
        self._drawn: list[Drawing] = []
        self.setAccessibleName("统计图")

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Show other charts; those without a bar are left out."""
        self.charts = tuple(chart for chart in charts if chart.bars)
        self.setAccessibleDescription("。".join(chart.spoken for chart in self.charts))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def sizeHint(self) -> QSize:
        """As high as the charts need."""
        return QSize(480, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outlines, filled parts and words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens_of(self.palette()).colour("surface"))
        painter.translate(_EDGE, _GAP)
        for drawn in self._drawn:
            self._paint(painter, drawn)
            painter.translate(0, drawn.height + _GAP)

    def _arrange(self) -> None:
        metrics = QFontMetricsF(QApplication.font())
        size = float(QApplication.font().pixelSize())
        width = max(self.width() - 2 * _EDGE, 200)
        self._drawn = [draw(chart, width, size, metrics.horizontalAdvance) for chart in self.charts]
        high = sum(drawn.height + _GAP for drawn in self._drawn) + _GAP
        self.setMinimumHeight(round(high))
        self.update()

    def _paint(self, painter: QPainter, drawn: Drawing) -> None:
        tokens = tokens_of(self.palette())
        for box in drawn.boxes:
            area = QRectF(box.x, box.y, box.width, box.height)
            painter.setPen(QPen(tokens.colour("secondary"), 1))
            painter.setBrush(tokens.colour("focus") if box.filled else Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
        for words in drawn.words:
            font = QFont(QApplication.font())
            font.setWeight(QFont.Weight.DemiBold if words.title else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(tokens.colour("text" if words.title else "secondary"))
            metrics = painter.fontMetrics()
            long = metrics.horizontalAdvance(words.text)
            left = words.x - long * (words.align + 1) / 2
            middle = words.y + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, middle), words.text)
