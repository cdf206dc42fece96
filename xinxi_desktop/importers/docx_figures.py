"""How a Word file shows one picture: which part, how wide, cut and turned how."""

from __future__ import annotations

import re

from xinxi_desktop.importers.docx_lines import Figure
from xinxi_desktop.importers.ooxml import Element, attribute, child, name

_EMU_PER_TWIP = 635
_FULL_CROP = 100_000
_QUARTER = 5_400_000
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([0-9.]+)\s*(pt|in|mm|cm|px)?")
_TWIPS = {"pt": 20.0, "in": 1440.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4, "px": 15.0}
_WIDEST = 32_000


def figure_of(element: Element) -> Figure:
    """Read a ``pic:pic`` or ``v:imagedata`` element."""
    if name(element) == "v:imagedata":
        parent = element.getparent()
        style = "" if parent is None else attribute(parent, "style")
        return Figure(attribute(element, "id"), _styled_width(style))
    fill, shape = child(element, "pic:blipFill"), child(element, "pic:spPr")
    blip = None if fill is None else child(fill, "a:blip")
    cut = None if fill is None else child(fill, "a:srcRect")
    turn = None if shape is None else child(shape, "a:xfrm")
    size = None if turn is None else child(turn, "a:ext")
    quarters = 0 if turn is None else round(_number(turn, "rot") / _QUARTER) % 4
    side = "cy" if quarters % 2 else "cx"
    width = 0 if size is None else round(_number(size, side) / _EMU_PER_TWIP)
    shares = [0.0 if cut is None else _number(cut, each) / _FULL_CROP for each in "ltrb"]
    return Figure(
        "" if blip is None else attribute(blip, "embed"),
        min(max(width, 0), _WIDEST),
        (shares[0], shares[1], shares[2], shares[3]),
        quarters,
        turn is not None and attribute(turn, "flipH") in ("1", "true"),
    )


def _number(element: Element, wanted: str) -> float:
    try:
        return float(attribute(element, wanted) or 0)
    except ValueError:
        return 0.0


def _styled_width(style: str) -> int:
    found = _WIDTH.search(style)
    if not found:
        return 0
    try:
        return min(round(float(found[1]) * _TWIPS[found[2] or "px"]), _WIDEST)
    except ValueError:
        return 0
