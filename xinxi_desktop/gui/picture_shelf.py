"""Small pictures for texts on screen: read and decoded beside the window, each once."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control

LARGEST = QSize(480, 320)
"""Pixels a picture is decoded to at most: twice what is shown, for sharp screens."""
_KEPT = 60


class PictureShelf(QObject):
    """Gives a picture at once or later.

    Signals:
        arrived: a picture that was asked for is there now.
    """

    arrived = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the pictures from the desk's open file."""
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()

    def get(self, blob: str) -> QImage | None:
        """Give a picture, None while it is being read; a null image if it can't be read."""
        found = self._kept.get(blob)
        if found is None and blob not in self._asked:
            self._asked.add(blob)
            office = self._desk.office

            def work(_control: Control) -> QImage:
                from xinxi_desktop.gui.page_images import thumbnail
                from xinxi_desktop.services.pictures import picture_bytes

                try:
                    return thumbnail(picture_bytes(office, blob), LARGEST)
                except XinxiError:
                    return QImage()

            self._desk.jobs.run(work, partial(self._keep, blob))
        return found

    def _keep(self, blob: str, image: QImage) -> None:
        self._asked.discard(blob)
        self._kept[blob] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()
