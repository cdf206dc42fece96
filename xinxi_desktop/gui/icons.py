"""Icons from resources/icons (lucide, ISC), tinted with the colours of the theme."""

from __future__ import annotations

import gc
from functools import cache
from math import ceil

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from shiboken6 import isValid

from xinxi_desktop.assets import asset
from xinxi_desktop.gui.tokens import Tokens, tokens_of

_NAME, _ROLE = "icon_name", "icon_role"
_SIZE_PER_TEXT = 18 / 14


def icon_size(text_size: int) -> int:
    """The side of an icon in pixels beside text of ``text_size``: 18 for 14."""
    return round(text_size * _SIZE_PER_TEXT)


def make_icon(name: str, tokens: Tokens, role: str, size: int) -> QIcon:
    """The icon ``name`` in the colour of ``role``; greyed by itself when disabled."""
    icon = QIcon()
    # Drawn for the sharpest screen there is; more pictures than needed cost the start.
    for ratio in {1, ceil(_sharpest())}:
        drawn = draw(name, getattr(tokens, role), size, ratio)
        icon.addPixmap(drawn)
        icon.addPixmap(_recoloured(drawn, tokens.colour("disabled")), QIcon.Mode.Disabled)
    return icon


def _recoloured(drawn: QPixmap, colour: QColor) -> QPixmap:
    """The same picture in another colour, without drawing it anew."""
    pixmap = QPixmap(drawn)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setBackground(colour)
    painter.eraseRect(QRect(QPoint(), pixmap.size()))
    painter.end()
    return pixmap


def _sharpest() -> float:
    """The pixel ratio of the sharpest screen that is connected."""
    return max(screen.devicePixelRatio() for screen in QApplication.screens())


def draw(name: str, colour: str, size: int, ratio: float = 1) -> QPixmap:
    """One icon as a picture of ``size`` logical pixels."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def put_icon(widget: QAbstractButton | QLabel, name: str, role: str = "secondary") -> None:
    """Show an icon on a button or label; ``retint`` repeats it when the theme changes."""
    widget.setProperty(_NAME, name)
    widget.setProperty(_ROLE, role)
    _tint(widget)


def retint(app: QApplication) -> None:
    """Draw every shown icon again in the colours that the application has now."""
    for widget in _every_widget(app):
        known = isValid(widget) and widget.property(_NAME)
        if known and isinstance(widget, QAbstractButton | QLabel):
            _tint(widget)


def _every_widget(app: QApplication) -> list[QWidget]:
    """List all widgets; a collection of a closed window's remains halfway would crash Qt."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return app.allWidgets()
    finally:
        if collecting:
            gc.enable()


def _tint(widget: QAbstractButton | QLabel) -> None:
    name, role = str(widget.property(_NAME)), str(widget.property(_ROLE))
    tokens, size = tokens_of(QApplication.palette()), icon_size(text_size())
    if isinstance(widget, QLabel):
        ratio = widget.devicePixelRatioF()
        widget.setPixmap(draw(name, getattr(tokens, role), size, ratio))
    else:
        widget.setIcon(make_icon(name, tokens, role, size))
        widget.setIconSize(QSize(size, size))


def text_size() -> int:
    """The font size of the whole program in pixels, as the theme set it."""
    return QApplication.font().pixelSize()


@cache
def _source(name: str) -> str:
    return asset("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
