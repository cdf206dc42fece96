"""The pictures of an issue: what typesetting must know of them, and their bytes for export.

A picture that the file has lost or that is damaged never holds an issue back: it keeps a framed
place and a remark (domain/pictures.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from xinxi_desktop.domain.document import Document, pictures_of
from xinxi_desktop.domain.pictures import ABSENT, PictureInfo
from xinxi_desktop.errors import UserError, WorldError

if TYPE_CHECKING:
    from xinxi_desktop.services.office import Office

PictureBytes = Callable[[str], bytes]
"""Gives a picture's bytes by its blob; WorldError if they are missing or changed."""

_known: dict[str, PictureInfo] = {}
"""What was read of pictures, by SHA-256: it can't change, so it is kept for good."""


def _nowhere(blob: str) -> bytes:
    raise WorldError("blob_damaged", "这幅图片不在工作文件里，没有画出。其他内容没有改动。")


@dataclass(frozen=True, slots=True)
class Pictures:
    """Facts of pictures by blob, and where their bytes are found."""

    facts: Mapping[str, PictureInfo] = field(default_factory=lambda: MappingProxyType({}))
    bytes_of: PictureBytes = _nowhere


NO_PICTURES = Pictures()


def pictures_for(documents: Iterable[Document], bytes_of: PictureBytes) -> Pictures:
    """Read what is known of every picture in some texts; each is decoded once, ever."""

    def found(blob: str) -> bytes:
        try:
            return bytes_of(blob)
        except WorldError as error:
            # It was there when it was read; the next layout must look anew.
            _known.pop(blob, None)
            raise WorldError(
                "picture_lost",
                "有一幅图片在工作文件里丢失或损坏了，文件没有写成，文字没有改动。"
                "再做一次，版面会在原处留出位置并注明；也可从备份恢复工作文件。",
            ) from error

    facts = {blob: _fact(blob, bytes_of) for blob in pictures_of(documents)}
    return Pictures(facts, found)


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture that was taken into the office file; ``reduced``: it was too large."""

    blob: str
    reduced: bool = False


def keep_picture(office: Office, path: Path) -> KeptPicture:
    """Take a picture file into the office file, as pictures of reports are taken.

    Like a draft this is no act: it counts only once a saved text shows it. UserError
    ``bad_picture`` if nothing can be drawn of it, and as for a report if it can't be read.
    """
    from xinxi_desktop.importers.files import read_bytes
    from xinxi_desktop.importers.pictures import is_drawing, take_picture

    data = read_bytes(path, path.name)
    taken = take_picture(data)
    fault = "是矢量图，程序画不出" if is_drawing(data) else taken.info.fault
    if fault:
        raise UserError(
            "bad_picture",
            f"“{path.name}”没有收入：{fault}。稿件没有改动。请换一张 PNG 或 JPEG 图片。",
        )
    return KeptPicture(office.file.write(None, lambda tx: tx.put_blob(taken.data)), taken.reduced)


def picture_bytes(office: Office, blob: str) -> bytes:
    """Give the bytes of a picture of the open file; WorldError if they are missing or changed."""
    return office.file.blob(blob)


def _fact(blob: str, bytes_of: PictureBytes) -> PictureInfo:
    found = _known.get(blob)
    if found is None:
        from xinxi_desktop.importers.pictures import read_picture

        try:
            data = bytes_of(blob)
        except WorldError:
            return PictureInfo(fault=ABSENT)
        found = _known[blob] = read_picture(data)
    return found
