"""One file's bug stops no batch."""

from __future__ import annotations

from pathlib import Path

import pytest
from log_guard import LogGuard

from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.crash_report import describe, keep
from xinxi_desktop.services.report_files import read_report, recognise_report


def test_a_bug_in_recognition_is_a_refusal_and_a_log(tmp_path: Path, logs: LogGuard) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("某地情况\n正文一段。", encoding="utf-8")
    report = read_report(path, Machine.UNCLASSIFIED)
    logs.expect("could not be read")
    with pytest.raises(UserError) as refused:
        # No list of units: what a caller's bug would look like.
        recognise_report(report, None)  # type: ignore[arg-type]
    assert (refused.value.code, "稿.txt" in refused.value.sentence) == ("reader_failed", True)
    assert "某地情况" not in logs.records[0].getMessage()


def test_a_crash_report_tells_the_place_and_no_message() -> None:
    try:
        raise KeyError("涉密内容")
    except KeyError as error:
        text = describe(error, "Qt 6.9")
    assert ("KeyError" in text, "Qt 6.9" in text, "涉密内容" in text) == (True, True, False)


def test_only_the_last_ten_reports_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        assert keep(f"report {number}", tmp_path)
    assert len(list(tmp_path.iterdir())) == 10


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert keep("report", tmp_path / "file") == ""
