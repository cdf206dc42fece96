"""Shows a help page: Markdown with pictures from resources/help that fit the window."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from xinxi_desktop.assets import asset_root

_EDGE = 24
_WIDEST = 760
_SPARE = 8
_LINE_HEIGHT = 150
_PICTURE = "\ufffc"
_SETTLE_MILLISECONDS = 120


class HelpText(QTextBrowser):
    """One page. Links lead to other pages, never out of the program.

    Signals:
        asked: the name of a page that a link leads to.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setAccessibleName("说明")
        self.setOpenLinks(False)
        self.setObjectName("reading")
        self.document().setDocumentMargin(_EDGE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._text = ""
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._again)

    def show_page(self, text: str, word: str = "") -> None:
        """Show a page from its top, or from the first place of ``word``."""
        self._text = text
        self._render()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if word and self.find(word):
            self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give a picture of the help's own folder, no wider than the text."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        address = name if isinstance(name, str) else name.path()
        path = asset_root() / "resources" / "help" / PurePosixPath(address).name
        picture = QImage(str(path))
        room = min(self.viewport().width() - 2 * _EDGE - _SPARE, _WIDEST)
        if picture.isNull() or picture.width() <= room:
            return picture
        ratio = self.devicePixelRatioF()
        mode = Qt.TransformationMode.SmoothTransformation
        scaled = picture.scaledToWidth(min(picture.width(), round(room * ratio)), mode)
        scaled.setDevicePixelRatio(scaled.width() / room)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures anew once the window has its size."""
        super().resizeEvent(event)
        if self._text:
            self._settle.start()

    def _again(self) -> None:
        place = self.verticalScrollBar().value()
        self._render()
        self.verticalScrollBar().setValue(place)

    def _render(self) -> None:
        self.document().clear()
        self.setMarkdown(self._text)
        format_ = QTextBlockFormat()
        format_.setLineHeight(
            _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        block = self.document().begin()
        while block.isValid():
            # A line as high as a picture needs no more room.
            if block.text() != _PICTURE:
                QTextCursor(block).mergeBlockFormat(format_)
            block = block.next()

    def _follow(self, link: QUrl) -> None:
        self.asked.emit(link.path())
