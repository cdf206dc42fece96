"""What a row of an office's old ledger says: fields known by their headings, dates, 期号. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

FIELDS: dict[str, str] = {
    "received": "收到日期", "unit": "报送单位", "title": "标题", "number": "收稿编号",
    "writers": "执笔人", "kind": "类型", "publication": "采用刊物", "issue": "期号",
    "printed": "刊发日期", "adopted": "采用情况", "remarks": "备注",
}  # fmt: skip
NEEDED = ("received", "unit", "title")
_WORDS: dict[str, tuple[str, ...]] = {
    "printed": ("刊发日期", "采用日期", "刊发时间", "采用时间", "印发日期", "刊登日期", "发布日期"),
    "received": (
        "收到日期", "收稿日期", "来稿日期", "报送日期", "报送时间", "收稿时间", "收到时间", "报送月日",
        "日期", "时间",
    ),
    "unit": ("报送单位", "来稿单位", "供稿单位", "单位名称", "单位"),
    "title": ("信息标题", "稿件标题", "稿件名称", "信息题目", "标题", "题目", "篇名"),
    "number": ("收稿编号", "收稿号", "登记号", "来稿编号", "编号"),
    "writers": ("执笔人", "撰稿人", "作者", "信息员", "报送人"),
    "kind": ("信息类型", "稿件类型", "信息类别", "类型", "类别"),
    "issue": ("采用期号", "刊发期号", "期号", "刊期", "期数", "期次"),
    "publication": ("采用刊物", "刊发刊物", "采用载体", "刊物名称", "刊物", "刊名", "载体"),
    "adopted": ("是否采用", "采用情况", "采用否", "录用情况", "采用", "录用"),
    "remarks": ("备注", "说明"),
}  # fmt: skip
TOTALS = ("合计", "总计", "小计", "共计", "累计")
_NO = ("", "否", "未采用", "不用", "未用", "无", "×", "x", "X", "/", "-", "—", "未")
_EPOCH = date(1899, 12, 30)
_SERIAL = (20_000, 80_000)
_FULL = re.compile(r"(20\d\d|19\d\d)\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})")
_PACKED = re.compile(r"^(20\d\d)(\d\d)(\d\d)$")
_SHORT = re.compile(r"^(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*[日号]?$")
_PLACE = re.compile(
    r"(?:《(?P<quoted>[^《》]+)》|(?P<name>[^《》\d第〔\[；;、，,。\s]*))\s*"
    r"(?:[〔\[(（]?(?P<year>(?:20|19)\d\d)[〕\])）]?\s*年?)?\s*第?\s*"
    r"(?P<numbers>\d{1,5}(?:\s*[、,，和及]\s*第?\s*\d{1,5})*)\s*期"
)
"""《刊物》2026年第3期, also 第3、4期; without a name it is of the publication before."""
_NUMBERS = re.compile(r"\d{1,5}(?:\s*[、,，和及]\s*\d{1,5})*")
_NO_PLACE = re.compile(
    r"[（(]?总第?\s*\d+\s*期[）)]?|\d+(?:\.\d+)?\s*分"
    r"|(?:20\d\d\s*[年.\-])?\d{1,2}\s*[月.\-]\s*\d{1,2}\s*[日号]?(?!\s*期)"
)
"""Running numbers, scores and dates that stand beside."""


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """One sheet: headings, the rows under them with Excel's numbers, the year its title names."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    year: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report was printed; ``year`` 0 where the ledger leaves it to the date."""

    publication: str
    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be read: ``line`` counts as Excel does."""

    line: int
    received: str
    units: tuple[str, ...]
    title: str
    places: tuple[Place, ...] = ()
    printed: str = ""
    number: int = 0
    writers: str = ""
    kind: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A row that is not taken, and why."""

    line: int
    cells: tuple[str, ...]
    reason: str


@dataclass(slots=True)
class Readings:
    """What was read of a sheet."""

    entries: list[Entry] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    totals: int = 0


def guess_field(heading: str) -> str:
    """Give the field that a heading is likely to mean, empty for none."""
    bare = re.sub(r"[\s*＊:：]|[（(].*?[)）]", "", heading)
    top, _, last = bare.rpartition("·")
    whole = [name for name, words in _WORDS.items() if last in words]
    found = whole[0] if whole else _contained(last)
    if found == "received" and any(word in top for word in ("采用", "刊发", "刊登")):
        return "printed"
    return found


def _contained(bare: str) -> str:
    likely = [(len(word), name) for name, words in _WORDS.items() for word in words if word in bare]
    return max(likely)[1] if likely else ""


