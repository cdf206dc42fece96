"""Opening an untrusted OOXML package: limits, no DTD anywhere, parts by relationship.

Everything is read from bytes in memory; nothing is unpacked to disk and no outside target of a
relationship is ever followed.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.ooxml import DamagedXmlError, Element, ForbiddenXmlError, parse
from xinxi_desktop.importers.refusals import refusal

MAX_MEMBERS = 2000
MAX_TOTAL = 256 * 1024 * 1024
MAX_RATIO = 200
RATIO_FROM = 8 * 1024 * 1024
"""Small parts of one repeated character compress without limit and harm nobody."""

_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
    OverflowError,
    OSError,
)
_FOREIGN = (
    ("xl/workbook.xml", "Excel表格(.xlsx)"),
    ("xl/workbook.bin", "Excel表格(.xlsb)"),
    ("ppt/presentation.xml", "演示文稿(.pptx)"),
    ("ofd.xml", "OFD版式文件"),
    ("content.xml", "ODF文档(.odt/.ods)"),
    ("meta-inf/container.xml", "EPUB电子书"),
)
_XML_SUFFIXES = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a package by lower-case name, the names of all members, the zip itself."""

    file_name: str
    parts: dict[str, bytes]
    names: tuple[str, ...]
    main: str
    data: bytes = field(default=b"", repr=False)

    def root(self, part: str) -> Element | None:
        """Parse a part; None when it isn't there. UserError when it is damaged or has a DTD."""
        data = self.parts.get(part.lower())
        return None if data is None else _parse(self.file_name, part, data)

    def related(self, kind: str) -> Iterator[str]:
        """Give the names of the parts that the main part points to by a relationship kind."""
        folder, name = posixpath.split(self.main)
        for _, target_kind, target in self._relations(f"{folder}/_rels/{name}.rels".lstrip("/")):
            if target_kind == kind:
                yield _resolve(folder, target)

    def related_bytes(self, relation: str) -> bytes | None:
        """Give the bytes that the main part names by a relationship's id; None if there are none.

        A damaged member gives what is no picture: its reader says so.
        """
        folder, name = posixpath.split(self.main)
        for key, _, target in self._relations(f"{folder}/_rels/{name}.rels".lstrip("/")):
            if key == relation and relation:
                return self._member(_resolve(folder, target).lower())
        return None

    def _member(self, wanted: str) -> bytes | None:
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                for member in archive.infolist():
                    if _normalise(member.filename).lower() == wanted:
                        return archive.read(member)
        except _ZIP_FAULTS:
            return b""
        return None

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        root = self.root(part)
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                yield relation.get("Id", ""), kind, relation.get("Target", "")


def open_package(data: bytes, file_name: str) -> Package:
    """Open a zip that should be a .docx; UserError for bombs, damage, DTDs, other formats."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except _ZIP_FAULTS as error:
        code = "damaged_docx" if b"PK\x05\x06" in data else "truncated_zip"
        raise refusal(code, file_name, "压缩目录读不出") from error
    with archive:
        _check_limits(members, len(data), file_name)
        names = tuple(_normalise(member.filename) for member in members)
        _check_kind(names, file_name)
        parts = {
            name.lower(): _read(archive, member, file_name)
            for name, member in zip(names, members, strict=True)
            if name.lower().endswith(_XML_SUFFIXES)
        }
    for content in parts.values():
        if has_dtd(content):
            raise refusal("external_entity", file_name)
    return Package(file_name, parts, names, _main_part(parts, file_name), data)


def refuse_bomb(data: bytes, file_name: str) -> None:
    """Refuse a zip that would unpack beyond the limits, before another library opens it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_limits(archive.infolist(), len(data), file_name)
    except _ZIP_FAULTS:
        # What is no zip at all is left to its reader to refuse.
        return


def has_dtd(content: bytes) -> bool:
    """Tell whether XML bytes of any common encoding declare a DTD or an entity."""
    plain = content.replace(b"\x00", b"") if b"\x00" in content[:64] else content
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


def _check_limits(members: list[zipfile.ZipInfo], size: int, file_name: str) -> None:
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS:
        raise refusal("zip_bomb", file_name, f"内含{len(members)}个部件")
    if total > MAX_TOTAL:
        raise refusal("zip_bomb", file_name, f"{total // 1024 // 1024}MB")
    for member in members:
        ratio = member.file_size / max(1, min(member.compress_size, size))
        if member.file_size > RATIO_FROM and ratio > MAX_RATIO:
            raise refusal("zip_bomb", file_name, f"压缩比{ratio:.0f}倍")


def _check_kind(names: tuple[str, ...], file_name: str) -> None:
    lowered = {name.lower() for name in names}
    if any(name.startswith("word/") for name in lowered):
        return
    for name, kind in _FOREIGN:
        if name in lowered:
            raise refusal("unsupported_format", file_name, kind)
    if "[content_types].xml" not in lowered:
        raise refusal("unsupported_format", file_name, "ZIP压缩包")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file_name: str) -> bytes:
    if member.flag_bits & 1:
        raise refusal("password_protected", file_name)
    try:
        return archive.read(member)
    except _ZIP_FAULTS as error:
        raise refusal("damaged_docx", file_name, "部件校验不符") from error


def _main_part(parts: dict[str, bytes], file_name: str) -> str:
    holder = Package(file_name, parts, (), "")
    for _, kind, target in holder._relations("_rels/.rels"):
        name = _resolve("", target)
        if kind == "officeDocument" and name.lower() in parts:
            return name
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise refusal("damaged_docx", file_name, "缺少正文部件")


def _parse(file_name: str, part: str, data: bytes) -> Element:
    try:
        return parse(data)
    except ForbiddenXmlError as error:
        raise refusal("external_entity", file_name) from error
    except DamagedXmlError as error:
        raise _damaged(file_name, part) from error


def _damaged(file_name: str, part: str) -> UserError:
    return refusal("damaged_docx", file_name, f"部件{posixpath.basename(part)}有错")


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")


def _normalise(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")
