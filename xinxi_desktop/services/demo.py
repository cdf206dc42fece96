"""The whole job without a window: from a folder of reports to a printed issue and the count.

Every step is done by the person of its post through the same services as in the window. What
came of it stands in ``summary.json``.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xinxi_desktop import __version__
from xinxi_desktop.domain.period import parse_period
from xinxi_desktop.domain.times import today
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.importers.files import name_of
from xinxi_desktop.services.demo_sources import from_folder, from_sample
from xinxi_desktop.services.demo_work import Work
from xinxi_desktop.services.office import Office, open_office
from xinxi_desktop.services.printing import DOCX, PDF, export_issue, write_file
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.samples import DAY
from xinxi_desktop.services.statistics import statistics, statistics_xlsx

Row = dict[str, Any]
OFFICE, SUMMARY, STATISTICS = "office.xinxi", "summary.json", "statistics.xlsx"
RESULTS = (OFFICE, "bulletin.pdf", "bulletin.docx", STATISTICS, SUMMARY)


@dataclass(slots=True)
class DemoResult:
    """What came of it; ``failure`` says why there is no bulletin, empty if there is one."""

    summary: Row = field(default_factory=dict)
    failure: str = ""


def run_demo(
    out: Path,
    source: Path | None = None,
    units: Path | None = None,
    *,
    tell: Callable[[str], None],
) -> DemoResult:
    """Do the whole job into the folder ``out``, on the sample office or on ``source``.

    ``tell`` is given a sentence at each step. What an earlier run left there is put aside. UserError if the folders can't be used so, WorldError if one can't be written;
    everything else is in the result.
    """
    _check(out, source)
    _make_room(out, tell)
    shown = name_of(source) if source else "sample"
    result = DemoResult({"program": __version__, "source": shown, "seconds": {}}, "没有做完。")
    try:
        with _clock(result.summary, "total"):
            _run(out, source, units, result, tell)
    except WorldError as error:
        result.failure = error.sentence
        raise
    finally:
        result.summary["failure"] = result.failure
        text = json.dumps(result.summary, ensure_ascii=False, indent=2)
        write_file(out / SUMMARY, f"{text}\n".encode("utf-8", errors="replace"))
    return result


def _run(
    out: Path,
    source: Path | None,
    units: Path | None,
    result: DemoResult,
    tell: Callable[[str], None],
) -> None:
    summary = result.summary
    path = out / OFFICE
    if source is None:
        work = from_sample(path, tell, lambda step: _clock(summary, step))
        day = DAY
    else:
        work = from_folder(path, source, units, tell, lambda step: _clock(summary, step))
        day = today()
    try:
        work.run(summary, day)
        _hand_over(out, work, summary, day, tell)
        result.failure = ""
    except UserError as error:
        result.failure = error.sentence
    finally:
        work.office.close()


def _hand_over(out: Path, work: Work, summary: Row, day: str, tell: Callable[[str], None]) -> None:
    """Write the bulletin, the count and the verdict."""
    office = work.office
    with _clock(summary, "export"):
        for format_ in (PDF, DOCX):
            data = export_issue(office, work.issue, format_)
            write_file(out / f"bulletin.{format_}", data)
    with _clock(summary, "statistics"):
        table = statistics(office, parse_period(day[:4]))
        write_file(out / STATISTICS, statistics_xlsx(office, table))
    rate = table.total.rate
    summary["statistics"] = {
        "period": [table.period.start, table.period.end],
        "units": len(table.rows),
        "submitted": table.total.submitted,
        "adopted_items": table.total.adopted_items,
        "adopted_places": table.total.adopted_places,
        "rate": None if rate is None else str(rate),
    }
    tell(f"统计：{day[:4]}年收到 {table.total.submitted} 条，采用 {table.total.adopted_items} 条。")
    with _clock(summary, "verify"):
        verdicts = list(verify(office))
    failed = [f"{each.subject} {each.id}：{each.reason}" for each in verdicts if not each.ok]
    summary["verify"] = {"checked": len(verdicts), "failed": failed}
    tell(f"核对：{len(verdicts)} 处，不符 {len(failed)} 处。")


@contextmanager
def _clock(summary: Row, step: str) -> Iterator[None]:
    start = time.perf_counter()
    try:
        yield
    finally:
        seconds = summary["seconds"]
        seconds[step] = round(seconds.get(step, 0) + time.perf_counter() - start, 3)


def _check(out: Path, source: Path | None) -> None:
    if source is None:
        return
    if not source.exists():
        raise UserError(
            "source_missing",
            f"没有“{name_of(source)}”这个文件夹。什么也没有做。请检查 --from 后面的路径。",
        )
    if out.resolve().is_relative_to(source.resolve()):
        raise UserError(
            "out_in_source",
            "结果文件夹在来稿文件夹里面，结果会被当作来稿。什么也没有做。请为 --out 另选一个文件夹。",
        )


def _make_room(out: Path, tell: Callable[[str], None]) -> None:
    """Make the folder; put an earlier run's results aside under the next free number."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorldError(
            "cannot_write",
            f"“{out.name}”不能用作结果文件夹：建不成，或已有同名的文件。什么也没有做。请换一个位置。",
        ) from error
    if (out / OFFICE).exists():
        _check_free(out / OFFICE)
    there = [path for name in RESULTS if (path := out / name).exists()]
    number = 1
    while any(_aside(path, number).exists() for path in map(out.joinpath, RESULTS)):
        number += 1
    try:
        for path in there:
            path.rename(_aside(path, number))
    except OSError as error:
        raise WorldError(
            "cannot_write", "原有的结果移不开，什么也没有做。请关闭用着它的窗口后再试。"
        ) from error
    if there:
        tell(f"原有的结果改名留存：{'、'.join(_aside(path, number).name for path in there)}。")


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def _check_free(path: Path) -> None:
    """Refuse to move an office file away from under an open window; fold what a crash left."""
    try:
        office: Office = open_office(path)
    except WorldError as error:
        if error.code == "file_locked":
            raise
    else:
        office.close()
