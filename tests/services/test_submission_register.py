"""来稿登记簿 of a list: its order and columns, and what never stands in it."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pytest
from python_calamine import CalamineWorkbook

from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import submission_register as register
from xinxi_desktop.services.duties import assign_units
from xinxi_desktop.services.intake import correct, dispose
from xinxi_desktop.services.office import Office


def silent(_done: int, _total: int) -> None:
    """Nobody looks."""


def lines(office: Office, *ids: int) -> list[dict[str, object]]:
    """What stands in the register of some submissions."""
    found: list[dict[str, object]] = register.register_values(office, ids, "全部", silent)["来稿"]
    return found


def test_the_register_keeps_the_order_of_the_list_and_tells_where_each_went(
    office: Office,
) -> None:
    unit = make.unit(office, "安渡区委办公室")
    first, second = (make.report(office, each, units=(unit,)) for each in ("甲", "乙"))
    assign_units(office, office.person, [unit])
    dispose(office, [second], Disposition.REJECT, "媒体已报")
    told = lines(office, second, first)
    assert [line["标题"] for line in told] == ["乙", "甲"]
    assert [line["去向"] for line in told] == ["不用（媒体已报）", "待初选"]
    assert told[0]["单位"] == "安渡区委办公室" and told[0]["编辑"]


def test_neither_writer_nor_unit_of_a_protected_source_is_printed(
    office: Office, tmp_path: Path
) -> None:
    unit = make.unit(office, "安渡区委办公室")
    key = make.report(office, "甲", units=(unit,), writers="邵文彬")
    correct(office, key, {"protected": True})
    data = register.submission_register_xlsx(office, [key], "全部", silent)
    (tmp_path / "a.xlsx").write_bytes(data)
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert "甲" in str(rows)
    assert "安渡" not in str(rows) and "邵文彬" not in str(rows)


def test_a_list_too_long_for_word_is_refused_with_a_way_out(office: Office) -> None:
    with pytest.raises(UserError, match="Excel"):
        register.fill_submission_register(office, range(register.MOST_ON_PAPER + 1), "全部", silent)


def test_the_register_fills_as_word_and_reports_how_far_it_is(office: Office) -> None:
    keys = [make.report(office, "甲"), make.report(office, "乙")]
    steps: list[tuple[int, int]] = []
    data = register.fill_submission_register(
        office, keys, "全部", lambda done, total: steps.append((done, total))
    )
    assert data[:2] == b"PK" and steps == [(2, 2)]
