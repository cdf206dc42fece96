"""The Word file as a package: the only user of python-docx on the way out.

The bytes depend on nothing but what is put in: no dates, no names, fixed order.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xinxi_desktop.exporters.wordml import NAMESPACE, printable

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_UNWANTED = ("/theme", "/thumbnail", "/customXml", "/fontTable", "/webSettings",
             "/stylesWithEffects", "/extended-properties", "/numbering")  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordSection:
    """Body content with the properties of its page; footers and header are paragraphs."""

    body: tuple[str, ...]
    properties: str
    footer_odd: str
    footer_even: str
    header: str = ""


def write_package(
    sections: tuple[WordSection, ...], styles: str, settings: str, title: str
) -> bytes:
    """Write the package; all arguments but ``title`` are WordprocessingML."""
    from docx import Document

    document = Document()
    _drop_unwanted(document)
    _fill(document.styles.element, styles)
    _fill(document.settings.element, settings)
    _anonymous(document, title)
    for number, section in enumerate(sections):
        if number:
            document.add_section()
            _join_section_mark(document)
        _append(document, section.body)
        _set_section(document.sections[-1], section)
    stream = BytesIO()
    document.save(stream)
    return _with_fixed_dates(stream.getvalue())


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


def _append(document: Any, body: tuple[str, ...]) -> None:
    last = document.element.body.sectPr
    for child in _children("".join(body)):
        last.addprevious(child)


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
    parts = (
        (section.footer, content.footer_odd),
        (section.even_page_footer, content.footer_even),
        (section.header, content.header),
        (section.even_page_header, content.header),
    )
    for part, xml in parts:
        _fill(part._element, xml)
    properties = section._sectPr
    for child in list(properties):
        if not child.tag.endswith("Reference"):
            properties.remove(child)
    for child in _children(content.properties):
        properties.append(child)


def _drop_unwanted(document: Any) -> None:
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.endswith(_UNWANTED):
                del holder.rels[key]


def _anonymous(document: Any, title: str) -> None:
    """Leave nothing but the title in the core properties (practice.md §1.6)."""
    properties = document.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = printable(title)[:255]


def _with_fixed_dates(data: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _FIXED_DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return stream.getvalue()
