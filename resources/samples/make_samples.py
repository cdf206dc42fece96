"""Writes the sample office's reports as the files that units really send.

The editable sources are ``texts/*.txt``: a head of ``键: 值`` lines, a blank line, the title,
then one paragraph a line. In a paragraph ``{+…+}`` and ``{-…-}`` are tracked insertions and
deletions; a line ``# …`` is a heading that Word numbers, ``| a | b |`` a table row and
``[文本框]…`` text in a box. ``断行: 13`` breaks the title's line after 13 characters. All
persons, places and figures are invented.

Used by ``xinxi new --sample`` and ``xinxi demo``, which load this file by path: it needs only
the standard library and python-docx. By hand: ``python make_samples.py OUT_DIR [UNITS.xlsx]``.
The same sources always give the same bytes.
"""

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parent
TRAP_NAME = "44 样例.docx"
"""A file with a secrecy mark; an unclassified machine must refuse it."""

_ENCODINGS = {"txt": "utf-8", "txt-bom": "utf-8-sig", "txt-gb18030": "gb18030"}
_INSERTED = re.compile(r"\{\+(.*?)\+\}")
_DELETED = re.compile(r"\{-(.*?)-\}")
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Report:
    """One report: what its head says and its lines as written in the source."""

    head: dict[str, str]
    title: str
    lines: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """The name under which the unit sent it."""
        return self.head["文件"]

    @property
    def units(self) -> list[str]:
        """Names of the units, the main one first; full names of office.json."""
        return self.head["单位"].split("、")

    @property
    def writers(self) -> list[str]:
        """Names of those who wrote it."""
        return self.head["执笔"].split("、")

    @property
    def received_at(self) -> str:
        """When it came in, ``YYYY-MM-DDTHH:MM:SS+08:00``."""
        return f"{self.head['收到']}:00+08:00"

    @property
    def protected(self) -> bool:
        """Whether the writer's name may stand in no output."""
        return self.head.get("保密") == "是"

    @property
    def paragraphs(self) -> list[str]:
        """The body as a reader sees it: changes accepted, headings numbered, cells by tabs."""
        return list(_seen(self.lines))

    @property
    def text(self) -> str:
        """Title and body, one paragraph a line."""
        return "\n".join([self.title, *self.paragraphs])

    @property
    def date(self) -> str:
        """The date as written on the report, for example 2026年11月23日."""
        year, month, day = self.head["日期"].split("-")
        return f"{year}年{int(month)}月{int(day)}日"


def reports(folder: Path = FOLDER / "texts") -> list[Report]:
    """Read all sources in the order of their file names."""
    return [read_report(path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]


def read_report(source: str) -> Report:
    """Take one source text apart; ValueError if it has no head or no title."""
    head, body = source.split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    title, *lines = body.strip("\n").splitlines()
    return Report(fields, title, tuple(lines))


def make(out_dir: Path, *, with_trap: bool = True) -> list[Path]:
    """Write every report into ``out_dir`` (made if missing) and give the paths in name order.

    The last one is the file with a secrecy mark, left out with ``with_trap=False``.
    """
    word = _word_writer()
    out_dir.mkdir(parents=True, exist_ok=True)
    paths = []
    for report in reports():
        path = out_dir / report.file_name
        path.write_bytes(_plain(report) if report.head["格式"] != "docx" else word.build(report))
        paths.append(path)
    if with_trap:
        paths.append(out_dir / TRAP_NAME)
        paths[-1].write_bytes(word.build_trap())
    return sorted(paths)


def office() -> dict[str, object]:
    """The sample office: office, persons, units, informants, publications (office.json)."""
    content: dict[str, object] = json.loads((FOLDER / "office.json").read_text("utf-8"))
    return content


def make_units_table(path: Path) -> Path:
    """Write 单位名录 as ``.xlsx`` with the columns that ``xinxi units import`` reads."""
    import xlsxwriter

    frequencies = {"daily": "日", "weekly": "周", "monthly": "月"}
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("单位名录")
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet.write_row(0, 0, ("单位", "简称", "类别", "建制顺序", "报送频次", "电话"), bold)
        for row, unit in enumerate(office()["units"], start=1):  # type: ignore[arg-type, var-annotated]
            frequency = frequencies[unit["frequency"]]
            cells = (unit["name"], "、".join(unit["aliases"]), unit["class"], unit["order"])
            sheet.write_row(row, 0, (*cells, frequency, unit["phone"]))
        sheet.set_column(0, 1, 34)
        sheet.set_column(2, 5, 16)
        sheet.freeze_panes(1, 0)
    return path


def _seen(lines: tuple[str, ...]) -> Iterator[str]:
    numbers = iter(_NUMERALS)
    for line in lines:
        if line.startswith("| "):
            yield "\t".join(cell.strip() for cell in line.strip("| ").split(" | "))
        elif line.startswith("# "):
            yield f"{next(numbers)}、{line[2:]}"
        else:
            yield _DELETED.sub("", _INSERTED.sub(r"\1", line.removeprefix("[文本框]")))


def _plain(report: Report) -> bytes:
    head = report.head
    sender = f"报送单位：{head['单位']}　　执笔人：{head['执笔']}　　联系电话：{head['电话']}"
    body = [f"　　{line}" for line in report.paragraphs]
    if head["版式"] == "抬头":
        lines = [sender, f"报送时间：{report.date}", "", report.title, "", *body]
    else:
        contact = f"（联系人：{head['执笔']}，联系电话：{head['电话']}）"
        lines = [report.title, "", *body, "", head["单位"], report.date, contact]
    return ("\r\n".join(lines) + "\r\n").encode(_ENCODINGS[head["格式"]])


def _word_writer() -> ModuleType:
    # Loaded by path, as this file itself is: the folder is data in the installed program.
    path = FOLDER / "word_layouts.py"
    spec = importlib.util.spec_from_file_location("_sample_word_layouts", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    made = make(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        make_units_table(Path(sys.argv[2]))
    print(f"{len(made)} files in {sys.argv[1]}")
