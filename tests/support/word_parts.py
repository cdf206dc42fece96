"""Makes small .docx packages from the XML a test is about."""

import io
import zipfile
from pathlib import Path

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = {"header1": "header", "footer1": "footer"}


def paragraph(text: str, properties: str = "") -> str:
    """One w:p with one run."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{inside}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def run(text: str, properties: str = "") -> str:
    """One w:r."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def part(root: str, inside: str) -> str:
    """A whole part with the usual namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_DECLARED}>{inside}</w:{root}>'


def package(
    body: str, *, main: str = "document", xml: str = "", relations: str = "", **parts: str
) -> bytes:
    """A .docx with this body; further parts by name (`numbering=`, `header1=` …) as XML.

    `main` names the main part otherwise, `xml` gives it as a whole; `relations` are more of it.
    """
    relations += "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{_KINDS.get(name, name)}" Target="{name}.xml"/>'
        for name in parts
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations(
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/{main}.xml"/>'
        ),
        f"word/_rels/{main}.xml.rels": _relations(relations),
        f"word/{main}.xml": xml or part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    return zipped(members)


def zipped(members: dict[str, str] | dict[str, bytes]) -> bytes:
    """A zip of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def added(data: bytes, name: str, content: bytes) -> bytes:
    """The same zip with one more member."""
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def written(folder: Path, name: str, data: bytes) -> Path:
    """The bytes as a file."""
    path = folder / name
    path.write_bytes(data)
    return path


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'
