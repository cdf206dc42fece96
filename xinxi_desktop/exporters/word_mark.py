"""Writes a line over the text of a finished Word file."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

_BODY = re.compile(rb"<w:body(?:\s[^>]*)?>")
_PART = "word/document.xml"


def mark_docx(data: bytes, words: str) -> bytes:
    """Give the file with ``words`` as its first line."""
    line = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(words)}</w:t></w:r></w:p>"
    ).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.infolist():
            part = old.read(each)
            if each.filename == _PART:
                part = _BODY.sub(lambda found: found.group() + line, part, count=1)
            new.writestr(each, part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
