"""Reads a form template that the office made itself: a plain Word file, nothing that acts.

What is filled with the office's data and opened again may hold no macro, control, embedded or
linked file, and no field but page numbers; nor traces of who edited it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.ooxml import attribute, name
from xinxi_desktop.importers.package import Package, open_package
from xinxi_desktop.importers.reader import read_file

_LARGEST = 2 * 1024 * 1024
"""Bytes of one XML part: a form is a page or two."""

_ACTING = ("vbaproject", "/activex/", "/embeddings/", "/ctrlprops/")
_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_EDITED = {"w:ins", "w:del", "w:moveFrom", "w:moveTo"}


def read_form(path: Path, machine: Machine) -> bytes:
    """Read a template; UserError says why it can't be one, and no byte of it is kept.

    A file with a secrecy mark above this machine is stopped as any other is (practice.md §3).
    """
    report = read_file(path, machine=machine)
    if report.format != "docx":
        raise _refusal(report.file_name, "不是 Word 文档（.docx）", "请另存为.docx")
    package = open_package(report.bytes_, report.file_name)
    for problem, cure in _problems(package):
        raise _refusal(report.file_name, problem, cure)
    return report.bytes_


def _problems(package: Package) -> Iterator[tuple[str, str]]:
    for part in package.names:
        if any(word in f"/{part.lower()}" for word in _ACTING):
            yield "里面有宏、控件或嵌入的文件", "请去掉后另存为.docx"
    if any(len(data) > _LARGEST for data in package.parts.values()):
        yield "太大，不像一份表单", "请只留表格本身"
    for part in package.parts:
        root = package.root(part)
        if root is None:
            continue
        if part.endswith(".rels"):
            for relation in root:
                kind = relation.get("Type", "").rpartition("/")[2]
                if relation.get("TargetMode") == "External" and kind != "hyperlink":
                    yield "引用了别处的文件", "请把引用的内容粘贴进来或去掉"
        elif part.startswith("word/"):
            yield from _part_problems(root)


def _part_problems(root: object) -> Iterator[tuple[str, str]]:
    fields = []
    for element in root.iter():  # type: ignore[attr-defined]
        short = name(element)
        if short in _EDITED:
            yield "里面有修订痕迹", "请接受全部修订"
        elif short == "w:comment":
            yield "里面有批注", "请删去批注"
        elif short == "w:altChunk":
            yield "嵌有别的文件", "请把内容粘贴进来"
        elif short == "w:instrText":
            fields.append(element.text or "")
        elif short == "w:fldSimple":
            fields.append(f" {attribute(element, 'instr')} ")
        elif short == "w:fldChar" and attribute(element, "fldCharType") == "begin":
            fields.append("\n")
    for words in "".join(fields).split("\n"):
        first = words.split()[:1]
        if first and first[0].upper() not in _FIELDS:
            yield f"里面有“{first[0]}”域", "除页码外请把域转成文字（选中后按 Ctrl+Shift+F9）"


def _refusal(file_name: str, problem: str, cure: str) -> UserError:
    return UserError(
        "form_refused", f"“{file_name}”{problem}，不能当表单用。表单没有换。{cure}后再试。"
    )
