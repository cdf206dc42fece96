"""``backups`` and ``restore``."""

from __future__ import annotations

from pathlib import Path

import office_maker as make
import pytest
from cli_calls import Xinxi

from xinxi_desktop.services.backups import back_up_today
from xinxi_desktop.services.office import open_office


@pytest.fixture
def copy(office: Path) -> Path:
    """A copy of the office, in which something was done later."""
    opened = open_office(office)
    (made,) = back_up_today(opened, "", lambda _done, _total: None).paths
    make.report(opened)
    opened.close()
    return made


def test_backups_tells_what_is_in_each(xinxi: Xinxi, office: Path, copy: Path) -> None:
    (row,) = xinxi("backups", office, "--json").rows

    assert (row["path"], row["submissions"], row["before_restore"]) == (str(copy), 3, False)
    assert copy.name in xinxi("backups", office).out


def test_restore_says_what_would_be_lost_and_waits_for_yes(
    xinxi: Xinxi, office: Path, copy: Path
) -> None:
    before = office.read_bytes()
    asked = xinxi("restore", office, "1")

    assert (asked.code, office.read_bytes()) == (1, before)
    assert "登记来稿 1 次" in asked.out and "--yes" in asked.err


def test_restore_puts_the_copy_back_and_says_where_the_file_is_kept(
    xinxi: Xinxi, office: Path, copy: Path
) -> None:
    done = xinxi("restore", office, str(copy), "--yes")

    assert "恢复前" in done.out
    assert len(xinxi("list", office, "submissions", "--json").rows) == 3


def test_restore_of_a_held_file_is_exit_3(xinxi: Xinxi, office: Path, copy: Path) -> None:
    holder = open_office(office)
    refused = xinxi("restore", office, "1", "--yes")
    holder.close()

    assert refused.code == 3


def test_a_missing_office_file_can_be_restored(xinxi: Xinxi, office: Path, copy: Path) -> None:
    office.unlink()

    assert xinxi("restore", office, str(copy), "--yes").code == 0
    assert office.is_file()
