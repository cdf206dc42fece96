"""The slanting word of a proof behind the text, as Word itself makes watermarks (VML)."""

from __future__ import annotations

from xinxi_desktop.domain.page import WATERMARK_ANGLE
from xinxi_desktop.exporters.wordml import element, printable, quoteattr

_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPE = "_x0000_t136"
"""The number of Word's own “plain text” drawing, which other programs know as well."""
_SHAPE_TYPE = (
    f'<v:shapetype id="{_TYPE}" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)


def slanting_word(word: str, family: str, size: float, colour: str) -> str:
    """Write the run that draws ``word``, each character ``size`` points, across the page."""
    place = (
        f"position:absolute;width:{size * len(word):g}pt;height:{size:g}pt;"
        f"rotation:{360 - WATERMARK_ANGLE:g};z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    font = quoteattr(f"font-family:'{family}';font-size:1pt")
    shape = (
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#{_TYPE}"'
        f' style="{place}" fillcolor="{colour}" stroked="f">'
        f"<v:textpath style={font} string={quoteattr(printable(word))}/></v:shape>"
    )
    return element("r", f"<w:pict {_NAMESPACES}>{_SHAPE_TYPE}{shape}</w:pict>")
