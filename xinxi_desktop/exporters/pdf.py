"""A layout as PDF: the same runs at the same places. The only user of reportlab.

Fonts are embedded as subsets with their text, so that copying gives the characters back.
The bytes depend on nothing but the layout, the fonts and the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from io import BytesIO
from re import Match
from typing import TYPE_CHECKING, Any

from xinxi_desktop.domain.fonts import Face, FontRole, FontSet
from xinxi_desktop.domain.page import RED, WATERMARK_ANGLE, Image, Layout, Page, Rule, Run
from xinxi_desktop.exporters.missing import refuse_missing
from xinxi_desktop.exporters.pdf_fonts import quick_face
from xinxi_desktop.exporters.pdf_outline import label_pages, mark_titles
from xinxi_desktop.exporters.pictures import PictureBytes, fitted, no_pictures
from xinxi_desktop.exporters.wordml import printable
from xinxi_desktop.fonts.outlines import Step, outline

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject

_OFFICIAL_RED = (0.0, 0.8, 0.8, 0.0)
_FIVE_DIGITS = re.compile("<([0-9A-F]{5,6})>")
_SAME_SPACING = 0.004
"""Points by which the spacing inside one text operator may differ unseen."""


def write_pdf(
    layout: Layout,
    fonts: FontSet,
    title: str = "",
    *,
    office: str = "",
    on: str = "",
    pictures: PictureBytes = no_pictures,
) -> bytes:
    """Write the layout as PDF; UserError ``missing_glyph`` names characters without a glyph.

    ``office`` and ``on`` (DATE) go into the document's properties, never a person; every title
    gets a bookmark, every page its printed number as label. ``pictures`` gives the bytes of the
    layout's pictures.
    """
    refuse_missing(layout)
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    # Streams as they are: written out as text they are a quarter larger and slower.
    rl_config.useA85 = 0

    stream = BytesIO()
    first = _registered(fonts.primary(FontRole.BODY))
    canvas = Canvas(stream, invariant=1, pageCompression=1, lang="zh-CN", initialFontName=first)  # type: ignore[arg-type]
    _describe(canvas, printable(title), printable(office), on)
    faces = {face.key: face for face in fonts.faces()}
    for number, page in enumerate(layout.pages, 1):
        for image in page.images:
            _draw_image(canvas, image, page, pictures(image.blob))
        _write_page(canvas, page, faces)
        mark_titles(canvas, layout, number)
        canvas.showPage()
    label_pages(canvas, layout.pages)
    canvas.save()
    return stream.getvalue()


def _describe(canvas: Canvas, title: str, office: str, on: str) -> None:
    """Fill in the document's properties; what is empty is left out, also the date."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString

    entries = {"Title": title, "Author": office, "CreationDate": _pdf_date(on)}

    class Properties(PDFInfo):
        """Only what is known: reportlab would add a date of its own and “anonymous”."""

        def format(self, document: Any) -> Any:
            known = {key: PDFString(words) for key, words in entries.items() if words}
            return PDFDictionary(known).format(document)

    document: Any = canvas._doc  # type: ignore[attr-defined]
    document.info = Properties()


def _pdf_date(on: str) -> str:
    return f"D:{on.replace('-', '')}000000+08'00'" if on else ""


def _registered(face: Face) -> str:
    """Load a face on first use; give the name reportlab knows it by."""
    return _load(face.path, face.index)


@cache
def _load(path: str, index: int) -> str:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    prepare_fonts()
    name = "F" + sha256(f"{index}:{path}".encode()).hexdigest()[:12]
    registerFont(TTFont(name, path, subfontIndex=index))
    return name


@cache
def prepare_fonts() -> None:
    """Let reportlab read fonts quickly, and characters beyond U+FFFF (𬭎) copy out.

    It writes those as five hex digits, where a pair of four is due.
    """
    from reportlab import rl_config
    from reportlab.pdfbase import ttfonts

    # reportlab reads this name where a font has only a Chinese one, but never defines it.
    rl_config.autoGenerateTTFMissingTTFName = True  # type: ignore[attr-defined]
    ttfonts.TTFontFace = quick_face(ttfonts.TTFontFace)  # type: ignore[assignment, misc]
    original = ttfonts.makeToUnicodeCMap

    def with_pairs(fontname: str, subset: Sequence[int]) -> str:
        return _FIVE_DIGITS.sub(_surrogate_pair, original(fontname, subset))

    ttfonts.makeToUnicodeCMap = with_pairs


