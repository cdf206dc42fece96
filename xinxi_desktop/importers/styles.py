"""Word styles, as far as reading needs them: numbering, outline level, hidden, title look."""

from __future__ import annotations

from dataclasses import dataclass

from xinxi_desktop.importers.ooxml import Element, attribute, child, flag, name, value

_MAX_DEPTH = 20
"""Styles may be based on each other in a ring in a damaged file."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself; None or empty where it says nothing."""

    name: str = ""
    based_on: str = ""
    number: str = ""
    level: str = ""
    outline: str = ""
    hidden: bool | None = None
    alignment: str = ""
    size: str = ""


class Styles:
    """The styles of a document by id, with inheritance."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles part; a document without one has none."""
        self._styles: dict[str, Style] = {}
        self.default = ""
        for element in root if root is not None else ():
            if name(element) == "w:style":
                self._add(element)

    def chain(self, style_id: str) -> list[Style]:
        """Give a style and those it is based on, nearest first."""
        found: list[Style] = []
        while style_id in self._styles and len(found) < _MAX_DEPTH:
            found.append(self._styles[style_id])
            style_id = found[-1].based_on
        return found

    def first(self, style_id: str, field: str) -> str:
        """Give the nearest non-empty value of a field along the chain."""
        values = (str(getattr(style, field)) for style in self.chain(style_id))
        return next((text for text in values if text), "")

    def hidden(self, style_id: str) -> bool:
        """Tell whether a style hides its text."""
        said = (style.hidden for style in self.chain(style_id))
        return next((hidden for hidden in said if hidden is not None), False)

    def is_title(self, style_id: str) -> bool:
        """Tell whether a style is Word's “Title” (标题, not 标题 1)."""
        return self.first(style_id, "name").lower() in ("title", "标题")

    def is_caption(self, style_id: str) -> bool:
        """Tell whether a style is Word's “Caption” (题注)."""
        return self.first(style_id, "name").lower() in ("caption", "题注")

    def is_contents(self, style_id: str) -> bool:
        """Tell whether a style is a line of a table of contents."""
        names = (style.name.lower() for style in self.chain(style_id))
        return any(text.startswith(("toc ", "目录 ")) for text in names)

    def _add(self, element: Element) -> None:
        style_id = attribute(element, "styleId")
        if attribute(element, "default") in ("1", "true") and (
            attribute(element, "type") == "paragraph"
        ):
            self.default = style_id
        paragraph = child(element, "w:pPr")
        numbering = None if paragraph is None else child(paragraph, "w:numPr")
        run = child(element, "w:rPr")
        self._styles[style_id] = Style(
            name=value(element, "w:name"),
            based_on=value(element, "w:basedOn"),
            number="" if numbering is None else value(numbering, "w:numId"),
            level="" if numbering is None else value(numbering, "w:ilvl"),
            outline="" if paragraph is None else value(paragraph, "w:outlineLvl"),
            hidden=None if run is None else flag(run, "w:vanish"),
            alignment="" if paragraph is None else value(paragraph, "w:jc"),
            size="" if run is None else value(run, "w:sz"),
        )
