"""The pictures of one Word file made into blocks, their bytes kept apart by their hash."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from xinxi_desktop.domain.document import Paragraph, Picture
from xinxi_desktop.domain.pictures import ABSENT
from xinxi_desktop.importers.docx_lines import Figure
from xinxi_desktop.importers.package import Package
from xinxi_desktop.importers.pictures import Shown, is_drawing, take_picture

_DRAWING = "矢量图（EMF、WMF）"
_SENTENCES = {
    _DRAWING: "含矢量图（EMF、WMF）{}幅，程序画不出，已在原处写“〔图〕”，请从原件另存为图片",
    "reduced": "图片{}幅过大，已按印刷够用的大小缩小收入，原件保留原图",
    "moved": "表格中的图片{}幅已移到表格下面，请核对位置",
}
_FAULT = "{}{}幅，已在原处留出位置并注明，请看原件"


@dataclass(slots=True)
class PictureTaker:
    """Takes the pictures of a package as they come; ``pictures`` are bytes by SHA-256."""

    package: Package
    pictures: dict[str, bytes] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, figure: Figure, block_id: str, caption: str) -> Picture | Paragraph:
        """Make the block of a picture; a drawing of lines leaves its place in words."""
        data = self.package.related_bytes(figure.relation)
        if data is None:
            self.counts[ABSENT] += 1
            return Picture(block_id, "", caption, figure.width)
        if is_drawing(data):
            self.counts[_DRAWING] += 1
            return Paragraph(block_id, f"〔图：{caption or '见原件'}〕")
        taken = take_picture(data, Shown(figure.crop, figure.quarters, figure.flipped))
        self.counts["taken"] += not taken.info.fault
        self.counts["reduced"] += taken.reduced
        if taken.info.fault:
            self.counts[taken.info.fault] += 1
        key = hashlib.sha256(taken.data).hexdigest()
        self.pictures[key] = taken.data
        return Picture(block_id, key, caption, figure.width)

    def notes(self) -> tuple[str, ...]:
        """Say how many pictures came into the text."""
        taken = self.counts["taken"]
        return (f"含图片{taken}幅，已收入正文",) if taken else ()

    def doubts(self) -> tuple[str, ...]:
        """Say what a person should look at."""
        return tuple(
            _SENTENCES.get(key, _FAULT.format(key, "{}")).format(count)
            for key, count in self.counts.items()
            if count and key != "taken"
        )
