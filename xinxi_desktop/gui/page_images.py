"""The pictures of pages, decoded no larger than they are drawn, and kept while they are needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from xinxi_desktop.domain.page import Image, Page
from xinxi_desktop.domain.pictures import MOST_DPI
from xinxi_desktop.errors import XinxiError

PictureBytes = Callable[[str], bytes]

AHEAD = 2.0
"""Pixels a point that are decoded beside the window: a sheet as wide as the preview of a
full-HD screen. What is drawn larger is decoded when it is drawn."""

_MOST_SCALE = MOST_DPI / 72
_ENOUGH = 0.9
"""A decoded picture this little too small is drawn as it is."""
_KEPT_PIXELS = 40_000_000


@dataclass(frozen=True)
class _Kept:
    """A decoded picture, null if it can't be read; ``whole``: with every pixel of its file."""

    image: QImage
    whole: bool


class PageImages:
    """Decodes pictures by blob. ``prepare`` may run beside the window; the rest belongs to it."""

    def __init__(self, bytes_of: PictureBytes) -> None:
        """Take the bytes from ``bytes_of``; XinxiError there means that there are none."""
        self._bytes_of = bytes_of
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    def prepare(self, pages: Iterable[Page], scale: float = AHEAD) -> None:
        """Decode every picture of some pages ahead, at ``scale`` pixels a point."""
        for page in pages:
            for image in page.images:
                self.image(image, scale)

    def image(self, image: Image, scale: float) -> QImage:
        """Give a picture of at least ``scale`` pixels a point, or all it has; null if broken."""
        scale = min(scale, _MOST_SCALE)
        wanted = QSize(max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        found = self._kept.pop(image.blob, None)
        if not (found and (found.whole or found.image.width() >= wanted.width() * _ENOUGH)):
            found = self._decoded(image.blob, wanted)
        self._kept[image.blob] = found
        self._forget_some()
        return found.image

    def _decoded(self, blob: str, wanted: QSize) -> _Kept:
        try:
            return _decoded(self._bytes_of(blob), wanted)
        except XinxiError:
            return _Kept(QImage(), whole=True)

    def _forget_some(self) -> None:
        while len(self._kept) > 1 and _pixels(list(self._kept.values())) > _KEPT_PIXELS:
            self._kept.popitem(last=False)


def thumbnail(data: bytes, most: QSize) -> QImage:
    """Decode a picture to fit into ``most`` pixels; a null image if it can't be read."""
    return _decoded(data, most).image


def _decoded(data: bytes, most: QSize) -> _Kept:
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    own = reader.size()
    whole = not own.isValid() or (own.width() <= most.width() and own.height() <= most.height())
    if not whole:
        reader.setScaledSize(own.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return _Kept(image, whole or image.isNull())


def _pixels(kept: Iterable[_Kept]) -> int:
    return sum(each.image.width() * each.image.height() for each in kept)
