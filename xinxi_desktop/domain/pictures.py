"""What is known of a picture without drawing it, and what is said of one set too coarse.

Its bytes are a blob; typesetting needs only its size in pixels (architecture.md, typesetting).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BROKEN = "图片损坏"
TOO_LARGE = "图片太大"
ABSENT = "图片缺失"
LEAST_DPI = 200
"""Coarser than this a picture looks rough in print."""
MOST_DPI = 300
"""Finer than this is seen by nobody and only makes files large."""

_CAPTION = re.compile(
    r"(?:图|图片|照片|附图)\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})"
    r"(?:\s*[-—－–.．]\s*[0-9]{1,3})?(?:[\s\u3000:：.．、]|$)"
)
_LONGEST_CAPTION = 60
_SENTENCE_ENDS = ("。", "；", ";", "：", ":", "，", ",")


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """Size in pixels and the file's own resolution (0 unknown); ``fault``: why none is drawn."""

    width: int = 0
    height: int = 0
    dpi: float = 0.0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class PictureRemark:
    """A picture that will look rough (``dpi`` as set) or is not drawn at all (``fault``).

    ``item`` is the position of the bulletin item, ``article`` its id, ``page`` counts from 1,
    ``y`` is the picture's upper edge in points.
    """

    item: int
    article: int
    page: int
    y: float
    caption: str
    dpi: int = 0
    fault: str = ""

    @property
    def sentence(self) -> str:
        """Say it in a sentence, with what can be done."""
        what = f"图片“{self.caption}”" if self.caption else "图片"
        if self.fault:
            return f"{what}没有印出：{self.fault}。请核对原件，换上好的图片。"
        return f"{what}只有 {self.dpi} 点/英寸，印出来会模糊。请换更清晰的图片，或把宽度改小。"


def is_caption(line: str) -> bool:
    """Tell whether a line names the picture beside it: “图1 冷库分布”, no sentence."""
    text = line.strip()
    if len(text) > _LONGEST_CAPTION or text.endswith(_SENTENCE_ENDS):
        return False
    return bool(_CAPTION.match(text))
