"""来稿登记簿: the submissions of a list, in its order, as a form or as an Excel workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.domain.forms import Values
from xinxi_desktop.domain.vocabulary import Disposition, Kind, PaperForm, Secrecy, SubmissionState
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.form_basics import day_words, mark_words, office_values
from xinxi_desktop.services.forms import fill_values, list_of
from xinxi_desktop.services.office import Office, own_name, person_words
from xinxi_desktop.store import submissions as store

Row = dict[str, Any]
Progress = Callable[[int, int], None]
FORM = PaperForm.SUBMISSION_REGISTER
MOST_ON_PAPER = 3_000
"""Lines of a Word file beyond which Word itself becomes slow to open it."""
_BLOCK = 500
_PROTECTED = "（保护来源）"


def fill_submission_register(
    office: Office, ids: Sequence[int], scope: str, progress: Progress
) -> bytes:
    """Fill the 来稿登记簿 with some submissions; ``scope`` says in words which they are."""
    if len(ids) > MOST_ON_PAPER:
        raise UserError(
            "too_many_for_paper",
            f"这个列表有 {len(ids):,} 条，一份 Word 登记簿最多 {MOST_ON_PAPER:,} 条，没有生成。"
            "请先按单位或时间筛选，或者导出 Excel。",
        )
    return fill_values(office, FORM, register_values(office, ids, scope, progress))


def submission_register_xlsx(
    office: Office, ids: Sequence[int], scope: str, progress: Progress
) -> bytes:
    """Give the same list as an Excel workbook."""
    values = register_values(office, ids, scope, progress)
    return list_of(office.marked(f"{FORM.label}（{scope}）"), FORM, values)


def register_title(office: Office, ids: Sequence[int], scope: str) -> str:
    """Name the file: with the highest mark of what stands in it, if that is secret."""
    levels = [
        (Secrecy(row["secrecy"]), row["secrecy_term"]) for row in store.marks(office.file, ids)
    ]
    highest = secrecy.highest(level for level, _term in levels) if levels else Secrecy.INTERNAL
    mark = secrecy.mark(highest, secrecy.longest_term(levels))
    return f"{FORM.label} {scope}" + (f"（{mark}）" if mark else "")


def ids_of_year(office: Office, year: int) -> list[int]:
    """Give the submissions of a year by number."""
    chosen = SubmissionFilter(year=year, sort="number", descending=False)
    return store.submission_ids(office.file, chosen)


def register_values(office: Office, ids: Sequence[int], scope: str, progress: Progress) -> Values:
    """Give what stands in the 来稿登记簿: no writer, and no unit where the source is protected."""
    lines: list[Values] = []
    for first in range(0, len(ids), _BLOCK):
        block = ids[first : first + _BLOCK]
        editors = {row["id"]: row for row in store.editors_of(office.file, block)}
        for row in store.submission_rows(office.file, block):
            lines.append(_line(len(lines) + 1, row, editors.get(row["id"])))
        progress(len(lines), len(ids))
    return {**office_values(office), "范围": scope, "条数": len(lines), "来稿": lines}


def _line(place: int, row: Row, editor: Row | None) -> Values:
    return {
        "序号": place,
        "编号": f"{row['year']}-{row['number']}",
        "收到日期": day_words(row["received_at"][:10]),
        "单位": _PROTECTED if row["protected"] else row["units"] or "",
        "标题": row["title"],
        "类型": Kind(row["kind"]).label,
        "密级": mark_words(row),
        "去向": _destination(row),
        "编辑": _name(editor) if editor else "",
        "备注": "、".join(_remarks(row)),
    }


def _destination(row: Row) -> str:
    state = SubmissionState(row["state"])
    if state is SubmissionState.SCREENED and row["disposition"]:
        reason = f"（{row['reason']}）" if row["reason"] else ""
        return f"{Disposition(row['disposition']).label}{reason}"
    return state.label


def _name(editor: Row) -> str:
    own = own_name(editor["name"], editor["post"])
    return own or person_words(editor["name"], editor["post"])


def _remarks(row: Row) -> list[str]:
    told = [
        ("commissioned", "约稿"), ("to_verify", "待核实"), ("duplicate_of", "重复"),
        ("trashed_at", "在回收站"),
    ]  # fmt: skip
    return [word for column, word in told if row[column]]
