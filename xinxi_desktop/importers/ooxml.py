"""Reading XML parts safely and naming their elements shortly, in both OOXML dialects."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

Element = etree._Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}


class DamagedXmlError(Exception):
    """The part is not well-formed XML."""


class ForbiddenXmlError(Exception):
    """The part declares a DTD."""


def parse(data: bytes) -> Element:
    """Parse a part, resolving nothing; DamagedXmlError, or ForbiddenXmlError for a DTD."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedXmlError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForbiddenXmlError
    return root


def name(element: Element) -> str:
    """Give an element's name with a fixed short prefix (``w:p``); unknown namespaces have none."""
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


def attribute(element: Element, wanted: str) -> str:
    """Give an attribute by its local name, whatever its namespace; empty when absent."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == wanted:
            return str(value)
    return ""


def child(element: Element, wanted: str) -> Element | None:
    """Give the first child of that short name."""
    return next((item for item in element if name(item) == wanted), None)


def value(element: Element, wanted: str) -> str:
    """Give the ``w:val`` of the first child of that short name; empty when there is none."""
    found = child(element, wanted)
    return "" if found is None else attribute(found, "val")


def flag(element: Element, wanted: str) -> bool | None:
    """Read an on/off property: None when absent, off for ``0``, ``false``, ``off``."""
    found = child(element, wanted)
    if found is None:
        return None
    return attribute(found, "val").lower() not in ("0", "false", "off")


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag.lstrip("{").rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else local
