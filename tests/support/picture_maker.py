"""Pictures for tests, drawn as needed, and Word files that hold them."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw
from word_parts import added, package, paragraph

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EMU = 635


def picture(
    width: int = 600, height: int = 300, mode: str = "RGB", format_: str = "PNG", **options: object
) -> bytes:
    """A picture with a frame and a diagonal."""
    made = Image.new("RGB", (width, height), "#DCE6F0")
    pen = ImageDraw.Draw(made)
    pen.rectangle((0, 0, width - 1, height - 1), outline="#203040", width=max(1, width // 100))
    pen.line((0, 0, width, height), fill="#C03020", width=max(1, width // 80))
    stream = io.BytesIO()
    made.convert(mode).save(stream, format_, **options)
    return stream.getvalue()


def huge_png(width: int = 10_000, height: int = 10_000) -> bytes:
    """A PNG of 100 megapixels whose bytes are few."""
    rows = zlib.compressobj(9)
    row = b"\x00" + bytes((width + 7) // 8)
    body = b"".join(rows.compress(row) for _ in range(height)) + rows.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def drawing(
    relation: str = "p1", *, width: int = 4000, height: int = 2000, crop: str = "", turn: str = ""
) -> str:
    """A run with a picture; sizes in twips, ``crop`` and ``turn`` are attributes."""
    size = f'cx="{width * EMU}" cy="{height * EMU}"'
    return (
        f"<w:r><w:drawing><inline><extent {size}/><a:graphic><a:graphicData><pic:pic>"
        f'<pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="{relation}"/><a:srcRect {crop}/>'
        f"</pic:blipFill><pic:spPr><a:xfrm {turn}><a:ext {size}/></a:xfrm></pic:spPr>"
        "</pic:pic></a:graphicData></a:graphic></inline></w:drawing></w:r>"
    )


def shown(relation: str = "p1", text: str = "", **look: object) -> str:
    """A paragraph with a picture, and text behind it."""
    return f"<w:p>{drawing(relation, **look)}{paragraph(text)[5:-6] if text else ''}</w:p>"  # type: ignore[arg-type]


def word_file(body: str, **pictures: bytes) -> bytes:
    """A .docx whose pictures are related by their names: ``p1=…`` is drawing("p1")."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/image" Target="media/{name}.png"/>'
        for name in pictures
    )
    data = package(body, relations=relations)
    for name, content in pictures.items():
        data = added(data, f"word/media/{name}.png", content)
    return data
