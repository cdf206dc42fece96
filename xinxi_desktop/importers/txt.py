"""Reading a .txt: BOM, strict UTF-8, then GB18030, and a check that the result is text.

The order is measured (libraries.md): right on every GBK piece from four characters on, where
guessing libraries fail.
"""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from xinxi_desktop.domain.document import Document, document_from_lines
from xinxi_desktop.importers.cleaning import clean, split_lines
from xinxi_desktop.importers.refusals import refusal
from xinxi_desktop.importers.wrapping import join_wrapped

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_BAD_SHARE = 0.02
_SAMPLE = 100_000
_CJK_ENOUGH = 20
_COMMON_SHARE = 0.5
_COMMON_BIG5 = "的是在有一不了人和為這中國會"


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a .txt says, with notes on how it was read."""

    document: Document
    notes: tuple[str, ...]


def read_txt(data: bytes, file_name: str) -> PlainText:
    """Read plain text from bytes; UserError ``wrong_encoding`` when it is none."""
    text, encoding = decode(data, file_name)
    lines = [clean(line) for line in split_lines(text.rstrip("\x1a"))]
    joined = join_wrapped(lines)
    notes = [] if encoding == "UTF-8" else [f"文本编码为{encoding}，已转换"]
    if joined != lines:
        notes.append("每行都有硬回车，已按段落合并")
    if lost := text.count("\ufffd"):
        notes.append(f"原文件中有{lost}个字已丢失（显示为\ufffd），请核对")
    return PlainText(document_from_lines(line.strip() for line in joined), tuple(notes))


def decode(data: bytes, file_name: str) -> tuple[str, str]:
    """Decode bytes to text and name the encoding; UserError ``wrong_encoding`` if implausible."""
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], codec, file_name), label
    try:
        return _plausible(data.decode("utf-8"), file_name), "UTF-8"
    except UnicodeDecodeError:
        pass
    if label := _bare_utf16(data):
        return data.decode(label), "UTF-16"
    if _looks_big5(data):
        raise refusal("wrong_encoding", file_name, "像是繁体Big5编码")
    return _strict(data, "gb18030", file_name), "GB18030"


def _strict(data: bytes, codec: str, file_name: str) -> str:
    try:
        return _plausible(data.decode(codec), file_name)
    except UnicodeDecodeError as error:
        raise refusal("wrong_encoding", file_name, "编码不明或内容是二进制") from error


def _plausible(text: str, file_name: str) -> str:
    if bad_share(text) > _BAD_SHARE or "\x00" in text:
        raise refusal("wrong_encoding", file_name, "内容是二进制，不是文字")
    return text


def bad_share(text: str) -> float:
    """Give the share of characters that no text has: controls, private use, unassigned."""
    sample = text if len(text) <= _SAMPLE else text[:: len(text) // _SAMPLE]
    bad = sum(1 for char in sample if _is_bad(char))
    return bad / max(1, len(sample))


def _is_bad(char: str) -> bool:
    if char in "\t\n\r\v\f\x1a":
        return False
    return unicodedata.category(char) in ("Cc", "Co", "Cn", "Cs")


def _bare_utf16(data: bytes) -> str:
    """Recognise UTF-16 without its mark by line ends and blanks in the other byte."""
    if len(data) % 2 or b"\x00" not in data:
        return ""
    for codec, end in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if end in data and "\x00" not in text and bad_share(text) == 0:
            return codec
    return ""


def _looks_big5(data: bytes) -> bool:
    """Tell Big5, much of which also decodes as GB18030: there hardly a common character comes."""
    try:
        other = data.decode("big5")[:_SAMPLE]
    except UnicodeDecodeError:
        return False
    text = data.decode("gb18030", "replace")[:_SAMPLE]
    if sum(1 for char in other if "\u4e00" <= char <= "\u9fff") < _CJK_ENOUGH:
        return False
    wide = [char for char in text if not char.isascii()]
    common = sum(1 for char in wide if _is_common(char)) / max(1, len(wide))
    return common < _COMMON_SHARE and any(char in other for char in _COMMON_BIG5)


def _is_common(char: str) -> bool:
    """Tell punctuation and the first level of GB 2312 (the 3,755 commonest characters)."""
    try:
        return 0xA1 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
