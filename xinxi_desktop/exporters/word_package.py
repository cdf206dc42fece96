"""The Word file as a package: the only user of python-docx on the way out.

The bytes depend on nothing but what is put in: no dates, no names, fixed order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xinxi_desktop.exporters.wordml import NAMESPACE, printable

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_UNWANTED = ("/theme", "/thumbnail", "/customXml", "/fontTable", "/webSettings",
             "/stylesWithEffects", "/extended-properties", "/numbering")  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordSection:
    """Body content with the properties of its page; footers and header are paragraphs.

    ``first`` are header and footer of its first page, where that has its own.
    """

    body: tuple[str, ...]
    properties: str
    footer_odd: str
    footer_even: str
    header: str = ""
    first: tuple[str, str] = ("", "")


def write_package(
    sections: tuple[WordSection, ...],
    styles: str,
    settings: str,
    title: str,
    pictures: Mapping[str, tuple[bytes, str]] = MappingProxyType({}),
) -> bytes:
    """Write the package; sections, styles and settings are WordprocessingML.

    ``pictures`` are bytes and format by the key that stands for them in the sections.
    """
    from docx import Document

    document = Document()
    drop_relations(document, _UNWANTED)
    _fill(document.styles.element, styles)
    _fill(document.settings.element, settings)
    make_anonymous(document, title)
    relations = {key: _add_picture(document, *each) for key, each in pictures.items()}
    for number, section in enumerate(sections):
        if number:
            document.add_section()
            _join_section_mark(document)
        _append(document, section.body, relations)
        _set_section(document.sections[-1], section)
    stream = BytesIO()
    document.save(stream)
    return with_fixed_dates(stream.getvalue())


def _parse(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml.replace(">", f' xmlns:w="{NAMESPACE}">', 1)
                     if not xml.split(">", 1)[0].endswith("/")
                     else xml.replace("/>", f' xmlns:w="{NAMESPACE}"/>', 1))  # fmt: skip


def _children(xml: str) -> list[Any]:
    return list(_parse(f"<w:body>{xml}</w:body>"))


def _fill(parent: Any, xml: str) -> None:
    for child in list(parent):
        parent.remove(child)
    for child in _children(xml):
        parent.append(child)


def _add_picture(document: Any, data: bytes, format_: str) -> str:
    """Add an image part, the same bytes once, and give its relationship's id.

    python-docx's own way refuses a JPEG without the usual head, which is as good as any.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.image import ImagePart

    name = PackURI(f"/word/media/{sha256(data).hexdigest()[:16]}.{format_}")
    for relation in document.part.rels.values():
        if not relation.is_external and relation.target_part.partname == name:
            return str(relation.rId)
    part = ImagePart(name, f"image/{format_}", data)
    return str(document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE))


def _append(document: Any, body: tuple[str, ...], relations: Mapping[str, str]) -> None:
    last = document.element.body.sectPr
    xml = "".join(body)
    for key, relation in relations.items():
        xml = xml.replace(f'"{key}"', f'"{relation}"')
    for child in _children(xml):
        # lxml's time to move an element grows with the square of what is in it (a table of
        # 10,000 rows took minutes), so that its parts move one by one.
        parts = list(child)
        for part in parts:
            child.remove(part)
        last.addprevious(child)
        child.extend(parts)


def _join_section_mark(document: Any) -> None:
    """Move the section's end from its own empty paragraph into the last real one."""
    mark = document.element.body.sectPr.getprevious()
    before = mark.getprevious()
    if before is not None and before.tag == mark.tag:
        before.get_or_add_pPr().append(mark.pPr.sectPr)
        mark.getparent().remove(mark)


def _set_section(section: Any, content: WordSection) -> None:
    section.footer.is_linked_to_previous = False
    section.even_page_footer.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    section.even_page_header.is_linked_to_previous = False
    parts = [
        (section.footer, content.footer_odd),
        (section.even_page_footer, content.footer_even),
        (section.header, content.header),
        (section.even_page_header, content.header),
    ]
    if any(content.first):
        section.first_page_header.is_linked_to_previous = False
        section.first_page_footer.is_linked_to_previous = False
        parts += zip((section.first_page_header, section.first_page_footer), content.first,
                     strict=True)  # fmt: skip
    for part, xml in parts:
        _fill(part._element, xml)
    properties = section._sectPr
    for child in list(properties):
        if not child.tag.endswith("Reference"):
            properties.remove(child)
    for child in _children(content.properties):
        properties.append(child)


def drop_relations(document: Any, kinds: tuple[str, ...]) -> None:
    """Take out the parts whose relationship ends like one of these kinds."""
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.endswith(kinds):
                del holder.rels[key]


def make_anonymous(document: Any, title: str) -> None:
    """Leave nothing but the title in the core properties (practice.md §1.6)."""
    properties = document.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = printable(title)[:255]


def with_fixed_dates(data: bytes) -> bytes:
    """Write a package anew with the same date for every part, so that the bytes tell no time."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _FIXED_DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return stream.getvalue()
