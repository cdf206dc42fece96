"""``duties`` and ``absences``, and signing for somebody who is away."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pytest
from cli_calls import Xinxi

from xinxi_desktop.domain.times import today
from xinxi_desktop.services.office import find_person
from xinxi_desktop.services.signing import sign


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An office with one unit and an issue that waits for the 科长."""
    office = make.new_office(tmp_path)
    make.unit(office, "甲县委办公室", "甲县")
    key = make.sent_issue(office)
    sign(office, key, person=find_person(office, "编辑"))
    office.close()
    return tmp_path / "office.xinxi"


def test_units_are_given_to_an_editor(xinxi: Xinxi, file: Path) -> None:
    assert "联系 1 个单位" in xinxi("duties", file, "甲县", "--editor", "编辑").out
    assert "甲县委办公室" in xinxi("duties", file).out


def test_a_deputy_signs_by_command(xinxi: Xinxi, file: Path) -> None:
    day = today()
    xinxi("absences", file, "--person", "科长", "--from", day, "--to", day, "--deputy", "校对")
    done = xinxi("sign", file, "1", "--person", "校对", "--on-behalf-of", "科长")
    assert "校对受科长委托代签" in done.out


def test_a_half_named_absence_is_wrong_usage(xinxi: Xinxi, file: Path) -> None:
    assert xinxi("absences", file, "--person", "科长").code == 2


def test_absences_are_listed(xinxi: Xinxi, file: Path) -> None:
    xinxi("absences", file, "--person", "科长", "--from", "2026-12-01", "--to", "2026-12-03")
    assert "2026-12-03" in xinxi("absences", file).out
