"""Draws pages of positioned runs with QPainter: on screen and on paper the same glyphs.

Everything is in points; the caller scales the painter. Nothing is measured here: pen steps
come with the runs (architecture.md 18).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGlyphRun,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from xinxi_desktop.domain.fonts import Face, FontSet
from xinxi_desktop.domain.page import WATERMARK_ANGLE, Image, Page, Run
from xinxi_desktop.gui.page_images import PageImages

LARGEST_GLYPH = 60.0
"""In device pixels. WORKAROUND: QPainter draws nothing for a raw font's glyphs above 64."""
_NO_PICTURE = "#B0B4B8"


class FaceFonts:
    """What pages are drawn with: raw fonts opened once per face and size, pictures decoded once.

    Attributes:
        images: the pictures; None where no page can have any.
    """

    def __init__(self, fonts: FontSet, images: PageImages | None = None) -> None:
        """Keep the faces by key; files are opened when first drawn."""
        self.images = images
        self._faces: Mapping[str, Face] = {face.key: face for face in fonts.faces()}
        self._opened: dict[tuple[str, float], QRawFont] = {}
        self._outlines: dict[tuple[str, float, int], QPainterPath] = {}

    def raw(self, key: str, size: float) -> QRawFont:
        """The face ``key`` at ``size`` points; KeyError if the set has no such face."""
        found = self._opened.get((key, size))
        if found is None:
            found = self._opened[key, size] = self._open(self._faces[key], size)
        return found

    def outline(self, key: str, size: float, glyph: int) -> QPainterPath:
        """The outline of one glyph at ``size`` points, its origin at the pen."""
        found = self._outlines.get((key, size, glyph))
        if found is None:
            found = self.raw(key, size).pathForGlyph(glyph)
            # Strokes of a glyph overlap; the default rule would punch holes where they do.
            found.setFillRule(Qt.FillRule.WindingFill)
            self._outlines[key, size, glyph] = found
        return found

    def _open(self, face: Face, size: float) -> QRawFont:
        if face.index == 0:
            return QRawFont(face.path, size, QFont.HintingPreference.PreferNoHinting)
        # QRawFont opens only the first face of a collection; the database knows all of them.
        QFontDatabase.addApplicationFont(face.path)
        font = QFont(face.family)
        font.setPixelSize(round(size))
        font.setBold(face.bold)
        raw = QRawFont.fromFont(font)
        raw.setPixelSize(size)
        return raw


def paint_page(
    painter: QPainter,
    page: Page,
    fonts: FaceFonts,
    ink: Callable[[str], QColor] = QColor,
) -> None:
    """Draw all that stands on ``page``; ``ink`` may change colours (grey printing)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if page.watermark:
        painter.save()
        painter.translate(page.width / 2, page.height / 2)
        painter.rotate(-WATERMARK_ANGLE)
        _fill_outlines(painter, page.watermark, fonts, ink(page.watermark.colour))
        painter.restore()
    for image in page.images:
        _draw_image(painter, image, fonts, grey=ink is not QColor)
    for rule in page.rules:
        painter.setPen(QPen(ink(rule.colour), rule.width))
        painter.drawLine(QLineF(rule.x1, rule.y1, rule.x2, rule.y2))
    # A PDF (and CUPS, which prints one) takes glyphs of any size, and keeps them as text.
    as_text = painter.paintEngine().type() is QPaintEngine.Type.Pdf
    scale = abs(painter.deviceTransform().m22())
    for run in page.runs:
        if run.size * scale > LARGEST_GLYPH and not as_text:
            _fill_outlines(painter, run, fonts, ink(run.colour))
        else:
            painter.setPen(ink(run.colour))
            painter.drawGlyphRun(QPointF(run.x, run.y), _glyphs(run, fonts))


def run_box(run: Run) -> QRectF:
    """The box a reader sees as the run's place, a little more than the glyphs are high."""
    return QRectF(run.x, run.y - run.size, sum(run.advances), run.size * 1.35)


def image_box(image: Image) -> QRectF:
    """The box that a picture fills."""
    return QRectF(image.x, image.y, image.width, image.height)


def _draw_image(painter: QPainter, image: Image, fonts: FaceFonts, *, grey: bool) -> None:
    """Draw a picture into its box; one that can't be read leaves a crossed frame."""
    box = image_box(image)
    scale = abs(painter.deviceTransform().m22())
    shown = fonts.images.image(image, scale) if fonts.images else QImage()
    if shown.isNull():
        painter.setPen(QPen(QColor(_NO_PICTURE), 0.5))
        painter.drawRect(box)
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.topRight())
        return
    if grey:
        shown = _in_grey(shown)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, shown)


def _in_grey(image: QImage) -> QImage:
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8)


def _glyphs(run: Run, fonts: FaceFonts) -> QGlyphRun:
    raw = fonts.raw(run.face, run.size)
    glyphs = QGlyphRun()
    glyphs.setRawFont(raw)
    glyphs.setGlyphIndexes(raw.glyphIndexesForString(run.text))
    positions, x = [], 0.0
    for advance in run.advances:
        positions.append(QPointF(x, 0.0))
        x += advance
    glyphs.setPositions(positions)
    return glyphs


def _fill_outlines(painter: QPainter, run: Run, fonts: FaceFonts, colour: QColor) -> None:
    indexes = fonts.raw(run.face, run.size).glyphIndexesForString(run.text)
    painter.save()
    painter.translate(run.x, run.y)
    for glyph, advance in zip(indexes, run.advances, strict=True):
        painter.fillPath(fonts.outline(run.face, run.size, glyph), colour)
        painter.translate(advance, 0)
    painter.restore()
