"""Pictures in Word: in the line, as wide as on our page, with words for those who can't see."""

from __future__ import annotations

from xinxi_desktop.domain.flow import PlacedPicture
from xinxi_desktop.exporters.word_runs import RunWriter, own_room
from xinxi_desktop.exporters.wordml import element, paragraph, printable, quoteattr, switch

_EMU = 635
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
    f' xmlns:pic="{_DRAWING}/picture"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def picture_paragraph(placed: PlacedPicture, writer: RunWriter) -> str:
    """Write the paragraph that holds a picture."""
    style = placed.picture.style
    base = writer.sheet.use(style)
    properties = element("pStyle", val=writer.sheet.style_id(style))
    if style.keep_next != base.keep_next:
        properties += switch("keepNext", style.keep_next)
    if placed.new_page:
        properties += switch("pageBreakBefore", True)
    properties += own_room(base.before, placed.before, placed.after)
    return paragraph(element("r", _drawing(placed, writer)), properties)


def _drawing(placed: PlacedPicture, writer: RunWriter) -> str:
    number = writer.add_picture(placed)
    size = f'cx="{placed.width * _EMU}" cy="{placed.height * _EMU}"'
    words = quoteattr(printable(placed.picture.caption) or "图片")
    name = f'id="{number}" name="图片 {number}" descr={words}'
    picture = (
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{writer.picture_key(number)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" {_NAMESPACES}>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {name}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture">{picture}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
