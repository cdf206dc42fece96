"""The pages of a stored PDF as pictures, to print an issue again where a layout would differ."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from xinxi_desktop.domain.page import Image, Page
from xinxi_desktop.domain.pictures import MOST_DPI
from xinxi_desktop.errors import WorldError
from xinxi_desktop.services.pictures import PictureBytes

_POINTS_PER_INCH = 72
_PREFIX = "stored:"


def stored_pages(pdf: bytes) -> tuple[tuple[Page, ...], PictureBytes]:
    """Give the pages, each one picture as large as the sheet, and what draws the pictures.

    WorldError if the stored file can't be read.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            sizes = [document.get_page_size(place) for place in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise WorldError(
            "stored_file_damaged",
            "这一期存档的 PDF 读不出来。没有打印，其他内容没有改动。请从备份恢复工作文件。",
        ) from error
    pages = tuple(
        Page(width, height, images=(Image(0, 0, width, height, f"{_PREFIX}{place}"),))
        for place, (width, height) in enumerate(sizes)
    )

    @lru_cache(maxsize=1)
    def drawn(blob: str) -> bytes:
        return _drawn(pdf, int(blob.removeprefix(_PREFIX)))

    return pages, drawn


def _drawn(pdf: bytes, place: int) -> bytes:
    """Draw one page as PNG, as fine as pictures are printed at most."""
    import pypdfium2

    stream = BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[place].render(scale=MOST_DPI / _POINTS_PER_INCH)
        page.to_pil().save(stream, "PNG", compress_level=1)
    return stream.getvalue()
