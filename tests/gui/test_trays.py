"""Trays: as the driver names them, as people say, as the printing window offers them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from xinxi_desktop.domain.vocabulary import PrintKind
from xinxi_desktop.gui.dialogs.print_form import PrintForm
from xinxi_desktop.gui.trays import slots_in, tray_words, trays_of

OPTIONS = """PageSize/Media Size: *A4 A3
InputSlot/Paper Source: *Auto Tray1 Tray2 ManualFeed
Duplex/Duplex: *None DuplexNoTumble
"""


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer of CUPS with two trays and a manual feed."""
    program = tmp_path / "lpoptions"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{OPTIONS}END\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")


def test_slots_are_read_from_the_drivers_options() -> None:
    assert slots_in(OPTIONS) == ["Auto", "Tray1", "Tray2", "ManualFeed"]
    assert slots_in("Duplex/Duplex: *None") == []


@pytest.mark.parametrize(
    ("slot", "words"),
    [("Tray2", "纸盒 2"), ("Cassette1", "纸盒 1"), ("ManualFeed", "手送纸"), ("Lower", "下层纸盒"),
     ("PF-7100", "PF-7100")],
)  # fmt: skip
def test_trays_are_called_as_people_do(slot: str, words: str) -> None:
    assert tray_words(slot) == words


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS only")
@pytest.mark.usefixtures("driver")
def test_the_trays_of_a_printer_are_offered() -> None:
    assert trays_of("激光") == [
        ("auto", "自动选择"), ("slot:Tray1", "纸盒 1"), ("slot:Tray2", "纸盒 2"),
        ("slot:ManualFeed", "手送纸"),
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS only")
def test_a_printer_that_tells_nothing_chooses_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert trays_of("激光") == [("auto", "自动选择")]


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS only")
@pytest.mark.usefixtures("driver")
def test_another_printer_has_other_trays(qtbot: QtBot) -> None:
    form = PrintForm(
        ["激光"],
        [PrintKind.PROOF],
        [],
        copies=1,
        next_number=1,
        numbered=False,
        stamped=False,
        printed=False,
    )
    qtbot.addWidget(form)
    form.show()
    form.put_back({"printer": "激光", "tray": "slot:Tray2"})
    assert (form.device().tray, form.tray.isVisible()) == ("slot:Tray2", True)
    form.printer.setCurrentIndex(form.printer.count() - 1)
    assert (form.device().tray, form.tray.isVisible()) == ("auto", False)