def guess_columns(headings: Sequence[str]) -> dict[str, int]:
    """Map fields to columns; of two columns alike the first counts."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        name = guess_field(heading)
        if name and name not in found:
            found[name] = place
    return found


def read_day(text: str, year: int) -> str:
    """Read a date as ledgers write it; empty if it is none. ``year`` where it has no year, 0: none."""
    bare = text.strip()
    if re.fullmatch(r"\d{5}(\.\d+)?", bare) and _SERIAL[0] < float(bare) < _SERIAL[1]:
        return (_EPOCH + timedelta(days=int(float(bare)))).isoformat()
    full = _PACKED.match(bare) or _FULL.search(bare)
    short = _SHORT.match(bare)
    try:
        if full:
            return date(*(int(part) for part in full.groups())).isoformat()
        if short and year:
            return date(year, int(short[1]), int(short[2])).isoformat()
    except ValueError:
        return ""
    return ""


def cell_text(cell: object) -> str:
    """Give a cell as a person reads it: a date as 2025-03-05, 12.0 as 12."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def is_total(cells: Sequence[str]) -> bool:
    """Tell whether a row adds up the others."""
    return any(re.sub(r"\s", "", cell).startswith(TOTALS) for cell in cells[:3])


def read_rows(
    rows: Sequence[tuple[int, tuple[str, ...]]], columns: Mapping[str, int], year: int
) -> Readings:
    """Read the rows of a sheet; a row that is not understood is left over with the reason."""
    found = Readings()
    for line, cells in rows:
        if is_total(cells):
            found.totals += 1
            continue
        values = {
            name: cells[place] if place < len(cells) else "" for name, place in columns.items()
        }
        if not any(values.get(name) for name in ("unit", "title")):
            continue
        entry = _entry(line, values, year)
        if isinstance(entry, Entry):
            found.entries.append(entry)
        else:
            found.leftovers.append(Leftover(line, tuple(cells), entry))
    return found


def _entry(line: int, values: Mapping[str, str], year: int) -> Entry | str:
    """Give the entry, or the reason why there is none."""
    received = read_day(values.get("received", ""), year)
    title = " ".join(values.get("title", "").split())
    units = split_units(values.get("unit", ""))
    missing = [FIELDS[name] for name, value in (("unit", units), ("title", title)) if not value]
    if missing:
        return f"没有填{'、'.join(missing)}"
    if not received:
        return f"日期“{values.get('received', '')}”认不出"
    places = _places(values)
    if isinstance(places, str):
        return places
    printed = values.get("printed", "")
    on = read_day(printed, year) if printed else received
    if places and not on:
        return f"刊发日期“{printed}”认不出"
    number = re.sub(r"\D", "", values.get("number", "").rpartition("-")[2])
    return Entry(
        line, received, units, title, places, on if places else "", int(number or 0),
        values.get("writers", ""), values.get("kind", ""), values.get("remarks", ""),
    )  # fmt: skip


def split_units(text: str) -> tuple[str, ...]:
    """Give the units that share a cell."""
    parts = (re.sub(r"\s+", "", part) for part in re.split(r"[、,，;；/\n]+", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _places(values: Mapping[str, str]) -> tuple[Place, ...] | str:
    """Give where it was printed, () for nowhere, or a reason."""
    publication = values.get("publication", "").strip()
    written = values.get("issue", "").strip()
    adopted = values.get("adopted", "").strip()
    name = "" if "期" in publication else publication.strip("《》")
    if _NUMBERS.fullmatch(written):
        written = f"第{written}期"
    told = "；".join(each for each in (written, publication, adopted) if "期" in each)
    bare = _NO_PLACE.sub("", told)
    found = list(_places_in(bare, name))
    if re.search(r"[\d《]", _PLACE.sub("", bare)):
        return f"“{told}”里有认不出的期号"
    if found and not all(each.publication for each in found):
        return "写了期号，没有写采用刊物"
    if found:
        return tuple(dict.fromkeys(found))
    if name in _NO and adopted in _NO:
        return ()
    return f"写明采用{f'《{name}》' if name not in _NO else ''}，但看不出是第几期"


def _places_in(text: str, name: str) -> Iterator[Place]:
    """Give every issue that a text names; ``name`` is the publication until one is named."""
    for each in _PLACE.finditer(text):
        name = (each["quoted"] or each["name"].lstrip("和及与").strip()) or name
        for number in re.findall(r"\d+", each["numbers"]):
            yield Place(name, int(each["year"] or 0), int(number))
