"""The styles of the Word file: the page's own styles, named as offices know them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from xinxi_desktop.domain.flow import Style
from xinxi_desktop.domain.fonts import Face, FontRole, FontSet
from xinxi_desktop.exporters.wordml import element, switch

_BUILT_IN = {
    "正文": ("Normal", "Normal"),
    "标题": ("Title", "Title"),
    **{f"标题 {level}": (f"Heading{level}", f"heading {level}") for level in range(1, 5)},
}
_RED = "FF3333"
SLIVER_STYLE, SLIVER = "Sliver", 20
"""The style of empty paragraphs of exact height, and the least height, in twips."""
_ROLE_NAMES = {role: f"{role.label}字" for role in FontRole}


@dataclass(slots=True)
class StyleSheet:
    """The styles in use; the first style seen under a name defines it."""

    fonts: FontSet
    styles: dict[str, Style] = field(default_factory=dict)
    roles: dict[FontRole, None] = field(default_factory=dict)
    faces: dict[str, None] = field(default_factory=dict)

    def use(self, style: Style) -> Style:
        """Register a paragraph style; give the definition its name stands for."""
        return self.styles.setdefault(style.name, style)

    def style_id(self, style: Style) -> str:
        """The id by which paragraphs refer to the style."""
        if style.name in _BUILT_IN:
            return _BUILT_IN[style.name][0]
        return f"Page{list(self.styles).index(style.name) + 1}"

    def role_id(self, role: FontRole) -> str:
        """The character style of a role other than the paragraph's."""
        self.roles.setdefault(role)
        return f"Role{role.value.title()}"

    def face_id(self, key: str) -> str:
        """The character style of one face, for characters the style's fonts do not draw."""
        self.faces.setdefault(key)
        return f"Face{list(self.faces).index(key) + 1}"

    def xml(self, body: Style) -> str:
        """Write the children of ``w:styles``; ``body`` gives the defaults."""
        self.use(body)
        written = [_defaults(body, self.fonts)]
        written.extend(_paragraph_style(self, style) for style in self.styles.values())
        written.append(_sliver_style())
        written.extend(_character_styles(self))
        return "".join(written)


def character_properties(role: FontRole, fonts: FontSet) -> str:
    """Name the fonts of a role: hanzi and Latin together, bold as the face is."""
    east, latin = fonts.primary(role), fonts.latin_for(role)
    names = {"ascii": latin.family, "hAnsi": latin.family, "eastAsia": east.family}
    return element("rFonts", **names, cs=latin.family) + switch("b", east.bold)


def face_properties(face: Face) -> str:
    """Name one face for every kind of character."""
    names = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), face.family)
    return element("rFonts", **names) + switch("b", face.bold)


def _defaults(body: Style, fonts: FontSet) -> str:
    run = element(
        "rPr",
        character_properties(body.role, fonts)
        + _size(body.size)
        + element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    return element(
        "docDefaults", element("rPrDefault", run) + element("pPrDefault", element("pPr"))
    )


def _size(twips: int) -> str:
    return element("sz", val=twips // 10) + element("szCs", val=twips // 10)


def _paragraph_style(sheet: StyleSheet, style: Style) -> str:
    style_id = sheet.style_id(style)
    name = _BUILT_IN.get(style.name, ("", style.name))[1]
    normal = style_id == "Normal"
    head = element("name", val=name)
    if not normal:
        head += element("basedOn", val="Normal") + element("next", val="Normal")
    attributes = {"default": 1} if normal else {}
    if style.name not in _BUILT_IN:
        attributes["customStyle"] = 1
    return element(
        "style",
        head
        + element("qFormat")
        + element("pPr", paragraph_properties(style))
        + element("rPr", run_properties(style, sheet.fonts)),
        type="paragraph",
        **attributes,
        styleId=style_id,
    )


def _sliver_style() -> str:
    properties = (
        switch("snapToGrid", False)
        + element("spacing", before=0, after=0, line=SLIVER, lineRule="exact")
        + element("ind", firstLineChars=0, firstLine=0)
    )
    return element(
        "style",
        element("name", val="间隔")
        + element("basedOn", val="Normal")
        + element("pPr", properties)
        + element("rPr", element("sz", val=2) + element("szCs", val=2)),
        type="paragraph",
        customStyle=1,
        styleId=SLIVER_STYLE,
    )


def paragraph_properties(style: Style) -> str:
    """Write a style's paragraph properties in schema order (word-parity.md §2)."""
    written = switch("keepNext", style.keep_next) + switch("keepLines", style.keep_lines)
    if style.new_page:
        written += switch("pageBreakBefore", True)
    written += switch("widowControl", False)
    for name, on in (
        ("kinsoku", True), ("wordWrap", True), ("overflowPunct", True), ("topLinePunct", False),
        ("autoSpaceDE", True), ("autoSpaceDN", True), ("snapToGrid", style.grid),
    ):  # fmt: skip
        written += switch(name, on)
    written += _spacing(style) + indent(style)
    written += element("jc", val={"justify": "both"}.get(style.align, style.align))
    return written + (element("outlineLvl", val=style.outline - 1) if style.outline else "")


def _spacing(style: Style) -> str:
    """Write line height and space before; grid lines take a row of the grid."""
    line, rule = (240, "auto") if style.grid or style.auto else (style.line, "exact")
    return element("spacing", before=style.before, after=0, line=line, lineRule=rule)


def indent(style: Style) -> str:
    """Write the indents in twips, and the first line also in characters for Word."""
    first = {"firstLineChars": round(100 * style.first / style.size), "firstLine": style.first}
    if style.first < 0:
        first = {"hangingChars": 0, "hanging": -style.first}
    return element("ind", leftChars=0, left=style.left, rightChars=0, right=style.right, **first)


def run_properties(style: Style, fonts: FontSet) -> str:
    """Write a style's run properties: fonts, colour, spacing, size."""
    written = character_properties(style.role, fonts)
    if style.red:
        written += element("color", val=_RED)
    return written + element("spacing", val=style.spacing) + _size(style.size)


def _character_styles(sheet: StyleSheet) -> Iterator[str]:
    for role in sheet.roles:
        properties = character_properties(role, sheet.fonts)
        yield _character_style(sheet.role_id(role), _ROLE_NAMES[role], properties)
    for number, key in enumerate(sheet.faces, 1):
        properties = face_properties(sheet.fonts.face(key))
        yield _character_style(sheet.face_id(key), f"补字 {number}", properties)


def _character_style(style_id: str, name: str, properties: str) -> str:
    return element(
        "style",
        element("name", val=name) + element("qFormat") + element("rPr", properties),
        type="character",
        customStyle=1,
        styleId=style_id,
    )
