"""What a PDF shows, read back with pypdfium2."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as raw

Box = tuple[float, float, float, float]


def image_boxes(data: bytes) -> list[Box]:
    """Left, top, right, bottom of every image, in points from its page's top left corner."""
    document = pypdfium2.PdfDocument(data)
    boxes = []
    for page in document:
        height = page.get_height()
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = item.get_bounds()
            boxes.append((left, height - top, right, height - bottom))
    document.close()
    return boxes


def pdf_text(data: bytes) -> str:
    """The text of all pages as it copies out."""
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text
