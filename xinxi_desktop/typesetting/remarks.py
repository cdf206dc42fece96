"""What has to be said of the pictures on the pages: too coarse for print, or not drawn."""

from __future__ import annotations

from collections.abc import Iterator

from xinxi_desktop.domain.pictures import LEAST_DPI, PictureRemark
from xinxi_desktop.typesetting.pictures import ReadyPicture
from xinxi_desktop.typesetting.place import Placement, Ready
from xinxi_desktop.typesetting.prepare import ReadyParagraph
from xinxi_desktop.typesetting.styles import Geometry


def picture_remarks(placement: Placement, page: Geometry) -> Iterator[PictureRemark]:
    """Name the pictures that will look rough in print, and those that are not drawn."""
    for slot in placement.slots:
        item = placement.ready[slot.source]
        y = (page.top + slot.y) / 20
        if isinstance(item, ReadyPicture):
            picture, dpi = item.picture, round(item.picture.info.width * 1440 / item.width)
            if dpi < LEAST_DPI:
                yield PictureRemark(
                    picture.item, picture.article, slot.page, y, picture.caption, dpi=dpi
                )
        elif isinstance(item, ReadyParagraph) and item.paragraph.frame:
            below = placement.ready[slot.source + 1 : slot.source + 2]
            paragraph = item.paragraph
            yield PictureRemark(
                paragraph.item, paragraph.article, slot.page, y,
                "".join(map(_caption, below)), fault=paragraph.text,
            )  # fmt: skip


def _caption(item: Ready) -> str:
    told = isinstance(item, ReadyParagraph) and item.paragraph.kind == "caption"
    return item.paragraph.text if told and isinstance(item, ReadyParagraph) else ""
