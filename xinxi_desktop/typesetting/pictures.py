"""How large a picture is set: as wide as its writer wished, never beyond the type area."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xinxi_desktop.domain.flow import FlowPicture
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.typesetting.styles import Geometry

_SCREEN_DPI = 96
"""What a file without a resolution of its own was drawn for."""
_LEAST_ROOM = 240
"""Least room above and below a picture together."""
_GAP = 60
_CAPTION_ROWS = 3
"""Rows kept free below the tallest picture for its caption."""


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture with its size; ``height`` is that of its line in Word. All twips.

    ``before`` stands above it, ``gap`` between it and its caption, ``after`` below both: together
    they bring the text that follows back to the grid.
    """

    picture: FlowPicture
    width: int
    drawn: int
    height: int
    before: int
    gap: int
    after: int


def prepare_picture(picture: FlowPicture, page: Geometry, fonts: FontSet) -> ReadyPicture:
    """Give a picture its size on the page."""
    width, drawn = _size(picture, page)
    face = fonts.primary(picture.style.role)
    height = drawn + round(face.descent * picture.style.size / face.units_per_em)
    spare = -(height + _LEAST_ROOM) % page.pitch + _LEAST_ROOM
    gap = _GAP if picture.style.keep_next else 0
    below = (spare - gap) // 2
    return ReadyPicture(picture, width, drawn, height, spare - gap - below, gap, below)


def at_page_top(ready: ReadyPicture, page: Geometry) -> ReadyPicture:
    """Give the picture as it stands at the top of a page, where the room above falls away.

    The text below is on the grid again: off it by some twips, a page's last line is the office's
    guess.
    """
    least = _LEAST_ROOM // 2
    after = -(ready.height + ready.gap + least) % page.pitch + least
    return replace(ready, before=0, after=after)


def _size(picture: FlowPicture, page: Geometry) -> tuple[int, int]:
    info = picture.info
    dpi = info.dpi if info.dpi >= _SCREEN_DPI / 2 else _SCREEN_DPI
    wanted = picture.width or info.width * 1440 / dpi
    tallest = page.grid_height - _LEAST_ROOM - _CAPTION_ROWS * page.pitch
    width = min(wanted, page.area_width, tallest * info.width / info.height)
    return max(1, int(width)), max(1, int(width * info.height / info.width))
