"""The page: typesetting, PDF, Word, the preview after a keystroke, the first page."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

from benchmarks.measuring import Line, Work, against, alone, faster
from benchmarks.official_text import official_paragraphs
from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Paragraph, document_from_lines
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.errors import UserError
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.services.word_judge import office_program, word_pages
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.compose import forget

PAGES = 60
_TITLE, _FIRST = "标题", ["一、做法", "（一）情况。正文2026年。"]
_FIRST_PAGE = f"""
from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.compose import forget
item = BulletinItem(1, {_TITLE!r}, document_from_lines({_FIRST!r}))
write_pdf(compose(Bulletin((item,)), shipped()), shipped())
"""
_REGISTER = """
import sys
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
for number, path in enumerate(sys.argv[1:]):
    registerFont(TTFont(f"f{number}", path))
"""


def lines() -> Iterator[Line]:
    """Measure every line of the page."""
    fonts = shipped()
    bulletin = _sixty_pages(fonts)
    layout = compose(bulletin, fonts)
    yield from _against_the_office(bulletin, layout, fonts)
    yield against("typeset_60_pages", _typesetting(bulletin, fonts), _drawing(layout, fonts), "<=1")
    yield against(
        "docx_60_pages", lambda: write_docx(bulletin, layout, fonts), lambda: _unstyled(bulletin),
        "<=3",
    )  # fmt: skip
    yield alone("preview_after_a_keystroke_60_pages", _keystrokes(bulletin, fonts), "<=30")
    yield against("first_page_cold_start", _process(_FIRST_PAGE), _registering(fonts), "<=1.3")


def _sixty_pages(fonts: FontSet) -> Bulletin:
    """Make a bulletin of several items that fills about sixty pages."""
    paragraphs, _ = official_paragraphs(1_200)
    known = [
        text
        for text in paragraphs
        if all(fonts.face_for(next(iter(fonts.chains)), char) for char in set(text) - {" "})
    ]
    items: list[BulletinItem] = []
    for start in range(0, len(known), 20):
        body = document_from_lines(known[start : start + 20])
        items.append(BulletinItem(start + 1, f"第{len(items) + 1}条情况的综合", body))
        if len(compose(Bulletin(tuple(items)), fonts).pages) >= PAGES:
            break
    return Bulletin(tuple(items))


def _against_the_office(bulletin: Bulletin, layout: Layout, fonts: FontSet) -> Iterator[Line]:
    """Compare typesetting and PDF with the office program's conversion of our Word file."""
    try:
        office_program()
    except UserError as error:
        print(error.sentence, file=sys.stderr)
        yield Line("typeset_and_pdf_60_pages", float("nan"), "ms", None, None, ">=4")
        return
    word = write_docx(bulletin, layout, fonts)
    typesetting = _typesetting(bulletin, fonts)

    def ours() -> None:
        write_pdf(typesetting(), fonts)

    yield faster("typeset_and_pdf_60_pages", ours, lambda: word_pages({"w": word}, fonts), ">=4")


def _typesetting(bulletin: Bulletin, fonts: FontSet) -> Callable[[], Layout]:
    """Set the bulletin as if for the first time."""

    def work() -> Layout:
        forget()
        return compose(bulletin, fonts)

    return work


def _drawing(layout: Layout, fonts: FontSet) -> Work:
    """Draw the same runs with reportlab, one call a run, its fonts registered before."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for face in fonts.faces():
        registerFont(TTFont(face.key, face.path, subfontIndex=face.index))

    def work() -> None:
        canvas = Canvas(io.BytesIO())
        for page in layout.pages:
            for run in page.runs:
                canvas.setFont(run.face, run.size)
                canvas.drawString(run.x, page.height - run.y, run.text)
            canvas.showPage()

    return work


def _unstyled(bulletin: Bulletin) -> None:
    """Add the same paragraphs with python-docx, as its documentation shows."""
    from docx import Document

    document = Document()
    for item in bulletin.items:
        document.add_heading(item.title)
        for line in item.body.plain_text().split("\n"):
            document.add_paragraph(line)
    document.save(io.BytesIO())


def _keystrokes(bulletin: Bulletin, fonts: FontSet) -> Work:
    """Type one more character into a paragraph in the middle, and set all pages again."""
    typed = count(1)
    place = len(bulletin.items) // 2
    middle = bulletin.items[place]
    block = next(block for block in middle.body.blocks if isinstance(block, Paragraph))

    def work() -> None:
        longer = replace(block, text=block.text + "字" * next(typed))
        blocks = tuple(longer if each is block else each for each in middle.body.blocks)
        item = replace(middle, body=replace(middle.body, blocks=blocks))
        items = (*bulletin.items[:place], item, *bulletin.items[place + 1 :])
        compose(replace(bulletin, items=items), fonts)

    return work


def _process(program: str, *words: str) -> Work:
    command = [sys.executable, "-c", program, *words]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def _registering(fonts: FontSet) -> Work:
    """Import reportlab and register the fonts that the first page uses."""
    item = BulletinItem(1, _TITLE, document_from_lines(_FIRST))
    layout = compose(Bulletin((item,)), fonts)
    used = dict.fromkeys(fonts.face(run.face).path for run in layout.pages[0].runs)
    return _process(_REGISTER, *used)
