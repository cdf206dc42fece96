"""What is pasted into 收稿 as a report: its bytes kept as they came, its marks checked first."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xinxi_desktop.domain.document import Document, Heading, Picture, block_lines
from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.pasting import Pasted, pasted_html, pasted_text

if TYPE_CHECKING:
    from xinxi_desktop.importers.reader import RawReport
    from xinxi_desktop.importers.texts import ReadText

PastedBytes = Mapping[Path, bytes]
"""Names given to what was pasted (their suffix says what it is), with its bytes."""
HTML, TEXT = ".html", ".txt"
_LOOK = "图片里的文字没有认出，密级标志请人看"
_TITLE = "图片来稿"


def read_pasted(path: Path, data: bytes, machine: Machine) -> RawReport:
    """Read what was pasted; UserError as for a file that can't or may not be taken."""
    from xinxi_desktop.importers.reader import make_report

    read = _read_text if path.suffix in (HTML, TEXT) else _read_picture
    return make_report(path, path.name, data, path.suffix[1:], read(path, data), machine)


def _read_text(path: Path, data: bytes) -> ReadText:
    from xinxi_desktop.importers.texts import ReadText

    text = data.decode()
    found: Pasted = pasted_html(text) if path.suffix == HTML else pasted_text(text)
    document = _numbered(found.document)
    left = (f"粘贴内容中的 {found.pictures} 张图片没有收，需要时请另外粘贴",)
    first = document.blocks[:1]
    title = tuple(block_lines(first[0])) if first and isinstance(first[0], Heading) else ()
    doubts = left if found.pictures else ()
    return ReadText(document, ("从剪贴板粘贴",), title_lines=title, doubts=doubts)


def _read_picture(path: Path, data: bytes) -> ReadText:
    from xinxi_desktop.importers.pictures import take_picture
    from xinxi_desktop.importers.texts import ReadText

    taken = take_picture(data)
    if taken.info.fault:
        raise UserError(
            "bad_picture",
            f"剪贴板里的图片没有登记：{taken.info.fault}。请另存为 PNG 或 JPEG 图片后再复制。",
        )
    blob = hashlib.sha256(taken.data).hexdigest()
    title, picture = Heading("b1", _TITLE, 1), Picture("b2", blob)
    return ReadText(
        Document((title, picture)),
        ("从剪贴板粘贴",),
        title_lines=(_TITLE,),
        doubts=(_LOOK,),
        pictures={blob: taken.data},
    )


def _numbered(document: Document) -> Document:
    """Give every block an id of its own."""
    blocks = (replace(block, id=f"b{place}") for place, block in enumerate(document.blocks, 1))
    return Document(tuple(blocks))
