"""``import``, ``units``, ``dispose``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_calls import BODY, Xinxi

from xinxi_desktop.services.intake import find_submission, submission
from xinxi_desktop.services.office import open_office

KEYS = ["path", "status", "number", "title", "units", "format", "characters", "reason_code",
        "reason"]  # fmt: skip


def test_import_says_what_became_of_a_file(xinxi: Xinxi, office: Path, tmp_path: Path) -> None:
    (tmp_path / "丁.txt").write_text(
        f"丁地情况\n{BODY}\n报送单位：望川县委办公室、栖山县委办公室", encoding="utf-8"
    )
    (row,) = xinxi("import", office, "丁.txt", "--json").rows
    assert list(row) == KEYS
    assert (row["path"], row["status"], row["number"]) == ("丁.txt", "registered", 4)
    assert row["units"] == [
        {"name": "望川县委办公室", "role": "main", "share": "0.5"},
        {"name": "栖山县委办公室", "role": "joint", "share": "0.5"},
    ]


def test_folders_are_taken_in_name_order_with_what_lies_below(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    for name in ("c.txt", "b/x.txt", "a.txt", "~$a.docx", ".hidden.txt", "Thumbs.db"):
        (folder / name).write_text(f"{name}的情况\n{name}{BODY}", encoding="utf-8")
    said = xinxi("import", office, "in", "--json")
    registered = [row["path"] for row in said.rows if row["status"] == "registered"]
    assert registered == ["in/a.txt", "in/b/x.txt", "in/c.txt"]
    assert (said.code, sum(row["status"] == "ignored" for row in said.rows)) == (0, 3)


def test_a_duplicate_is_told_and_no_failure(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("import", office, "甲.txt", "--json")
    (row,) = said.rows
    assert (said.code, row["status"], row["number"]) == (0, "duplicate", 1)


@pytest.mark.parametrize("word", ["register", "仍然登记"])
def test_a_duplicate_is_registered_when_asked(xinxi: Xinxi, office: Path, word: str) -> None:
    (row,) = xinxi("import", office, "甲.txt", "--duplicates", word, "--json").rows
    assert (row["status"], row["number"]) == ("registered", 4)


def test_one_refused_file_stops_no_other(xinxi: Xinxi, office: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "z.txt").write_text(f"最后一件\n{BODY}", encoding="utf-8")
    said = xinxi("import", office, "empty.txt", "z.txt", "--json")
    assert (said.code, [row["status"] for row in said.rows]) == (1, ["refused", "registered"])


def test_nothing_found_is_said(xinxi: Xinxi, office: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    said = xinxi("import", office, "none", "--json")
    assert (said.code, said.out, "没有登记" in said.err) == (0, "", True)


def test_each_line_comes_after_its_commit(office: Path, tmp_path: Path) -> None:
    """The reader of the first line finds that report registered while the child still works."""
    for number in range(30):
        (tmp_path / f"n{number:02}.txt").write_text(f"第{number}件\n{BODY}", encoding="utf-8")
    files = sorted(str(path) for path in tmp_path.glob("n*.txt"))
    command = [sys.executable, "-m", "xinxi_desktop", "import", str(office), *files, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        first = json.loads(child.stdout.readline())
        seen = open_office(office, read_only=True)
        found = find_submission(seen, str(first["number"]))
        seen.close()
        child.stdout.read()
    assert (found, child.returncode) == (4, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_is_no_text_is_shown_with_a_sign(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(f"某地情况\n{BODY}")
    rows = [row for row in xinxi("import", office, ".", "--json").rows if "\ufffd" in row["path"]]
    assert [row["status"] for row in rows] == ["registered"]


def test_people_read_a_line_a_file_and_a_sum(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("import", office, "甲.txt", "nowhere.txt")
    assert said.out.endswith("已登记 0 个，重复未登记 1 个，未收 1 个，略过 0 个。\n")


def test_units_come_from_a_table_and_unused_columns_are_named(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "u.csv").write_text(
        "单位,简称,建制顺序,备注\n栖山县委办公室,栖山县委办、栖山县,1,x\n", encoding="utf-8"
    )
    said = xinxi("units", office, "import", "u.csv")
    assert (said.code, "备注" in said.err) == (0, True)
    first = xinxi("list", office, "units", "--json").rows[0]
    assert (first["name"], first["aliases"]) == ("栖山县委办公室", ["栖山县委办", "栖山县"])


def test_a_wrong_table_changes_nothing(xinxi: Xinxi, office: Path, tmp_path: Path) -> None:
    (tmp_path / "u.csv").write_text("单位,建制顺序\n甲县委办,一\n", encoding="utf-8")
    assert xinxi("units", office, "import", "u.csv").code == 1
    assert len(xinxi("list", office, "units", "--json").rows) == 2


@pytest.mark.parametrize(
    "word, reason, kept",
    [
        ("shortlist", "", ""),
        ("不用", "in_the_media", "媒体已报"),
        ("forward", "转市信访局", "转市信访局"),
    ],
)
def test_dispose_takes_identifier_or_word(
    xinxi: Xinxi, office: Path, word: str, reason: str, kept: str
) -> None:
    assert xinxi("dispose", office, 1, word, "--reason", reason).code == 0
    seen = open_office(office, read_only=True)
    row = submission(seen, 1)
    seen.close()
    assert (row["state"], row["reason"]) == ("screened", kept)


def test_a_rejection_wants_a_reason(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("dispose", office, 1, "reject").code == 1


@pytest.mark.parametrize("number", ["99", "1999:1", "x"])
def test_a_number_nobody_has_is_wrong_input(xinxi: Xinxi, office: Path, number: str) -> None:
    said = xinxi("dispose", office, number, "keep")
    assert (said.code, "没有编号" in said.err) == (1, True)


def test_trash_puts_away_and_restores_by_number(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("trash", office, 1, 2).code == 0
    assert "回收站" in xinxi("dispose", office, 1, "keep").err
    assert xinxi("trash", office, 1, "--restore").code == 0
    assert xinxi("dispose", office, 1, "keep").code == 0


def test_a_verification_is_recorded_and_listed(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("verification", office, 1, "--mark").code == 0
    said = xinxi("verification", office, 1, "--asked", "区民政局", "--outcome", "属实")
    assert (said.code, "属实" in said.out) == (0, True)
    assert "区民政局" in xinxi("verification", office, 1).out
    assert '"outcome":' in xinxi("verification", office, 1, "--json").out


def test_an_answer_without_whom_one_asked_is_wrong_usage(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("verification", office, 1, "--outcome", "true").code == 2
