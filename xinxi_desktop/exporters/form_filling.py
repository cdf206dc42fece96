"""Fills a form template: the only user of docxtpl.

What comes out tells nothing but the form: no author, no dates, no names of programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from xinxi_desktop.domain.forms import FormField
from xinxi_desktop.exporters.word_package import (
    drop_relations,
    make_anonymous,
    with_fixed_dates,
)
from xinxi_desktop.exporters.wordml import NAMESPACE

_PARAGRAPH, _TEXT, _TABLE, _ROW, _CELL = (
    f"{{{NAMESPACE}}}{name}" for name in ("p", "t", "tbl", "tr", "tc")
)
_TELLING = ("/extended-properties", "/custom-properties", "/thumbnail", "/customXml")
"""Relationships of parts that say who made the template, when and with what."""


def check_template(template: bytes, fields: Sequence[FormField]) -> None:
    """Read every tag of a template; TemplateFault says what is wrong and where."""
    from xinxi_desktop.exporters.form_language import TemplateFault, check_tags

    try:
        paragraphs = list(_paragraphs(template))
    except _damage() as error:
        raise TemplateFault("不是完好的 Word 文档（.docx）") from error
    check_tags(paragraphs, fields)


def fill_template(template: bytes, values: Mapping[str, Any], title: str) -> bytes:
    """Put values into a template; the same template and values always give the same bytes.

    TemplateFault if it goes beyond the form language or can't be put together.
    """
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    from xinxi_desktop.exporters.form_language import FormEnvironment, TemplateFault

    damage: tuple[type[Exception], ...] = (TemplateError, *_damage())
    form = DocxTemplate(BytesIO(template))
    try:
        # The properties of the file are templates to docxtpl as well.
        make_anonymous(form.get_docx(), "")
        form.render(dict(values), FormEnvironment())
        document: Any = form.docx
        _make_whole(document)
        drop_relations(document, _TELLING)
        make_anonymous(document, title)
        stream = BytesIO()
        form.save(stream)
    except damage as error:
        raise TemplateFault("填不成一份完好的表") from error
    return with_fixed_dates(stream.getvalue())


def _paragraphs(template: bytes) -> Iterator[str]:
    """Give the text of every paragraph: body first, then headers and footers.

    TemplateFault if a tag stands elsewhere, where nobody would see it in Word.
    """
    from docxtpl import DocxTemplate

    from xinxi_desktop.exporters.form_language import TemplateFault

    form = DocxTemplate(BytesIO(template))
    document: Any = form.get_docx()
    parts = [part for kind in (form.HEADER_URI, form.FOOTER_URI)
             for _, part in form.get_headers_footers(kind)]  # fmt: skip
    found = []
    for story in (document.element.body, *(part.element for part in parts)):
        words = [_checked_words(paragraph) for paragraph in story.iter(_PARAGRAPH)]
        if _marks(form.xml_to_string(story)) > sum(map(_marks, words)):
            raise TemplateFault("有标记藏在看不见的地方")
        found.extend(words)
    for part in document.part.package.parts:
        seen = part in (document.part, *parts) or part.partname.startswith("/docProps/")
        if not seen and part.content_type.endswith("xml") and _marks(part.blob.decode()):
            raise TemplateFault("正文、页眉、页脚以外的地方不能写字段")
    yield from found


def _checked_words(paragraph: Any) -> str:
    """Join a paragraph's own text, without that of a text box in it."""
    from xinxi_desktop.exporters.form_language import TemplateFault, at

    words = "".join(
        text.text or ""
        for text in paragraph.iter(_TEXT)
        if next(text.iterancestors(_PARAGRAPH)) is paragraph
    )
    if "{%tr" in words and next(paragraph.iterancestors(_ROW), None) is None:
        raise TemplateFault(f"“{{%tr”只能写在表格的行里{at(words)}")
    return words


def _marks(text: str) -> int:
    return text.count("{{") + text.count("{%")


def _make_whole(document: Any) -> None:
    """Word calls a cell without a paragraph, or a table without a row, damage: mend both."""
    body = document.element.body
    for table in list(body.iter(_TABLE)):
        if table.find(_ROW) is None:
            table.getparent().remove(table)
    for cell in body.iter(_CELL):
        if len(cell) == 0 or cell[-1].tag != _PARAGRAPH:
            cell.append(cell.makeelement(_PARAGRAPH))


def _damage() -> tuple[type[Exception], ...]:
    """Give what docxtpl and what it stands on raise over a package that is not whole."""
    from zipfile import BadZipFile

    from lxml.etree import LxmlError

    return (LxmlError, BadZipFile, KeyError, ValueError, AttributeError, IndexError,
            TypeError)  # fmt: skip
