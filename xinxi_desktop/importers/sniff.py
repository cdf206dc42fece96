"""Telling what a file really is from its first bytes, never from its extension alone.

Peers' users met .doc files named .docx and .wps files that were something else (peers.md §4).
"""

from __future__ import annotations

import re
from pathlib import PurePath

from xinxi_desktop.importers.refusals import refusal

ZIP_HEAD = b"PK\x03\x04"
OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".doc", ".docx", ".docm", ".wps", ".rtf"})
"""A text under another extension (.csv, .json …) is somebody's data, not a report."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF文件"),
    (b"{\\rtf", "RTF文件"),
    (b"\x89PNG\r\n", "图片(PNG)"),
    (b"\xff\xd8\xff", "图片(JPEG)"),
    (b"GIF8", "图片(GIF)"),
    (b"II*\x00", "图片(TIFF)"),
    (b"MM\x00*", "图片(TIFF)"),
    (b"Rar!\x1a", "RAR压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7z压缩包"),
    (b"\x1f\x8b\x08", "GZ压缩包"),
    (b"SQLite format 3\x00", "数据库文件"),
    (b"\x7fELF", "程序文件"),
    (b"MZ\x90\x00", "程序文件"),
)
_MARKUP: tuple[tuple[bytes, str], ...] = (
    (rb"<!doctype\s+html|<html[\s>]", "网页(HTML)"),
    (rb"mime-version:.{0,200}multipart/related", "网页归档(MHT)"),
    (rb"<\?mso-application\s+progid=.word", "Word 2003 XML文件"),
    (rb"<uof:uof|xmlns:uof", "UOF文件"),
    (rb"<pkg:package", "Word XML文件"),
    (rb"<svg[\s>]", "图片(SVG)"),
    (rb"<\?xml\s", "XML文件"),
)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", "old_doc"),
    ("Workbook", "Excel表格(.xls)"),
    ("Book", "Excel表格(.xls)"),
    ("PowerPoint Document", "演示文稿(.ppt)"),
    ("MatOST", "Works文档"),
    ("__properties_version1.0", "Outlook邮件(.msg)"),
)


def suffix_of(file_name: str) -> str:
    """Give the lower-case extension; “3.市人社局” has none."""
    suffix = PurePath(file_name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) and not suffix[1:].isdigit() else ""


def sniff(data: bytes, file_name: str) -> str:
    """Tell ``docx`` (any zip) or ``txt`` from the bytes; refuse what is known to be neither."""
    if not data:
        code = "empty_docx" if suffix_of(file_name) in (".docx", ".docm") else "empty_file"
        raise refusal(code, file_name)
    if data.startswith(OLE_HEAD):
        raise _ole_refusal(data, file_name)
    if data.startswith((ZIP_HEAD, b"PK\x05\x06", b"PK\x07\x08")):
        return "docx"
    if len(data) < len(ZIP_HEAD) and ZIP_HEAD.startswith(data) and suffix_of(file_name) == ".docx":
        raise refusal("truncated_zip", file_name)
    if found := _known_format(data):
        raise refusal("unsupported_format", file_name, found)
    return "txt"


def check_text_suffix(file_name: str) -> None:
    """Refuse plain text under the extension of another kind of file."""
    suffix = suffix_of(file_name)
    if suffix not in _TEXT_SUFFIXES:
        raise refusal("unsupported_format", file_name, f"{suffix}文件")


def _known_format(data: bytes) -> str:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, name in _SIGNATURES:
        if data.startswith(magic) or head.startswith(magic):
            return name
    lowered = head.replace(b"\x00", b"").lower()
    if lowered.startswith((b"<", b"mime-version", b"\xff\xfe<", b"\xfe\xff<")):
        for pattern, name in _MARKUP:
            if re.search(pattern, lowered, re.DOTALL):
                return name
    return ""


def _ole_refusal(data: bytes, file_name: str) -> Exception:
    """Name the kind of an OLE container by the stream names in its directory.

    A search of the raw bytes, since a truncated or sloppily written container (WPS) has no
    directory that could be followed; the first name stands nearest to the root.
    """
    encrypted = ("EncryptedPackage", "EncryptionInfo", "DRMEncryptedDataSpace")
    if any(_utf16(name) in data for name in encrypted):
        return refusal("password_protected", file_name)
    found = [(data.find(_utf16(stream)), kind) for stream, kind in _OLE_STREAMS]
    kinds = sorted((offset, kind) for offset, kind in found if offset >= 0)
    kind = kinds[0][1] if kinds else ""
    if suffix_of(file_name) == ".wps" and kind in ("", "old_doc"):
        return refusal("old_wps", file_name)
    if kind == "old_doc" or (not kind and suffix_of(file_name) == ".doc"):
        return refusal("old_doc", file_name)
    return refusal("other_ole", file_name, kind or "OLE复合文档")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")
