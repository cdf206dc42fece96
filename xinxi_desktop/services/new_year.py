"""New Year rollover: what the first start in a new year tells, and noting that it was told.

Numbers restart by themselves, since every series is kept per year; nothing is moved.
"""

from __future__ import annotations

from dataclasses import dataclass

from xinxi_desktop.domain.times import today
from xinxi_desktop.services.numbers import series_of
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import year as store
from xinxi_desktop.store.transaction import Transaction
from xinxi_desktop.store.values import put_setting

_BEGUN = "year_begun"


@dataclass(frozen=True, slots=True)
class NewYear:
    """The year that has begun, the one told of last, and what happens, in sentences."""

    year: int
    before: int
    lines: tuple[str, ...]


def new_year(office: Office, day: str = "") -> NewYear | None:
    """Tell what a new year brings, on the first start in it; None at any other time."""
    year = int((day or today())[:4])
    before = int(office.file.setting(_BEGUN) or office.file.setting("created_at")[:4])
    if year <= before:
        return None
    lines = (
        _number_line(office, "收稿编号", "submission", year, before, "号"),
        *_publication_lines(office, year, before),
        _unfinished_line(office),
        f"统计里的“今年”从 {year}-01-01 起；{before} 年的统计照旧可以查，跨年才印发的稿件算在收到的那一年。",
    )
    return NewYear(year, before, lines)


def is_fresh(office: Office) -> bool:
    """Tell whether nothing was ever received: the office begins with this file."""
    return store.never_received(office.file)


def begin_year(office: Office, day: str = "") -> Changes:
    """Note that the new year has been told of; final, since time doesn't go back."""
    year = (day or today())[:4]

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        put_setting(tx, _BEGUN, year)
        return f"已进入 {year} 年度", ()

    return office.do("进入新年度", work, final=True)


def _publication_lines(office: Office, year: int, before: int) -> list[str]:
    lines = []
    for row in issue_store.publications(office.file):
        series = series_of(row["id"], False)
        line = _number_line(office, f"《{row['name']}》期号", series, year, before, "期")
        running = issue_store.last_given(office.file, f"running:{row['id']}", 0)
        lines.append(
            f"{line.rstrip('。')}；总期号不重编，接着编第 {running + 1} 期。" if running else line
        )
    return lines


def _number_line(office: Office, what: str, series: str, year: int, before: int, unit: str) -> str:
    last = issue_store.last_given(office.file, series, before)
    now = issue_store.last_given(office.file, series, year)
    old = f"{before} 年编到第 {last} {unit}" if last else f"{before} 年没有编过"
    return f"{what}：{old}，{year} 年从第 {now + 1} {unit}起。"


def _unfinished_line(office: Office) -> str:
    left = store.unfinished(office.file)
    if not any(left.values()):
        return "没有带到新年度的未完事项。"
    return (
        f"未完的都带到新年度，编号不变：没定去向的来稿 {left['submissions']} 条、"
        f"没印发的稿件 {left['articles']} 篇、没印发的刊期 {left['issues']} 期（跨年定版的期号按报头日期的年份编）。"
    )
