"""``new``, ``undo``, ``verify``, ``backup``."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from cli_calls import Xinxi

from xinxi_desktop.services.office import open_office


@pytest.mark.parametrize(
    "words, machine, profile",
    [
        ([], "unclassified", "city_party"),
        (["--profile", "政协", "--machine", "秘密级"], "secret", "cppcc"),
        (["--profile", "government", "--machine", "confidential"], "confidential", "government"),
    ],
)
def test_new_takes_identifiers_and_words(
    xinxi: Xinxi, words: list[str], machine: str, profile: str
) -> None:
    assert xinxi("new", "a.xinxi", *words).code == 0
    office = open_office(Path("a.xinxi"))
    assert (office.machine.value, office.profile.value) == (machine, profile)
    office.close()


def test_new_never_overwrites(xinxi: Xinxi, office: Path) -> None:
    before = office.read_bytes()
    said = xinxi("new", office)
    assert (said.code, "没有覆盖" in said.err) == (1, True)
    assert office.read_bytes() == before


def test_undo_takes_the_last_step_back(xinxi: Xinxi, office: Path) -> None:
    xinxi("dispose", office, 1, "keep")
    assert "已撤销" in xinxi("undo", office).out
    assert xinxi("list", office, "submissions", "--json").rows[-1]["disposition"] is None


def test_undo_lists_steps_and_says_what_one_would_take_back(xinxi: Xinxi, office: Path) -> None:
    newest = xinxi("undo", office, "--list", "--json").rows[0]
    assert newest["undone"] is False and newest["touched"]
    assert "可以撤销" in xinxi("undo", office, "--step", newest["id"], "--plan").out


def test_undo_takes_everything_since_a_step_back(xinxi: Xinxi, office: Path) -> None:
    steps = xinxi("undo", office, "--list", "--json").rows
    standing = [row for row in steps if not row["final"]]
    assert "已撤销" in xinxi("undo", office, "--step", standing[-1]["id"], "--since").out
    after = xinxi("undo", office, "--list", "--json").rows
    assert all(row["undone"] for row in after if not row["final"])


def test_undo_does_again_what_was_taken_back(xinxi: Xinxi, office: Path) -> None:
    before = xinxi("undo", office, "--list", "--json").rows[0]
    xinxi("undo", office)
    assert "已重做" in xinxi("undo", office, "--redo").out
    assert xinxi("undo", office, "--list", "--json").rows[0]["name"] == before["name"]
    assert xinxi("undo", office, "--redo").code == 1


def test_undo_of_an_unknown_step_is_a_sentence(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("undo", office, "--step", 99999, "--since")
    assert (said.code, "没有编号为 99999" in said.err) == (1, True)


def test_undo_refuses_what_is_final(xinxi: Xinxi, office: Path, signed: str) -> None:
    said = xinxi("undo", office)
    assert (said.code, "不能撤销" in said.err) == (1, True)


def test_verify_names_every_thing_it_checked(xinxi: Xinxi, office: Path, printed: str) -> None:
    rows = xinxi("verify", office, "--json").rows
    assert {row["subject"] for row in rows} == {
        "file", "original", "issued_file", "revision", "clean_proof", "sign_off",
    }  # fmt: skip
    assert all(set(row) == {"subject", "id", "ok", "reason"} and row["ok"] for row in rows)


def test_verify_finds_a_changed_original(xinxi: Xinxi, office: Path) -> None:
    connection = sqlite3.connect(office)
    connection.execute("UPDATE blob SET bytes = x'00', encoding = 'raw'")
    connection.commit()
    connection.close()
    said = xinxi("verify", office)
    assert said.code == 3
    assert "3 处不符" in said.err


def test_backup_into_a_folder_opens_as_an_office(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "copies").mkdir()
    assert xinxi("backup", office, "copies").code == 0
    assert len(xinxi("list", "copies/office.xinxi", "submissions", "--json").rows) == 3


def test_backup_never_goes_onto_the_file_itself(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("backup", office, office).code == 1


def test_a_rehearsal_is_made_by_command(xinxi: Xinxi, office: Path) -> None:
    assert "已建立演练副本" in xinxi("rehearse", office, "练.xinxi").out
    assert xinxi("rehearse", office, "练.xinxi").code == 1