def _surrogate_pair(found: Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


def _write_page(canvas: Canvas, page: Page, faces: Mapping[str, Face]) -> None:
    canvas.setPageSize((page.width, page.height))
    if page.watermark:
        _write_watermark(canvas, page, page.watermark, faces)
    for rule in page.rules:
        _write_rule(canvas, rule, page.height)
    if page.runs:
        text = canvas.beginText()
        colour = ""
        for run in page.runs:
            if run.colour != colour:
                _set_fill(text, run.colour)
                colour = run.colour
            _write_run(text, run, faces[run.face], page.height)
        canvas.drawText(text)


def _draw_image(canvas: Canvas, image: Image, page: Page, data: bytes) -> None:
    from reportlab.lib.utils import ImageReader

    canvas.setPageSize((page.width, page.height))
    reader = ImageReader(BytesIO(fitted(data, image.width, image.height)[0]))
    foot = page.height - image.y - image.height
    canvas.drawImage(reader, image.x, foot, image.width, image.height)


def _write_watermark(canvas: Canvas, page: Page, run: Run, faces: Mapping[str, Face]) -> None:
    canvas.saveState()
    canvas.translate(page.width / 2, page.height / 2)
    canvas.rotate(WATERMARK_ANGLE)
    canvas.setFillColorCMYK(*_cmyk(run.colour))
    # As outlines: slanting text would be mixed into the lines where the page's text is copied.
    face, x = faces[run.face], run.x
    scale = run.size / face.units_per_em
    for char, step in zip(run.text, run.advances, strict=True):
        path = canvas.beginPath()
        _trace(path, outline(face, char), x, -run.y, scale)
        canvas.drawPath(path, stroke=0, fill=1, fillMode=1)
        x += step
    canvas.restoreState()


def _trace(path: Any, steps: Iterable[Step], x: float, y: float, scale: float) -> None:
    draw = {"move": path.moveTo, "line": path.lineTo, "curve": path.curveTo, "close": path.close}
    for kind, points in steps:
        draw[kind](*((y if place % 2 else x) + value * scale for place, value in enumerate(points)))


def _write_rule(canvas: Canvas, rule: Rule, height: float) -> None:
    canvas.setLineWidth(rule.width)
    canvas.setStrokeColorCMYK(*_cmyk(rule.colour))
    canvas.line(rule.x1, height - rule.y1, rule.x2, height - rule.y2)


def _set_fill(text: PDFTextObject, colour: str) -> None:
    text.setFillColorCMYK(*_cmyk(colour))


def _cmyk(colour: str) -> tuple[float, float, float, float]:
    """Official red as printers mix it, everything else as black ink of that lightness."""
    if colour == RED:
        return _OFFICIAL_RED
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return 0.0, 0.0, 0.0, round(1 - sum(channels) / 3, 3)


def _write_run(text: PDFTextObject, run: Run, face: Face, height: float) -> None:
    """Write a run as few operators: one for each stretch of even spacing."""
    text.setFont(_registered(face), run.size)
    scale = run.size / face.units_per_em
    spacings = [
        step - (face.advance(char) or 0) * scale
        for char, step in zip(run.text, run.advances, strict=True)
    ]
    x, start, count = run.x, 0, len(spacings)
    while start < count:
        spacing, stop = spacings[start], start + 1
        while stop < count and abs(spacings[stop - 1] - spacing) < _SAME_SPACING:
            stop += 1
        text.setTextOrigin(round(x, 3), round(height - run.y, 3))
        text.setCharSpace(round(spacing, 3))
        text.textOut(run.text[start:stop])
        x += sum(run.advances[start:stop])
        start = stop
