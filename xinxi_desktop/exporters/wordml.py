"""WordprocessingML as text: elements, attributes, runs and paragraphs in schema order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape as _escape

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def escape(value: str) -> str:
    """Write text as XML; the standard library's own way would load half of urllib."""
    return _escape(value, quote=False)


def quoteattr(value: str) -> str:
    """Write an attribute's value with its quotes."""
    return f'"{_escape(value)}"'


_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_PARTS = re.compile("([\t\n])")
_SPECIAL = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def element(name: str, content: str = "", /, **attributes: str | int) -> str:
    """Write one element; attribute names lose nothing but their ``w:`` here."""
    written = attributes_text(attributes)
    return f"<w:{name}{written}>{content}</w:{name}>" if content else f"<w:{name}{written}/>"


def attributes_text(attributes: Mapping[str, str | int]) -> str:
    """Write attributes in the order given."""
    return "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())


def switch(name: str, on: bool) -> str:
    """Write an on/off property, always explicit."""
    return element(name, val=int(on))


def printable(value: str) -> str:
    """Leave out the characters that no XML file may hold."""
    return _FORBIDDEN.sub("", value)


def text(value: str) -> str:
    """Write text inside a run: tabs and line feeds become elements, control signs are left out."""
    parts = _PARTS.split(printable(value))
    return "".join(
        _SPECIAL.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in parts
        if part
    )


def run(content: str, properties: str = "") -> str:
    """Write a run of ready-made content."""
    inner = element("rPr", properties) if properties else ""
    return element("r", inner + content) if content else ""


def paragraph(content: str, properties: str = "") -> str:
    """Write a paragraph."""
    return element("p", (element("pPr", properties) if properties else "") + content)


def field(instruction: str, shown: str, properties: str = "") -> str:
    """Write a field with the result it had when the file was written."""
    inner = element("rPr", properties) if properties else ""
    mark = [element("r", inner + element("fldChar", fldCharType=kind))
            for kind in ("begin", "separate", "end")]  # fmt: skip
    code = element(
        "r", f'{inner}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    )
    return mark[0] + code + mark[1] + run(text(shown), properties) + mark[2]


def bookmark(content: str, name: str, number: int) -> str:
    """Put a bookmark around ready-made content."""
    start = element("bookmarkStart", id=number, name=name)
    return start + content + element("bookmarkEnd", id=number)


def tab_stop(position: int, leader: bool = False) -> str:
    """Write one right tab stop, ``position`` twips from the margin."""
    extra = {"leader": "dot"} if leader else {}
    return element("tabs", element("tab", val="right", **extra, pos=position))
